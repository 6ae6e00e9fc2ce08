import type { Report, TouchpointReport } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { reportWith, touchpointWith } from '../../test/believable-report.ts'
import { toMainScore, toScenes } from './to-scenes.ts'

const asked = (key: string) => touchpointWith({ key, scores: [0, 0, 0, 0, 0, 3] })
const blind = (key: string): TouchpointReport => ({ ...asked(key), scores: [] })

/** A journey of stages with so many touchpoints each. */
function journeyOf(...sizes: number[]): Report {
  const report = reportWith([])
  const [stage] = report.stages
  if (!stage) throw new Error('a report has a stage')
  const stages = sizes.map((size, place) => ({
    ...stage,
    key: `stage-${place}`,
    touchpoints: Array.from({ length: size }, (_, number) => asked(`${place}-${number}`)),
  }))
  return { ...report, stages }
}

const sizesOf = (report: Report, most: number) => toScenes(report, most).map((scene) => scene.length)

test('puts all on one wall if it fits', () => {
  expect(sizesOf(journeyOf(2, 3, 4, 3), 12)).toEqual([12])
  expect(sizesOf(journeyOf(), 12)).toEqual([])
})

test('keeps a stage together, and its order', () => {
  const report = journeyOf(5, 5, 5, 2)
  expect(sizesOf(report, 12)).toEqual([10, 7])
  expect(toScenes(report, 12).flatMap((scene) => scene.map(({ touchpoint }) => touchpoint.key))).toEqual(
    report.stages.flatMap(({ touchpoints }) => touchpoints.map(({ key }) => key)),
  )
})

test('parts a stage that is too long evenly', () => {
  expect(sizesOf(journeyOf(1, 25, 1), 12)).toEqual([1, 9, 9, 8])
})

test('shows no touchpoint without a number', () => {
  const report = journeyOf(1)
  report.stages[0]?.touchpoints.push(blind('nobody-asked'))
  expect(sizesOf(report, 12)).toEqual([1])
  expect(toMainScore(blind('nobody-asked'))).toBeNull()
})
