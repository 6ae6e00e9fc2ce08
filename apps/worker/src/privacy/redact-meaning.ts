/** What the words around a number say it is. */
export type Meaning = 'phone' | 'card' | 'account' | 'identity' | 'reference'

/** How far before and after a number its words are looked for, in characters and in words. */
const BEFORE = { characters: 64, words: 7, referenceWords: 4 }
const AFTER = { characters: 32, words: 4 }

/** Words of the folded text (lower case, without accents) in Spanish and English, with the nearest of other languages. */
const MEANINGS: readonly [Meaning, RegExp][] = [
  [
    'phone',
    /^(?:tels?|telf|tfno?|tlfn?o?|ph|telefon\w*|telephone|moviles|movil|mobiles?|mob|cels?|celus?|celular\w*|cell|cellphone|phones?|phoned|telf?s|fijo|landline|fax|whats\w*|wh?ats|wasap\w*|guasap\w*|wapp|wsp|wpp|wa|telegram|llam\w*|llamen|call|calls|calling|called|callback|text|texts|texting|sms|marca(?:r|ndo|me|d)|marque[ns]?|ring|dial|reach|contact\w*|contac\w*|localiza(?:r|rme|ble|dme)|ubica(?:r|rme|ble)|handy)$/,
  ],
  ['card', /^(?:tarjetas?|cards?|visa|mastercard|amex|maestro|diners|discover|debito|credito|debit|credit|cartao|carte)$/],
  ['account', /^(?:iban|cuentas?|account|clabe|cbu|cvu|ccc|transferencia|transfer|banco|bank)$/],
  [
    'identity',
    /^(?:dni|nie|nif|cedula|cedulas|rut|run|curp|rfc|cuit|cuil|cpf|pasaportes?|passports?|ssn|nss|nuss|naf|nino|nhs|identidad|identificacion|identity|documento|social|licencia|license|licence)$/,
  ],
  [
    'reference',
    /^(?:pedidos?|ped|ordenes|orden|orders?|ord|compras?|purchase|facturas?|fact|invoices?|inv|tickets?|tiquete|tickete|boletos?|boletas?|ref|refs|referencias?|reference|tracking|track|seguimiento|rastreo|guias?|guia|envios?|shipment|shipping|parcel|paquetes?|package|waybill|albaran|series?|serial|sn|sku|codigos?|cod|codes?|cupon|cupones|coupons?|voucher|vale|promo|ean|isbn|upc|gtin|asin|barcode|barras|modelos?|models?|mod|lotes?|batch|lot|expedientes?|exp|casos?|cases?|incidencias?|incidents?|reservas?|reservacion|bookings?|reservations?|localizador|confirmacion|confirmation|presupuestos?|quotes?|quotation|contratos?|contract|polizas?|policy|clientes?|customer|socios?|member|membership|loyalty|afiliado|transacci?on(?:es)?|transactions?|operacion|operation|folios?|recibos?|receipts?|pnr|vuelos?|flights?|version|versiones|firmware|build|ip|piezas?|parts?|articulos?|items?|products?|productos?|imei|matricula|plate|id|ids|uid|proforma|remision|nota|registro|record|claim|reclamo|reclamacion|siniestro|queja|complaint|autorizacion|authorization|terminal|medidor|contador|meter|serie|etiquetas?|tags?|labels?|radicados?|docket|dossier|tramites?|proceso|solicitud(?:es)?|requests?|application|receta|prescription|historia|ficha|prestamo|loan|hipoteca|mortgage|suscripcion|subscription|permiso|permit|chasis|chassis|vin|motor|engine|placas?|pasaje|billetes?|entradas?|abono|bono|cheque|deposito|deposit|remesa|giro|nomina|payroll|legajo|padron|catastral|parcela|sorteo|loteria|lottery|rifa|raffle|apuesta|bet|enrol\w*|inscripcion|registration|error|errno|commit|saldo|importe|balance|amount|total|precio|price|note|turno|bastidor|frame|cups|suministro|catalogo|catalog|nro|no|num|nr|n)$/,
  ],
]

/** Abbreviations of "number", which are words too: right before it they make it somebody's number for something. */
const NUMBER = /^(?:nro|no|num|nr|n|note|total)$/
/** These only speak when nothing else does. */
const FAINT = /^(?:nro|no|num|nr|n|note|total|id|ids|social|documento|text|transfer|banco|bank|license|licence|licencia|registro|record|series?|parts?|items?|products?|productos?)$/

/** A dash between spaces divides like a full stop. */
const TOKEN = /\p{L}+|\d+|[\n!?;.,#]|(?<= )-(?= )/gu

/**
 * What a number of the folded text is called by the words before it, or else
 * after it: the nearest word that says something. Sentences end its reach.
 */
export function findMeaning(text: string, start: number, end: number): Meaning | null {
  return findBefore(text.slice(Math.max(0, start - BEFORE.characters), start)) ?? findAfter(text.slice(end, end + AFTER.characters))
}

function findBefore(before: string): Meaning | null {
  const tokens = before.match(TOKEN) ?? []
  let words = 0
  let isFar = false
  let faint: Meaning | null = null
  for (let index = tokens.length - 1; index >= 0 && words < BEFORE.words; index -= 1) {
    const token = tokens[index] ?? ''
    const previous = tokens[index - 1] ?? ''
    if (token === '#' && words === 0) return 'reference'
    if (/[\n!?;-]/.test(token)) break
    // "tel. 612 …" goes on, "Adiós. 612 …" does not.
    if (token === '.' && (previous.length > 4 || !toMeaning(previous))) break
    // A list goes on with its second number, "pedidos 123 y 456"; a single one had its number.
    if (token === ',' || (/^\d/.test(token) && !previous.endsWith('s'))) isFar = true
    if (!/^\p{L}/u.test(token)) continue
    words += 1
    // "nº de bastidor 612345678": whatever it is, it has numbers.
    const isCounted = words === 1 && /^del?$/.test(previous) && NUMBER.test(tokens[index - 2] ?? '')
    const meaning = toMeaning(token) ?? (isCounted ? 'reference' : null)
    if (!meaning || (isFar && meaning !== 'phone') || (meaning === 'reference' && words > BEFORE.referenceWords)) continue
    if (!FAINT.test(token)) return meaning
    if (words === 1 || !NUMBER.test(token)) faint ??= meaning
  }
  return faint
}

function findAfter(after: string): Meaning | null {
  let words = 0
  for (const token of after.match(TOKEN) ?? []) {
    if (!/^\p{L}/u.test(token)) return null
    words += 1
    const meaning = toMeaning(token)
    if (meaning && !FAINT.test(token)) return meaning
    if (words === AFTER.words) return null
  }
  return null
}

function toMeaning(word: string): Meaning | null {
  return MEANINGS.find(([, words]) => words.test(word))?.[0] ?? null
}
