import type { SeededRandom } from '../cafe/seed/seeded-random.ts'

type Language = 'es' | 'en'

/** What people write anywhere, whatever has happened. */
const ORDINARY: Record<Language, readonly string[]> = {
  es: [
    'Todo muy claro y rápido',
    'La página tarda un poco en cargar',
    'Me gusta el diseño, se ve limpio',
    'No encontraba lo que buscaba',
    'Buena selección y buenos precios',
    'Las fotos ayudan mucho a decidir',
    'Echo en falta más información',
    'Volveré a mirar otro día',
    'El menú es algo confuso en el móvil',
    'Sencillo, sin vueltas',
    'Demasiados pasos para mi gusto',
    'Muy contento en general',
    'Podría ser más barato',
    'El buscador funciona bien',
    'Me costó leer la letra pequeña',
    'Me lo recomendó una amiga y acertó',
  ],
  en: [
    'All clear and quick',
    'The page takes a while to load',
    'I like the design, it looks clean',
    'I could not find what I was looking for',
    'Good selection and good prices',
    'The pictures help a lot to decide',
    'I miss some more information',
    'I will have another look some day',
    'The menu is a bit confusing on my phone',
    'Simple, no detours',
    'Too many steps for my taste',
    'Very happy overall',
    'It could be cheaper',
    'The search works well',
    'I had trouble reading the small print',
    'A friend told me about it and was right',
  ],
}

/** What they write about payment after the release. */
const THEME: Record<Language, readonly string[]> = {
  es: [
    'Mi tarjeta fue rechazada tres veces',
    'Tarjeta rechazada sin ningún motivo',
    'El banco dice que la tarjeta está bien y aquí sale rechazada',
    'Dice tarjeta rechazada y el banco me lo cobra igual',
    'No acepta la tarjeta desde que cambiaron el formulario',
    'Tuve que llamar al banco porque salía rechazada',
    'Con otra tarjeta también rechazada',
    'El paso del banco se queda en blanco',
  ],
  en: [
    'My card was declined three times',
    'Card declined for no reason at all',
    'The bank says my card is fine and here it is declined',
    'It says card declined and the bank charges me anyway',
    'It has not taken my card since the new form',
    'I had to call the bank because it was declined',
    'Another card was declined too',
    'The step at the bank stays blank',
  ],
}

/** How many of those who write there since then write about it. */
const THEME_SHARE = 0.8

/** A comment: about the theme where there is one, else about anything. */
export function writeComment(random: SeededRandom, language: Language, isThemed: boolean): string {
  const sentences = isThemed && random.next() < THEME_SHARE ? THEME[language] : ORDINARY[language]
  return sentences[random.below(sentences.length)] ?? ''
}
