import { expect, test } from 'vitest'
import { toMarkers } from './chart-markers.ts'

/** Names of ten pixels a letter. */
const markersOf = (places: Record<string, number>, width = 600) =>
  toMarkers(
    Object.entries(places).map(([thing, left]) => ({ thing, left })),
    width,
    (name) => name.length * 10,
  ).map(({ things, number, label }) => `${number} ${things.join('+')} ${label}`)

test('writes the name of what happened beside its line', () => {
  expect(markersOf({ form: 100, prices: 400 })).toEqual(['1 form after', '2 prices after'])
})

test('writes it on the other side where it would run over the edge', () => {
  expect(markersOf({ form: 580 })).toEqual(['1 form before'])
})

test('writes a number where a name would run into the next line, or over the name before it', () => {
  expect(markersOf({ 'new payment form': 10, prices: 120 })).toEqual(['1 new payment form number', '2 prices after'])
  expect(markersOf({ form: 480, prices: 590 })).toEqual(['1 form after', '2 prices number'])
})

test('makes one line of what cannot be told apart, and counts on', () => {
  expect(markersOf({ form: 100, font: 110, prices: 300 })).toEqual(['1 form+font number', '3 prices after'])
})

test('leaves out what lies beside the range', () => {
  expect(markersOf({ before: -4, within: 0, after: 700 })).toEqual(['1 within after'])
})
