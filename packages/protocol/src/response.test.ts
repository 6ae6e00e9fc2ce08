import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ImportBatch, KINDS, LIMITS, parseReach, Response, ResponseBatch, ResponseId, SCALES } from './index.ts'

const shown = {
  id: '0198c5f2-7a3b-7c4d-8e5f-0123456789ab',
  rev: 1,
  promptId: 'recommend',
  promptVersion: 1,
  kind: 'nps',
  scaleMax: 10,
  touchpoint: 'checkout',
  state: 'shown',
  locale: 'es',
  shownAt: 1_793_000_000_000,
} as const
const answered = { ...shown, rev: 2, state: 'answered', score: 9, answeredAt: 1_793_000_004_000 } as const
const completed = { ...answered, rev: 3, state: 'completed', comment: 'El café, de diez.' } as const

/** Where a response breaks the contract and why; nothing when it keeps it. */
function complaintsAbout(response: unknown): string[] {
  const result = Response.safeParse(response)
  return result.success ? [] : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
}

test('follows a response from shown to completed, or to dismissed', () => {
  for (const response of [shown, answered, completed, { ...completed, segment: 'members' }, { ...shown, rev: 2, state: 'dismissed' }]) {
    expect(Response.parse(response)).toEqual(response)
  }
})

test('lets a response be completed without a comment', () => {
  expect(complaintsAbout({ ...answered, state: 'completed' })).toEqual([])
})

test.for(['answered', 'completed'] as const)('asks a response that is %s for its score and its time', (state) => {
  expect(complaintsAbout({ ...shown, state })).toEqual([
    'score: an answered response carries a score',
    'answeredAt: an answered response says when',
  ])
})

test.for(['shown', 'dismissed'] as const)('takes no score, time or comment with a response that is only %s', (state) => {
  expect(complaintsAbout({ ...completed, state })).toEqual([
    `score: a response that is only ${state} carries no score`,
    `answeredAt: a response that is only ${state} was not answered`,
    'comment: a text comes with an answer',
  ])
})

test('takes every score of every scale, and none below or above', () => {
  for (const kind of KINDS.filter((candidate) => candidate !== 'choice' && candidate !== 'text')) {
    const { min } = SCALES[kind]
    for (const scaleMax of SCALES[kind].max) {
      for (let score = min; score <= scaleMax; score += 1) expect(complaintsAbout({ ...answered, kind, scaleMax, score })).toEqual([])
      for (const score of [min - 1, scaleMax + 1]) {
        expect(complaintsAbout({ ...answered, kind, scaleMax, score })).toEqual([`score: use ${min} to ${scaleMax}`])
      }
    }
  }
})

test('answers a choice by options alone, each once, and with words of its own only beside "other"', () => {
  const { score: _, ...base } = answered
  const choice = { ...base, kind: 'choice', choices: ['price', 'other'], other: 'El ruido' }
  expect(complaintsAbout(choice)).toEqual([])
  expect(complaintsAbout({ ...choice, choices: undefined })).toContain('choices: an answered choice carries choices')
  expect(complaintsAbout({ ...choice, choices: [] })).not.toEqual([])
  expect(complaintsAbout({ ...choice, choices: ['price', 'price'], other: undefined })).toEqual(['choices: an option is chosen once'])
  expect(complaintsAbout({ ...choice, choices: ['price'] })).toEqual(['other: this comes with the option other'])
  expect(complaintsAbout({ ...choice, score: 3 })).toEqual(['score: choice is not answered by score'])
  expect(complaintsAbout({ ...answered, choices: ['price'] })).toEqual(['choices: nps is not answered by choices'])
  const many = Array.from({ length: LIMITS.options + 1 }, (_, index) => `option-${index}`)
  expect(complaintsAbout({ ...choice, choices: many, other: undefined })).toEqual([])
  expect(complaintsAbout({ ...choice, choices: [...many, 'more'], other: undefined })).toHaveLength(1)
})

