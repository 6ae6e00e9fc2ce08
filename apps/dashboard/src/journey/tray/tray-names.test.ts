import { expect, test } from 'vitest'
import { NO_NAMES, toFound, withStretch } from './tray-names.ts'

const stretch = (next: string | null, ...names: [string, number][]) => ({
  names: names.map(([name, shown]) => ({ name, shown, answered: shown, lastAt: 1000 - shown })),
  scanned: 100,
  next,
})

test('adds up what older stretches know of the same name, the most frequent first', () => {
  const newest = withStretch(NO_NAMES, stretch('older', ['kiosk', 2], ['terrace', 1]))
  const all = withStretch(newest, stretch(null, ['terrace', 4], ['garden', 1]))
  expect(all.names.map(({ name, shown }) => [name, shown])).toEqual([
    ['terrace', 5],
    ['kiosk', 2],
    ['garden', 1],
  ])
  expect([toFound(all), all.next]).toEqual([8, null])
})
