import { expect, test } from 'vitest'
import { reportWith, touchpointWith } from '../../../test/believable-report.ts'
import { toMainAudience } from '../main-audience.ts'
import { toStageEmotions } from './stage-emotion.ts'

const stageWith = (key: string, ...touchpoints: ReturnType<typeof touchpointWith>[]) => ({
  key,
  name: { en: key },
  phase: 'during' as const,
  touchpoints,
})

test('counts happy minus unhappy answers over different scales, each by its own', () => {
  const nps = touchpointWith({ key: 'nps', kind: 'nps', scores: [20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20] })
  const csat = touchpointWith({ key: 'csat', scores: [0, 0, 0, 20, 0, 40] })
  const [emotion] = toStageEmotions(reportWith([], { stages: [stageWith('use', nps, csat)] }), 'customer')
  expect(emotion?.balance).toMatchObject({ good: 60, middle: 20, bad: 20, n: 100, value: 0.4 })
  expect(emotion?.blindness).toBeNull()
})

test('says why a stage is blind', () => {
  const stages = [
    stageWith('empty'),
    stageWith('silent', touchpointWith({ key: 'silent' })),
    stageWith('thin', touchpointWith({ key: 'thin', scores: [0, 0, 0, 0, 0, 29] })),
    stageWith('seen', touchpointWith({ key: 'seen', scores: [0, 0, 0, 0, 0, 30] })),
  ]
  expect(toStageEmotions(reportWith([], { stages }), 'customer').map(({ blindness }) => blindness)).toEqual([
    'empty',
    'not-asked',
    'few',
    null,
  ])
})

test('draws the curve of customers unless there are none, and sees a stage that only others answer at', () => {
  const kitchen = { ...touchpointWith({ key: 'kitchen', scores: [0, 0, 0, 0, 0, 40] }), audience: 'employee' as const }
  const shop = touchpointWith({ key: 'shop', scores: [0, 0, 0, 0, 0, 40] })
  const both = reportWith([], { stages: [stageWith('work', kitchen), stageWith('buy', shop)] })
  expect(toMainAudience(both, null)).toBe('customer')
  const [work] = toStageEmotions(both, 'customer')
  expect([work?.balance.n, work?.blindness]).toEqual([0, null])
  expect(toMainAudience(reportWith([kitchen]), null)).toBe('employee')
})
