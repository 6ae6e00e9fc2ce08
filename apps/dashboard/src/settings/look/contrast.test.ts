import { expect, test } from 'vitest'
import { parseColour, toContrast, toContrastVerdict, toInkOn } from './contrast.ts'

const contrast = (one: string, other: string) => toContrast(parseColour(one) ?? [0, 0, 0], parseColour(other) ?? [0, 0, 0])

test('measures contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrast('#ffffff', '#767676')).toBeCloseTo(4.54, 2)
  expect(parseColour('#4b3f')).toBe(null)
  expect([toInkOn([255, 214, 0]), toInkOn([75, 63, 208])]).toEqual(['#000000', '#ffffff'])
  expect([4.54, 4.48, 2.9].map(toContrastVerdict)).toEqual(['good', 'edges-only', 'too-low'])
})
