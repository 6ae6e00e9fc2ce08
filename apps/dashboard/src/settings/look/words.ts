import type { Language } from '../../preferences.ts'

interface LookWords {
  theme: { title: string; text: string; options: Record<'auto' | 'light' | 'dark', string> }
  colours: {
    title: string
    text: string
    own: string
    accent: string
    accentHint: string
    fault: string
    contrast: Record<'good' | 'edges-only' | 'too-low', (ratio: string, theme: string) => string>
    onLight: string
    onDark: string
  }
  shape: {
    title: string
    radius: string
    radiusValue: (pixels: number) => string
    density: string
    densities: Record<'comfortable' | 'compact', string>
    font: string
    fonts: Record<'own' | 'inherit' | 'other', string>
    fontName: string
    fontHint: string
  }
  preview: { title: string; text: string; question: string; low: string; high: string; send: string }
  fields: { look: string }
}

const en: LookWords = {
  theme: {
    title: 'Theme',
    text: 'Of the card that asks, on your pages.',
    options: { auto: 'As the visitor’s system', light: 'Always light', dark: 'Always dark' },
  },
  colours: {
    title: 'Accent',
    text: 'Of the chosen answer and the button. Whatever you choose, Pulso keeps enough contrast: it darkens or lightens what could not be read.',
    own: 'A colour of your own',
    accent: 'Accent colour',
    accentHint: 'Six hexadecimal digits, such as #4b3fd0.',
    fault: 'Write # and six hexadecimal digits.',
    contrast: {
      good: (ratio, theme) => `${ratio}:1 ${theme}: text in it can be read.`,
      'edges-only': (ratio, theme) => `${ratio}:1 ${theme}: enough for edges, not for text (4.5:1). Pulso shifts it there.`,
      'too-low': (ratio, theme) => `${ratio}:1 ${theme}: too little to be seen well (3:1). Pulso shifts it there.`,
    },
    onLight: 'on the light card',
    onDark: 'on the dark card',
  },
  shape: {
    title: 'Shape',
    radius: 'Corners',
    radiusValue: (pixels) => `${pixels} pixels`,
    density: 'Room',
    densities: { comfortable: 'Comfortable', compact: 'Compact' },
    font: 'Typeface',
    fonts: { own: 'The visitor’s system', inherit: 'As the page around it', other: 'Another' },
    fontName: 'CSS font family',
    fontHint: 'One that your page loads, such as "Inter", sans-serif.',
  },
  preview: {
    title: 'Roughly like this',
    text: 'The editor of a prompt shows the real card.',
    question: 'How easy was it to pay?',
    low: 'Very hard',
    high: 'Very easy',
    send: 'Send',
  },
  fields: { look: 'look' },
}

const es: LookWords = {
  theme: {
    title: 'Tema',
    text: 'De la tarjeta que pregunta en tus páginas.',
    options: { auto: 'Como el sistema de quien visita', light: 'Siempre claro', dark: 'Siempre oscuro' },
  },
  colours: {
    title: 'Color principal',
    text: 'De la respuesta elegida y del botón. Elijas el que elijas, Pulso cuida el contraste: oscurece o aclara lo que no se podría leer.',
    own: 'Un color propio',
    accent: 'Color principal',
    accentHint: 'Seis cifras hexadecimales, como #4b3fd0.',
    fault: 'Escribe # y seis cifras hexadecimales.',
    contrast: {
      good: (ratio, theme) => `${ratio}:1 ${theme}: un texto de este color se lee bien.`,
      'edges-only': (ratio, theme) => `${ratio}:1 ${theme}: basta para bordes, no para texto (4,5:1). Ahí Pulso lo ajusta.`,
      'too-low': (ratio, theme) => `${ratio}:1 ${theme}: se ve demasiado poco (3:1). Ahí Pulso lo ajusta.`,
    },
    onLight: 'en la tarjeta clara',
    onDark: 'en la tarjeta oscura',
  },
  shape: {
    title: 'Forma',
    radius: 'Esquinas',
    radiusValue: (pixels) => `${pixels} píxeles`,
    density: 'Espacio',
    densities: { comfortable: 'Amplio', compact: 'Compacto' },
    font: 'Letra',
    fonts: { own: 'La del sistema de quien visita', inherit: 'La de la página', other: 'Otra' },
    fontName: 'Familia tipográfica (CSS)',
    fontHint: 'Una que tu página cargue, como "Inter", sans-serif.',
  },
  preview: {
    title: 'Más o menos así',
    text: 'El editor de cada pregunta muestra la tarjeta de verdad.',
    question: '¿Te resultó fácil pagar?',
    low: 'Muy difícil',
    high: 'Muy fácil',
    send: 'Enviar',
  },
  fields: { look: 'el aspecto' },
}

export const lookWords = { en, es } satisfies Record<Language, LookWords>
