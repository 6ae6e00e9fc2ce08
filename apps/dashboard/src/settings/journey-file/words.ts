import type { Language } from '../../preferences.ts'
import type { JourneyChange } from './to-journey-changes.ts'

interface JourneyFileWords {
  out: { title: string; text: string; download: string }
  in: {
    title: string
    text: string
    choose: string
    fileName: (name: string) => string
    notJson: string
    line: (line: number) => string
    lineAndColumn: (line: number, column: number) => string
    wrong: string
    wrongText: string
    mended: string
    nothing: string
    preview: string
    previewText: string
    removes: string
    apply: string
    applied: string
    again: string
    meanwhile: string
    undo: string
  }
  changes: Record<JourneyChange['what'], (name: string, more: string) => string>
  command: string
}

const en: JourneyFileWords = {
  out: {
    title: 'Out',
    text: 'Stages and touchpoints as a file that can be reviewed, and kept beside the code of your site.',
    download: 'Download journey.json',
  },
  in: {
    title: 'In',
    text: 'A file replaces the journey whole. First you see what would change; answers of the past, pages and prompts go with touchpoints that say in “formerly” what they were.',
    choose: 'Choose a journey file',
    fileName: (name) => `Read: ${name}`,
    notJson: 'From here on it is not JSON. An editor that knows JSON marks the place.',
    line: (line) => `Line ${line}`,
    lineAndColumn: (line, column) => `Line ${line}, column ${column}:`,
    wrong: 'This file cannot be applied',
    wrongText: 'Nothing has changed. Mend these places and choose the file again.',
    mended: 'Choose the mended file',
    nothing: 'The file says what the journey is already.',
    preview: 'What would change',
    previewText: 'Nothing has changed yet.',
    removes: 'Answers at a touchpoint that is removed stay stored, and wait in the tray of what is not on the map.',
    apply: 'Apply the file',
    applied: 'The journey is that of the file.',
    again: 'Choose another file',
    meanwhile: 'Somebody has saved this site since you chose the file. Choose it again to see what it would change now.',
    undo: 'The journey is as it was before.',
  },
  changes: {
    'stage-added': (name) => `New stage: ${name}`,
    'stage-removed': (name) => `Stage removed: ${name}`,
    'stage-changed': (name) => `Stage changed: ${name}`,
    'touchpoint-added': (name) => `New touchpoint: ${name}`,
    'touchpoint-removed': (name) => `Touchpoint removed: ${name}`,
    'touchpoint-renamed': (name, from) => `${name} takes the place of ${from}, with its history`,
    'touchpoint-moved': (name, stage) => `${name} moves to ${stage}`,
    'touchpoint-changed': (name, members) => `${name} changes: ${members}`,
    order: () => 'Another order',
  },
  command: 'For a Pulso of your own machine the same without a browser:',
}

const es: JourneyFileWords = {
  out: {
    title: 'Descargar',
    text: 'Etapas y puntos de contacto en un archivo que se puede revisar y guardar junto al código de tu sitio.',
    download: 'Descargar journey.json',
  },
  in: {
    title: 'Aplicar',
    text: 'Un archivo sustituye el recorrido entero. Antes verás qué cambiaría; las respuestas de antes, las páginas y las preguntas acompañan a los puntos de contacto que digan en «formerly» qué fueron.',
    choose: 'Elegir un archivo del recorrido',
    fileName: (name) => `Leído: ${name}`,
    notJson: 'A partir de aquí no es JSON. Un editor que lo entienda marca el lugar.',
    line: (line) => `Línea ${line}`,
    lineAndColumn: (line, column) => `Línea ${line}, columna ${column}:`,
    wrong: 'Este archivo no se puede aplicar',
    wrongText: 'No ha cambiado nada. Corrige estos lugares y elige el archivo otra vez.',
    mended: 'Elegir el archivo corregido',
    nothing: 'El archivo dice lo que el recorrido ya es.',
    preview: 'Qué cambiaría',
    previewText: 'Todavía no ha cambiado nada.',
    removes: 'Las respuestas de un punto de contacto que se quita siguen guardadas y esperan en la bandeja de lo que está fuera del mapa.',
    apply: 'Aplicar el archivo',
    applied: 'El recorrido es ahora el del archivo.',
    again: 'Elegir otro archivo',
    meanwhile: 'Alguien ha guardado este sitio desde que elegiste el archivo. Elígelo otra vez para ver qué cambiaría ahora.',
    undo: 'El recorrido está como antes.',
  },
  changes: {
    'stage-added': (name) => `Etapa nueva: ${name}`,
    'stage-removed': (name) => `Se quita la etapa ${name}`,
    'stage-changed': (name) => `Cambia la etapa ${name}`,
    'touchpoint-added': (name) => `Punto de contacto nuevo: ${name}`,
    'touchpoint-removed': (name) => `Se quita el punto de contacto ${name}`,
    'touchpoint-renamed': (name, from) => `${name} ocupa el lugar de ${from}, con su historia`,
    'touchpoint-moved': (name, stage) => `${name} pasa a ${stage}`,
    'touchpoint-changed': (name, members) => `Cambia ${name}: ${members}`,
    order: () => 'Otro orden',
  },
  command: 'En un Pulso de tu propia máquina, lo mismo sin navegador:',
}

export const journeyFileWords = { en, es } satisfies Record<Language, JourneyFileWords>