test('answers a text by its text', () => {
  const { score: _, ...base } = answered
  const text = { ...base, kind: 'text', scaleMax: 0, comment: 'Más sombra' }
  expect(complaintsAbout(text)).toEqual([])
  expect(complaintsAbout({ ...text, comment: undefined })).toEqual(['comment: an answered response carries a comment'])
  expect(complaintsAbout({ ...text, score: 0 })).toEqual(['score: text is not answered by score'])
})

test('takes counts of what was reached without any answer, up to the limit', () => {
  const batchOf = (reach: string) => ResponseBatch.safeParse({ siteKey: 'pk_demo_cafe', reach }).success
  expect([batchOf('x'.repeat(LIMITS.reachLength)), batchOf('x'.repeat(LIMITS.reachLength + 1)), batchOf('')]).toEqual([true, false, false])
  const lines = Array.from({ length: LIMITS.reachCounts + 1 }, (_, index) => `checkout eligible p${index}`)
  expect(parseReach(lines.join('\n'))).toHaveLength(LIMITS.reachCounts)
})

test('counts lines of what was reached, and passes over those that are none', () => {
  const lines = [
    'checkout reached',
    'checkout after-shown recommend',
    'checkout reached',
    'checkout dropped recommend',
    'checkout hm',
    'Checkout reached',
    '',
    'a b c d',
  ]
  expect(parseReach(lines.join('\n'))).toEqual([
    { touchpoint: 'checkout', outcome: 'reached', count: 2 },
    { touchpoint: 'checkout', outcome: 'after-shown', promptId: 'recommend', count: 1 },
    { touchpoint: 'checkout', outcome: 'dropped', promptId: 'recommend', count: 1 },
  ])
})

test('wants to know when answers were sent', () => {
  const batch = { siteKey: 'pk_demo_cafe', responses: [{}] }
  expect(ResponseBatch.safeParse(batch).error?.issues[0]?.path).toEqual(['sentAt'])
  expect(ResponseBatch.safeParse({ ...batch, sentAt: 1 }).success).toBe(true)
})

test('takes whole scores alone, zero being one', () => {
  expect(complaintsAbout({ ...answered, score: 0 })).toEqual([])
  for (const score of [8.5, '9', null, Number.NaN]) expect(complaintsAbout({ ...answered, score })).not.toEqual([])
})

test('refuses a scale that its kind is not asked with, so that three faces are never read as ten points', () => {
  expect(complaintsAbout({ ...answered, kind: 'emoji', scaleMax: 10 })).toEqual(['scaleMax: emoji is asked with a highest score of 5 or 3'])
  expect(complaintsAbout({ ...answered, kind: 'nps', scaleMax: 5 })).toEqual(['scaleMax: nps is asked with a highest score of 10'])
})

test.for([
  ['a comment', 'comment', 'a', LIMITS.commentLength],
  ['a prompt’s key', 'promptId', 'k', LIMITS.keyLength],
  ['a touchpoint’s key', 'touchpoint', 'k', LIMITS.keyLength],
  ['a segment', 'segment', 's', LIMITS.segmentLength],
] as const)('takes %s of the greatest length, and none longer', ([, field, letter, length]) => {
  expect(complaintsAbout({ ...completed, [field]: letter.repeat(length) })).toEqual([])
  expect(complaintsAbout({ ...completed, [field]: letter.repeat(length + 1) })).toHaveLength(1)
})

test('counts a comment in UTF-16 units, as the text area of a browser does', () => {
  expect(complaintsAbout({ ...completed, comment: '☕'.repeat(LIMITS.commentLength) })).toEqual([])
  expect(complaintsAbout({ ...completed, comment: '😀'.repeat(LIMITS.commentLength / 2) })).toEqual([])
  expect(complaintsAbout({ ...completed, comment: '😀'.repeat(LIMITS.commentLength / 2 + 1) })).toHaveLength(1)
})

test('takes revisions from 1 to the greatest, and none that could never be revised', () => {
  for (const rev of [1, LIMITS.rev]) expect(complaintsAbout({ ...shown, rev })).toEqual([])
  for (const rev of [0, -1, 1.5, LIMITS.rev + 1]) expect(complaintsAbout({ ...shown, rev })).toHaveLength(1)
})

