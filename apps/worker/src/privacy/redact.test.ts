import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPersonalData, redact } from './redact.ts'

test('takes out what identifies somebody and leaves what they said', () => {
  expect(redact('Pedido 4587123 roto. Soy Ana, ana@example.com o 612 345 678, DNI 12345678Z.')).toBe(
    'Pedido 4587123 roto. Soy Ana, [email] o [phone], DNI [id].',
  )
  expect(redact('Charged twice on 4111 1111 1111 1111, refund GB82 WEST 1234 5698 7654 32 please')).toBe(
    'Charged twice on [card], refund [iban] please',
  )
})

test('believes checksums: a number that fails its own is not one', () => {
  expect(redact('4111 1111 1111 1112')).toBe('4111 1111 1111 1112')
  expect(redact('ES91 2100 0418 4502 0005 1333')).toBe('ES91 2100 0418 4502 0005 1333')
  expect(redact('ES91 2100 0418 4502 0005 1332')).toBe('[iban]')
  expect(redact('Firma 12345678A')).toBe('Firma 12345678A')
  expect(redact('Firma X1234567L y 12345678-Z')).toBe('Firma [id] y [id]')
})

test('believes the words around a number', () => {
  expect(redact('Mi pedido es el 612345678')).toBe('Mi pedido es el 612345678')
  expect(redact('Mi móvil es el 612345678')).toBe('Mi móvil es el [phone]')
  expect(redact('Order 4155552671 is late, call 4155552671')).toBe('Order 4155552671 is late, call [phone]')
})

test('reads digits of every script, and what is hidden between them', () => {
  expect(redact('６１２ ３４５ ６７８')).toBe('[phone]')
  expect(redact('٦١٢٣٤٥٦٧٨')).toBe('[phone]')
  expect(redact('६१२ ३४५ ६७८')).toBe('[phone]')
  expect(redact('6\u200b1\u200b2\u00ad345\u2060678')).toBe('[phone]')
  expect(redact('6️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣')).toBe('[phone]')
  expect(redact('ana＠gmail．com y luis﹫gmail.com y аna@gmаil.com')).toBe('[email] y [email] y [email]')
})

test('reads addresses written for robots not to read', () => {
  for (const address of [
    'juan (arroba) gmail punto com',
    'juan arroba gmail.com',
    'juan [at] gmail [dot] com',
    'juan at gmail dot com',
    'juan @ gmail . com',
  ]) {
    expect(redact(`escribid a ${address}, gracias`)).toBe('escribid a [email], gracias')
  }
  expect(redact('tod@s por igual, una arroba de patatas, look at the dot')).toBe('tod@s por igual, una arroba de patatas, look at the dot')
})

test('takes the secret out of an address and leaves the address', () => {
  expect(redact('https://tienda.example/reset?lang=es&token=9f8a7b6c&paso=2#fin')).toBe(
    'https://tienda.example/reset?lang=es&token=[secret]&paso=2#fin',
  )
  expect(redact('ftp://ana:clave@files.example/a')).toBe('ftp://[secret]@files.example/a')
  expect(redact('https://tienda.example/cesta?color=rojo&talla=38')).toBe('https://tienda.example/cesta?color=rojo&talla=38')
})

test('finds in any text parts of it that follow one another', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      let last = 0
      for (const { start, end } of findPersonalData(text)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        last = end
      }
      expect(last).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: 100, seed: 4 },
  )
}, 30_000)

test('takes time that grows with the length and with nothing else', async () => {
  const units = [
    '1',
    '1 ',
    '1-',
    '1.2',
    '(1)',
    '+1',
    '1/',
    '1_',
    '@',
    'a@',
    'a@b.',
    'a.',
    ' arroba ',
    ' punto ',
    ' (at) ',
    'es91',
    'es91 2100 ',
    '€1',
    '1.234',
    '1,234',
  ]
  const more = [
    '?token=',
    '?a=1b',
    '://',
    '://a',
    'eyj',
    'a1',
    'a-',
    'password ',
    'uno dos ',
    '12.345.678',
    'tel es 612 ',
    '612345678 ',
    '\u200b',
    '٣',
    '👍🏽',
    ' ',
    '=',
  ]
  for (const unit of [...units, ...more]) {
    const [short, long] = [unit.repeat(8000 / unit.length), unit.repeat(32_000 / unit.length)]
    let [shortMs, longMs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    // As much text in four pieces and in one: the one takes as long when linear, 4 times as long when quadratic. What else the
    // machine does only adds, so the least counts; both sides are long enough for a clock of whole milliseconds.
    for (let run = 0; run < 20 && !(longMs / shortMs < 2); run += 1) {
      shortMs = Math.min(shortMs, await toMilliseconds(() => [short, short, short, short].map(redact)))
      longMs = Math.min(longMs, await toMilliseconds(() => redact(long)))
    }
    expect(longMs / shortMs, JSON.stringify(unit)).toBeLessThan(2)
  }
}, 60_000)

/** workerd's clock stands still while code runs: it is read on both sides of a turn of the event loop. */
async function toMilliseconds(work: () => unknown): Promise<number> {
  await scheduler.wait(0)
  const startedAt = performance.now()
  work()
  await scheduler.wait(0)
  return performance.now() - startedAt
}
