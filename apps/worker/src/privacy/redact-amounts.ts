import { hideSpans, toSpans } from './redact-number-runs.ts'

const CURRENCY =
  'eur|euros?|usd|us\\$|dolar(?:es)?|dollars?|bucks|pesos?|pesitos|soles|reales|reais|brl|bolivares|cop|clp|mxn|ars|uyu|gbp|pounds?|quid|libras?|colones|quetzales|lempiras|guaranies|balboas|cents|centimos|centavos|pence|millon(?:es)?|millions?'
const UNIT =
  'kms?|mts|metros?|met(?:er|re)s?|miles|millas|cm|mm|m2|m3|kgs?|kilos?|gramos|grams?|mg|lbs?|oz|ml|litros?|lit(?:er|re)s?|gb|mb|tb|kb|mbps|mah|hz|ghz|mhz|kw|kwh|px|mp|puntos|points?|pts|unidades|uds|units?|piezas|pcs|pieces|copias|copies|pasos|steps|seguidores|followers|visitas|visits|views|descargas|downloads|personas|people|usuarios|users|habitantes|anos|years?|meses|months?|dias|days?|horas|hours?|minutos|minutes?|segundos|seconds?|veces|times|lineas|lines|paginas|pages|kcal'

/** Every pattern is bounded, so each costs a constant per character. */
const DATES_AND_PRICES = [
  // 2026-11-25 and 25/11/26, but not the inside of a longer chain of groups.
  /(?<![\d.-])(?:19|20)\d\d[-./](?:0?[1-9]|1[0-2])[-./](?:3[01]|[12]\d|0?[1-9])(?![-./]?\d)/g,
  /(?<!\d[-./]?|\p{L}[-./]?)(?:3[01]|[12]\d|0?[1-9])[-./](?:3[01]|[12]\d|0?[1-9])[-./](?:(?:19|20)\d\d|\d\d)(?![-./]?\d)/gu,
  // 18:30, 18:30:05
  /(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?!\d)/g,
  // $1,299.00 and € 40
  /[€$£¥₡₲₱] ?\d{1,12}(?:[.,' ]\d{3}){0,4}(?:[.,]\d{1,2})?(?!\d)/g,
  // 12.500.000 pesos, 25 %
  new RegExp(
    `(?<![\\d+])(?:\\d{1,3}(?:[.,' ]\\d{3}){1,4}|\\d{1,12})(?:[.,]\\d{1,2})? ?(?:[€$£¥%₡₲]|(?:${CURRENCY})(?![a-z0-9\\u00c0-\\uffff]))`,
    'g',
  ),
  // 450 km, 12.000 pasos. Not three groups with spaces: "612 345 678 horas de oficina".
  new RegExp(`(?<![\\d+.-])(?:\\d{1,3}(?:[.,]\\d{3}){1,4}|\\d{1,6})(?:[.,]\\d{1,2})? ?(?:${UNIT})(?![a-z0-9\\u00c0-\\uffff])`, 'g'),
]

/** 1.234.567 and 12,500,000. With three digits in front it could be a Spanish telephone. */
const THOUSANDS = [/(?<![\d.,+-])\d{1,2}(?:\.\d{3}){2,4}(?![\d.-])/g, /(?<![\d.,])\d{1,3}(?:,\d{3}){1,4}(?!\d)/g]

/** The folded text with its dates, times, prices and quantities hidden from the detectors of numbers. */
export function hideDatesAndPrices(text: string): string {
  return DATES_AND_PRICES.reduce(hideMatches, text)
}

/** The same for large numbers written with thousands, which look like identity numbers. */
export function hideThousands(text: string): string {
  return THOUSANDS.reduce(hideMatches, text)
}

function hideMatches(text: string, pattern: RegExp): string {
  return hideSpans(text, toSpans(text.matchAll(pattern)))
}