test('takes times that a calendar has', () => {
  const latest = 8_640_000_000_000_000
  expect(complaintsAbout({ ...shown, shownAt: 0 })).toEqual([])
  expect(complaintsAbout({ ...shown, shownAt: latest })).toEqual([])
  for (const shownAt of [-1, latest + 2, 0.5, '2026-11-22']) expect(complaintsAbout({ ...shown, shownAt })).not.toEqual([])
})

test.for([
  'not-an-id',
  '0198c5f2-7a3b-4c4d-8e5f-0123456789ab',
  '0198C5F2-7A3B-7C4D-8E5F-0123456789AB',
  '0198c5f2-7a3b-7c4d-ce5f-0123456789ab',
  '0198c5f27a3b7c4d8e5f0123456789ab',
  ' 0198c5f2-7a3b-7c4d-8e5f-0123456789ab',
])('refuses %j as an id: only lower-case UUIDv7, so that one answer has one id', (id) => {
  expect(ResponseId.safeParse(id).success).toBe(false)
})

test('refuses what it does not know, so that a misspelt field is not lost in silence', () => {
  expect(complaintsAbout({ ...completed, coment: 'Muy bien' })).toHaveLength(1)
})

test('takes a batch of the greatest size, none larger, none empty', () => {
  const batchOf = (count: number) => ({ siteKey: 'pk_demo_cafe', sentAt: 1_793_000_005_000, responses: new Array(count).fill(shown) })
  expect(ResponseBatch.safeParse(batchOf(LIMITS.batchResponses)).success).toBe(true)
  expect(ResponseBatch.safeParse(batchOf(LIMITS.batchResponses + 1)).success).toBe(false)
  expect(ResponseBatch.safeParse(batchOf(0)).success).toBe(false)
})

test('takes a respondent by token or by id, up to their limits, and not both', () => {
  const isTaken = (parts: object) => ResponseBatch.safeParse({ siteKey: 'pk_demo_cafe', sentAt: 0, responses: [shown], ...parts }).success
  expect(isTaken({ respondentToken: 't'.repeat(LIMITS.respondentTokenLength) })).toBe(true)
  expect(isTaken({ respondentToken: 't'.repeat(LIMITS.respondentTokenLength + 1) })).toBe(false)
  expect(isTaken({ respondentId: 'r'.repeat(LIMITS.respondentIdLength) })).toBe(true)
  expect(isTaken({ respondentId: 'r'.repeat(LIMITS.respondentIdLength + 1) })).toBe(false)
  // So short an id is one that people share.
  expect(isTaken({ respondentId: '1234567' })).toBe(false)
  expect(isTaken({ respondentToken: 'token', respondentId: 'a-random-id' })).toBe(false)
})

test('lets a bad item into the batch, to be refused alone', () => {
  expect(ResponseBatch.safeParse({ siteKey: 'pk_demo_cafe', sentAt: 0, responses: [shown, null, 'junk'] }).success).toBe(true)
})

test.for(['demo_cafe', 'pk_', 'pk_abc', `pk_${'a'.repeat(61)}`, 'pk_with space', 'sk_secret'])('refuses %j as a site key', (siteKey) => {
  expect(ResponseBatch.safeParse({ siteKey, sentAt: 0, responses: [shown] }).success).toBe(false)
})

test('takes an import of the greatest size, none larger, and never as if visitors had answered', () => {
  const importOf = (count: number, source = 'demo') => ({ source, responses: new Array(count).fill(completed) })
  expect(ImportBatch.safeParse(importOf(LIMITS.importResponses)).success).toBe(true)
  expect(ImportBatch.safeParse(importOf(LIMITS.importResponses + 1)).success).toBe(false)
  expect(ImportBatch.safeParse(importOf(1, 'visitor')).success).toBe(false)
})

test('never throws, whatever is sent', () => {
  const fields = fc.constantFrom(...Object.keys({ ...completed, segment: '' }))
  fc.assert(
    fc.property(fields, fc.jsonValue(), (field, value) => {
      expect(() => Response.safeParse({ ...completed, [field]: value })).not.toThrow()
      expect(() => ResponseBatch.safeParse(value)).not.toThrow()
    }),
  )
})
