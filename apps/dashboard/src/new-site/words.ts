import type { Language } from '../preferences.ts'
import type { Business } from './starters.ts'

type NewSiteWords = {
  tab: string
  title: string
  lead: string
  name: string
  namePlaceholder: string
  nameMissing: string
  address: string
  addressHint: string
  addressWrong: string
  /** The origins that were understood. */
  takenFrom: (origins: string) => string
  takenFromAnywhere: string
  business: string
  businesses: Record<Business, { name: string; what: string }>
  guessed: string
  language: string
  languageHint: string
  timeZone: string
  timeZoneHint: string
  id: string
  idHint: (path: string) => string
  idWrong: string
  idTaken: string
  create: string
  creating: string
  preview: string
  previewNote: string
  firstQuestion: (touchpoint: string) => string
  momentOfTruth: string
  mayNot: { title: string; text: string }
  back: string
}

const en: NewSiteWords = {
  tab: 'New site',
  title: 'What would you like to listen to?',
  lead: 'Two answers are enough to begin. Everything can be changed later.',
  name: 'Name',
  namePlaceholder: 'Corner Shop',
  nameMissing: 'Give it the name that your visitors know: questions use it.',
  address: 'Address of your pages',
  addressHint:
    'Only pages of this address may send answers. Trying it on your own machine? Write its address and port, such as localhost:5500.',
  addressWrong: 'Write an address like shop.example or http://localhost:5500, or leave it empty.',
  takenFrom: (origins) => `Answers are taken from ${origins}.`,
  takenFromAnywhere: 'Empty: answers are taken from any public address. You can narrow it later.',
  business: 'What kind of business is it?',
  businesses: {
    shop: { name: 'Online shop', what: 'products, checkout, delivery' },
    place: { name: 'Café, shop, venue', what: 'people walk in' },
    software: { name: 'Software', what: 'an app or a platform' },
    services: { name: 'Services', what: 'clinic, studio, agency' },
  },
  guessed: 'Guessed from your browser',
  language: 'Language of your visitors',
  languageHint: 'Questions come in this language where the visitor’s own is not there.',
  timeZone: 'Time zone',
  timeZoneHint: 'A day begins here at midnight.',
  id: 'Id',
  idHint: (path) => `Stands in addresses: ${path}. It stays for good.`,
  idWrong: 'Use small letters, digits and hyphens, and begin with a letter or digit.',
  idTaken: 'There is a site with this id already.',
  create: 'Create the site',
  creating: 'Creating…',
  preview: 'Your journey begins like this',
  previewNote: 'Its stages, and the places where you meet people. Add, rename and move them whenever you like.',
  firstQuestion: (touchpoint) => `First question, at ${touchpoint}`,
  momentOfTruth: 'moment of truth',
  mayNot: {
    title: 'Your access does not make new sites',
    text: 'It needs the right to write, for every site. Ask whoever runs Pulso, or get a new link with this command:',
  },
  back: 'Back to the journey',
}

const es: NewSiteWords = {
  tab: 'Sitio nuevo',
  title: '¿Qué quieres escuchar?',
  lead: 'Con dos respuestas basta para empezar. Todo se puede cambiar después.',
  name: 'Nombre',
  namePlaceholder: 'La Tienda de la Esquina',
  nameMissing: 'Ponle el nombre que conocen tus visitantes: las preguntas lo usan.',
  address: 'Dirección de tus páginas',
  addressHint:
    'Solo las páginas de esta dirección pueden enviar respuestas. ¿Lo pruebas en tu propio equipo? Escribe su dirección con el puerto, como localhost:5500.',
  addressWrong: 'Escribe una dirección como tienda.example o http://localhost:5500, o déjala vacía.',
  takenFrom: (origins) => `Se aceptan respuestas de ${origins}.`,
  takenFromAnywhere: 'Vacía: se aceptan respuestas de cualquier dirección pública. Puedes acotarlo después.',
  business: '¿Qué tipo de negocio es?',
  businesses: {
    shop: { name: 'Tienda en línea', what: 'productos, pago, entrega' },
    place: { name: 'Café, tienda, local', what: 'la gente entra por la puerta' },
    software: { name: 'Programa o app', what: 'una aplicación o plataforma' },
    services: { name: 'Servicios', what: 'consulta, estudio, agencia' },
  },
  guessed: 'Deducido de tu navegador',
  language: 'Idioma de tus visitantes',
  languageHint: 'Las preguntas salen en este idioma cuando no están en el de quien visita.',
  timeZone: 'Zona horaria',
  timeZoneHint: 'Aquí empieza el día a medianoche.',
  id: 'Identificador',
  idHint: (path) => `Aparece en las direcciones: ${path}. Ya no cambia.`,
  idWrong: 'Usa minúsculas, cifras y guiones, y empieza por una letra o una cifra.',
  idTaken: 'Ya hay un sitio con este identificador.',
  create: 'Crear el sitio',
  creating: 'Creando…',
  preview: 'Tu recorrido empieza así',
  previewNote: 'Sus etapas y los lugares donde te encuentras con la gente. Añade, cambia y mueve lo que quieras.',
  firstQuestion: (touchpoint) => `Primera pregunta, en ${touchpoint}`,
  momentOfTruth: 'momento de la verdad',
  mayNot: {
    title: 'Tu acceso no permite crear sitios',
    text: 'Hace falta permiso de escritura en todos los sitios. Pídeselo a quien administra Pulso, o consigue otro enlace con esta orden:',
  },
  back: 'Volver al recorrido',
}

export const newSiteWords = { en, es } satisfies Record<Language, NewSiteWords>
