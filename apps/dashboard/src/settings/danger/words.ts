import type { Language } from '../../preferences.ts'

interface DangerWords {
  check: {
    title: string
    text: string
    verify: string
    rebuild: string
    rebuildHint: string
    moving: (count: string) => string
    counting: (count: string) => string
    stop: string
    right: (count: string) => string
    wrong: (rows: string, count: string) => string
    repaired: (rows: string, count: string) => string
    untold: (rows: string) => string
    forAdmins: string
    columns: { where: string; tallied: string; counted: string }
    differences: string
  }
  demo: { title: string; text: (count: string) => string; none: string; remove: string; confirmTitle: string; confirmText: string }
  imported: { title: string; text: string; remove: string; confirmTitle: string; confirmText: string }
  removing: string
  removed: (count: number, text: string) => string
  cannot: string
}

const en: DangerWords = {
  check: {
    title: 'Are the numbers right?',
    text: 'Every number is made of counts that grow with each answer. This counts all answers anew, while new ones arrive, and compares.',
    verify: 'Count and compare',
    rebuild: 'Put right what differs',
    rebuildHint: 'Writes the counts that differ, and moves answers that are not yet on their day or in their segment.',
    moving: (count) => `Moving answers to where they count: ${count}…`,
    counting: (count) => `${count} answers counted…`,
    stop: 'Stop',
    right: (count) => `${count} answers counted: every number is what they say.`,
    wrong: (rows, count) => `${count} answers counted: ${rows} counts differ from what they say.`,
    repaired: (rows, count) => `${count} answers counted: ${rows} counts differed, and are put right.`,
    untold: (rows) => `${rows} more are of days whose answers were deleted before those were counted; they stay as they are.`,
    forAdmins: 'Only an admin can have everything counted.',
    columns: { where: 'Where', tallied: 'Is', counted: 'Should be' },
    differences: 'The first that differ',
  },
  demo: {
    title: 'Demo answers',
    text: (count) => `${count} made-up answers are mixed into the scores, so that there is something to look at.`,
    none: 'There are none: every number here is of real people.',
    remove: 'Remove demo answers',
    confirmTitle: 'Remove all demo answers?',
    confirmText: 'Scores follow at once. What visitors answered and what you imported stays.',
  },
  imported: {
    title: 'Imported answers',
    text: 'Everything that came by an import, however many there were. It can be imported again from the same files.',
    remove: 'Remove imported answers',
    confirmTitle: 'Remove everything that was imported?',
    confirmText: 'All imports of this site, not only the last one. Scores follow at once; what visitors answered stays.',
  },
  removing: 'Removing…',
  removed: (count, text) => (count === 0 ? 'There were none.' : `${text} ${count === 1 ? 'answer' : 'answers'} removed.`),
  cannot: 'Answers of visitors are never removed together. One answer, or everything of one person, is erased where the answers are.',
}

const es: DangerWords = {
  check: {
    title: '¿Son correctos los números?',
    text: 'Cada número se hace con recuentos que crecen con cada respuesta. Esto cuenta todas de nuevo, mientras llegan otras, y compara.',
    verify: 'Contar y comparar',
    rebuild: 'Corregir lo que difiera',
    rebuildHint: 'Escribe los recuentos que difieren y mueve las respuestas que aún no están en su día o en su segmento.',
    moving: (count) => `Moviendo respuestas a donde cuentan: ${count}…`,
    counting: (count) => `${count} respuestas contadas…`,
    stop: 'Parar',
    right: (count) => `${count} respuestas contadas: cada número es el que ellas dicen.`,
    wrong: (rows, count) => `${count} respuestas contadas: ${rows} recuentos no son los que ellas dicen.`,
    repaired: (rows, count) => `${count} respuestas contadas: ${rows} recuentos diferían y ya están corregidos.`,
    untold: (rows) => `Otros ${rows} son de días cuyas respuestas se borraron antes de contarlas; se quedan como están.`,
    forAdmins: 'Solo quien administra puede pedir que se cuente todo.',
    columns: { where: 'Dónde', tallied: 'Es', counted: 'Debería ser' },
    differences: 'Los primeros que difieren',
  },
  demo: {
    title: 'Respuestas de ejemplo',
    text: (count) => `Hay ${count} respuestas inventadas mezcladas en las puntuaciones, para que haya algo que mirar.`,
    none: 'No hay ninguna: cada número de aquí es de personas de verdad.',
    remove: 'Quitar las respuestas de ejemplo',
    confirmTitle: '¿Quitar todas las respuestas de ejemplo?',
    confirmText: 'Las puntuaciones se actualizan al momento. Lo que respondieron tus visitantes y lo que importaste se queda.',
  },
  imported: {
    title: 'Respuestas importadas',
    text: 'Todo lo que llegó por importación, en las veces que fuera. Se puede volver a importar de los mismos archivos.',
    remove: 'Quitar las respuestas importadas',
    confirmTitle: '¿Quitar todo lo importado?',
    confirmText:
      'Todas las importaciones de este sitio, no solo la última. Las puntuaciones se actualizan al momento; lo que respondieron tus visitantes se queda.',
  },
  removing: 'Quitando…',
  removed: (count, text) => (count === 0 ? 'No había ninguna.' : `${text} ${count === 1 ? 'respuesta quitada' : 'respuestas quitadas'}.`),
  cannot:
    'Las respuestas de tus visitantes nunca se quitan en bloque. Una respuesta, o todo lo de una persona, se borra donde están las respuestas.',
}

export const dangerWords = { en, es } satisfies Record<Language, DangerWords>
