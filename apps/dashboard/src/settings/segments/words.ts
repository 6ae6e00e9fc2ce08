import type { Language } from '../../preferences.ts'

interface SegmentsWords {
  title: string
  text: string
  none: string
  label: (place: number) => string
  add: string
  remove: (name: string) => string
  up: (name: string) => string
  down: (name: string) => string
  faults: Record<'empty' | 'twice' | 'other', string>
  full: string
  changes: string
  pageCall: string
  fields: { segments: string }
}

const en: SegmentsWords = {
  title: 'Groups of visitors',
  text: 'Your pages say which group a visitor belongs to, such as new or regular; scores are then split by it. Values that are not in this list count together as “other”.',
  none: 'There are none: scores are not split.',
  label: (place) => `Segment ${place}`,
  add: 'Add a segment',
  remove: (name) => `Remove ${name}`,
  up: (name) => `Move ${name} up`,
  down: (name) => `Move ${name} down`,
  faults: {
    empty: 'Write what your pages call it, or remove the line.',
    twice: 'This name is in the list already.',
    other: '“other” is where everything counts that is not in this list. Choose another name.',
  },
  full: 'A site has at most 50.',
  changes:
    'When you save, stored answers move to where they count by the new list, in the background: what a page called differently goes to “other”, and what was “other” under a name that you add now comes out of it. The order is only how they are shown. You can change it back.',
  pageCall: 'In your pages:',
  fields: { segments: 'segments' },
}

const es: SegmentsWords = {
  title: 'Grupos de visitantes',
  text: 'Tus páginas dicen a qué grupo pertenece cada visitante, por ejemplo «nuevo» o «habitual», y las puntuaciones se separan por él. Los valores que no están en esta lista cuentan juntos como «otros».',
  none: 'No hay ninguno: las puntuaciones no se separan.',
  label: (place) => `Segmento ${place}`,
  add: 'Añadir un segmento',
  remove: (name) => `Quitar ${name}`,
  up: (name) => `Subir ${name}`,
  down: (name) => `Bajar ${name}`,
  faults: {
    empty: 'Escribe cómo lo llaman tus páginas o quita la línea.',
    twice: 'Este nombre ya está en la lista.',
    other: '«other» es donde cuenta todo lo que no está en esta lista. Elige otro nombre.',
  },
  full: 'Un sitio tiene como máximo 50.',
  changes:
    'Al guardar, las respuestas pasan en segundo plano a donde cuentan según la lista nueva: lo que una página llamó de otra manera va a «otros», y lo que estaba en «otros» con un nombre que añades ahora sale de ahí. El orden solo es cómo se muestran. Puedes volver atrás.',
  pageCall: 'En tus páginas:',
  fields: { segments: 'los segmentos' },
}

export const segmentsWords = { en, es } satisfies Record<Language, SegmentsWords>
