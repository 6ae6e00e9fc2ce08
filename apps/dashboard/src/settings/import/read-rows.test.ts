import { csvFormatRows, csvParseRows } from 'd3-dsv'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRecordCutter } from './cut-records.ts'
import { findDelimiter, findFormat } from './file-format.ts'
import { type FileRow, readRows } from './read-rows.ts'

async function read(file: Blob): Promise<FileRow[]> {
  const rows: FileRow[] = []
  for await (const slice of readRows(file, await findFormat(file))) rows.push(...slice)
  return rows
}

test('a file cut anywhere has the records of the whole, whatever is in its cells', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r', '\r\n', ' ', '😀') })
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(rows, fc.constantFrom('\n', '\r\n'), fc.integer({ min: 1, max: 9 }), (given, lineBreak, size) => {
      const text = given.map((row) => csvFormatRows([row])).join(lineBreak)
      const cutter = createRecordCutter(',')
      const blocks = []
      for (let place = 0; place < text.length; place += size) blocks.push(cutter.push(text.slice(place, place + size)))
      blocks.push(cutter.end())
      const found = blocks.flatMap((block) => (block ? csvParseRows(block.text) : []))
      expect(found).toEqual(csvParseRows(text))
    }),
    { numRuns: 500 },
  )
})

test('says on which line of the file each record begins, as an editor counts them', async () => {
  const rows = await read(new Blob(['Score,Comment\r\n9,"two\r\nlines"\r\n\r\n3,one\r\n5,"a ""quote"" and\n\nmore"\r\n1,last']))
  expect(rows.map(({ line, cells }) => [line, cells[1]])).toEqual([
    [1, 'Comment'],
    [2, 'two\r\nlines'],
    [5, 'one'],
    [6, 'a "quote" and\n\nmore'],
    [9, 'last'],
  ])
})

test('reads what spreadsheets make of an export: a byte order mark, semicolons, tabs, UTF-16, the letters of Windows', async () => {
  const names = async (bytes: BlobPart) => (await read(new Blob([bytes]))).map(({ cells }) => cells)
  const expected = [
    ['Score', 'Comentario'],
    ['9', 'Rápido, y amable'],
  ]
  expect(await names('\ufeffScore,Comentario\n9,"Rápido, y amable"\n')).toEqual(expected)
  expect(await names('Score;Comentario\n9;Rápido, y amable\n')).toEqual(expected)
  const utf16 = Uint16Array.from('\ufeffScore\tComentario\r\n9\tRápido, y amable\r\n', (character) => character.charCodeAt(0))
  expect(await names(utf16)).toEqual(expected)
  const windows = Uint8Array.from('Score;Comentario\r\n9;Rápido, y amable', (character) => character.charCodeAt(0))
  expect(await names(windows)).toEqual(expected)
  expect(findDelimiter('"a;b;c",d\n')).toBe(',')
})

test('a quote that is never closed spoils the record that it is in, and no other', async () => {
  const rows = await read(new Blob(['Score,Comment\n9,fine\n8,"never closed\n7,swallowed\n']))
  expect(rows.map(({ line, isWhole }) => [line, isWhole])).toEqual([
    [1, true],
    [2, true],
    [3, false],
  ])
})
