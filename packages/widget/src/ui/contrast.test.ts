import { expect, test } from 'vitest'
import { type Colour, keepContrast, mix, toContrast } from './contrast.ts'
import { toTokens } from './to-tokens.ts'

/** Park and Miller (1988): the same colours in every run, so that a failure comes back. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
const random = createRandom(7)
const draw = (): Colour => [0, 1, 2].map(() => Math.floor(random() * 256)) as unknown as Colour
const RUNS = 4000

/** Angle of the colour on the wheel, in degrees; undefined for greys, which have none. */
function toHue([red, green, blue]: Colour): number | undefined {
  const [x, y] = [red - (green + blue) / 2, (Math.sqrt(3) / 2) * (green - blue)]
  return Math.hypot(x, y) < 40 ? undefined : (Math.atan2(y, x) * 180) / Math.PI
}

test('measures contrast as WCAG does', () => {
  expect(toContrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5)
  expect(toContrast([255, 255, 255], [119, 119, 119])).toBeCloseTo(4.48, 2)
  expect(toContrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2)
  expect(toContrast([80, 80, 80], [80, 80, 80])).toBe(1)
})

test('leaves a colour alone that can be seen', () => {
  const blue: Colour = [75, 63, 208]
  expect(keepContrast(blue, [255, 255, 255], 4.5)).toBe(blue)
})

test('gives every colour on every ground the contrast it needs', () => {
  for (let run = 0; run < RUNS; run += 1) {
    const [colour, ground] = [draw(), draw()]
    for (const ratio of [3, 4.5])
      expect(toContrast(keepContrast(colour, ground, ratio), ground), `${colour} on ${ground}`).toBeGreaterThanOrEqual(ratio)
  }
})

test('keeps the hue of a colour that it moves only a little', () => {
  let compared = 0
  for (let run = 0; run < RUNS; run += 1) {
    const colour = draw()
    const moved = keepContrast(colour, [255, 255, 255], 3)
    const [before, after] = [toHue(colour), toHue(moved)]
    if (moved === colour || before === undefined || after === undefined) continue
    const turned = Math.abs(((after - before + 540) % 360) - 180)
    expect(turned, `${colour} became ${moved}`).toBeLessThan(30)
    compared += 1
  }
  expect(compared).toBeGreaterThan(100)
})

test('mixes by shares', () => {
  expect(mix([200, 100, 0], [0, 100, 200], 1)).toEqual([200, 100, 0])
  expect(mix([200, 100, 0], [0, 100, 200], 0.5)).toEqual([100, 100, 100])
})

test('makes a card of any four colours that can be read and used', () => {
  for (let run = 0; run < RUNS; run += 1) {
    const wishes = { paper: draw(), ink: draw(), accent: draw(), onAccent: run % 2 ? draw() : undefined }
    const tokens = toTokens(wishes)
    const from = JSON.stringify(wishes)
    expect(tokens.paper, from).toBe(wishes.paper)
    for (const ground of [tokens.paper, tokens.tint]) {
      for (const text of [tokens.ink, tokens.soft]) expect(toContrast(text, ground), from).toBeGreaterThanOrEqual(4.5)
      for (const control of [tokens.accent, tokens.line, tokens.gold]) expect(toContrast(control, ground), from).toBeGreaterThanOrEqual(3)
    }
    expect(toContrast(tokens['on-accent'], tokens.accent), from).toBeGreaterThanOrEqual(4.5)
  }
})

test('takes black or white on an accent when nothing was wished, whichever is read more easily', () => {
  const ground = { paper: [255, 255, 255], ink: [28, 26, 37], onAccent: undefined } as const
  expect(toTokens({ ...ground, accent: [75, 63, 208] })['on-accent']).toEqual([255, 255, 255])
  expect(toTokens({ ...ground, paper: [20, 20, 20], accent: [255, 230, 0] })['on-accent']).toEqual([22, 20, 31])
})
