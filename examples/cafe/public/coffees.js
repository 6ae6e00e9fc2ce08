/** @typedef {import('./element.js').Text} Text */
/** @typedef {'coffee' | 'milk' | 'foam' | 'filter' | 'orange'} Layer */
/**
 * @typedef {object} Coffee
 * @property {string} key
 * @property {Text} name
 * @property {Text} story one sentence for the card
 * @property {number} cents the price of the small size
 * @property {boolean} hasMilk
 * @property {[Layer, number][]} layers what is in the cup from the bottom up, in parts of a hundred
 */

/** @type {Coffee[]} */
export const COFFEES = [
  {
    key: 'cortado',
    name: { es: 'Cortado', en: 'Cortado' },
    story: {
      es: 'Mitad y mitad, como se ha pedido siempre en la barra.',
      en: 'Half and half, the way it has always been ordered at the bar.',
    },
    cents: 190,
    hasMilk: true,
    layers: [
      ['coffee', 48],
      ['milk', 40],
      ['foam', 6],
    ],
  },
  {
    key: 'azotea',
    name: { es: 'Azotea', en: 'Azotea' },
    story: { es: 'El de la casa: cortado con piel de naranja y canela.', en: 'Ours: a cortado with orange peel and cinnamon.' },
    cents: 230,
    hasMilk: true,
    layers: [
      ['orange', 12],
      ['coffee', 42],
      ['milk', 32],
      ['foam', 8],
    ],
  },
  {
    key: 'solo',
    name: { es: 'Solo', en: 'Espresso' },
    story: { es: 'Corto, denso, con la crema en su sitio.', en: 'Short, dense, with the crema where it belongs.' },
    cents: 160,
    hasMilk: false,
    layers: [
      ['coffee', 36],
      ['foam', 5],
    ],
  },
  {
    key: 'capuchino',
    name: { es: 'Capuchino', en: 'Cappuccino' },
    story: { es: 'A tercios y con la espuma que aguanta la cucharilla.', en: 'In thirds, with foam that holds up a spoon.' },
    cents: 240,
    hasMilk: true,
    layers: [
      ['coffee', 32],
      ['milk', 30],
      ['foam', 32],
    ],
  },
  {
    key: 'flat-white',
    name: { es: 'Flat white', en: 'Flat white' },
    story: { es: 'Doble de café bajo una leche muy fina, casi sin espuma.', en: 'A double shot under very fine milk, hardly any foam.' },
    cents: 260,
    hasMilk: true,
    layers: [
      ['coffee', 38],
      ['milk', 52],
      ['foam', 4],
    ],
  },
  {
    key: 'filtro',
    name: { es: 'Filtro de la semana', en: 'Filter of the week' },
    story: { es: 'Huehuetenango, tostado el martes. Se bebe sin prisa.', en: 'Huehuetenango, roasted on Tuesday. To be drunk slowly.' },
    cents: 280,
    hasMilk: false,
    layers: [['filter', 88]],
  },
]

/** @type {{ key: string, name: Text, millilitres: number, extraCents: number, scale: number }[]} */
export const SIZES = [
  { key: 'small', name: { es: 'Pequeño', en: 'Small' }, millilitres: 120, extraCents: 0, scale: 0.74 },
  { key: 'medium', name: { es: 'Mediano', en: 'Medium' }, millilitres: 180, extraCents: 50, scale: 0.86 },
  { key: 'large', name: { es: 'Grande', en: 'Large' }, millilitres: 240, extraCents: 90, scale: 1 },
]

/** @type {{ key: string, name: Text }[]} */
export const MILKS = [
  { key: 'whole', name: { es: 'Entera', en: 'Whole' } },
  { key: 'oat', name: { es: 'Avena', en: 'Oat' } },
  { key: 'almond', name: { es: 'Almendra', en: 'Almond' } },
  { key: 'lactose-free', name: { es: 'Sin lactosa', en: 'Lactose free' } },
]
