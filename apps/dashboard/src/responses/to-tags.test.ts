import { expect, test } from 'vitest'
import { toTags } from './to-tags.ts'

test('parts what was typed at commas, and takes each tag once, as it is kept', () => {
  expect(toTags('pagos, urgente')).toEqual(['pagos', 'urgente'])
  expect(toTags(' Wi-Fi ,entrega   Tarde,, wi-fi,')).toEqual(['wi-fi', 'entrega tarde'])
  expect(toTags(' , ')).toEqual([])
})
