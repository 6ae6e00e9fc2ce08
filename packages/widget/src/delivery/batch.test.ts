import { LIMITS, type Response as PromptResponse, ResponseBatch } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { toBatch } from './batch.ts'
import { toUuidV7 } from './uuid-v7.ts'

const toResponse = (number: number, comment?: string): PromptResponse => ({
  id: toUuidV7(number, new Uint8Array(9)),
  rev: 1,
  promptId: 'p',
  promptVersion: 1,
  kind: 'nps',
  scaleMax: 10,
  touchpoint: 'checkout',
  state: 'answered',
  locale: 'es',
  shownAt: 1,
  answeredAt: 2,
  score: 9,
  ...(comment && { comment }),
})
const toResponses = (count: number, comment?: string) => Array.from({ length: count }, (_, index) => toResponse(index, comment))
const toBytes = (text: string) => new TextEncoder().encode(text).length

test('writes what the worker reads', () => {
  const responses = toResponses(3, 'Ñandú «"comillas"»\n')
  const batch = toBatch('pk_test', responses, 5, 'checkout reached')
  expect(ResponseBatch.parse(JSON.parse(batch.body))).toEqual({ siteKey: 'pk_test', sentAt: 5, responses, reach: 'checkout reached' })
  expect(batch.responses).toEqual(responses)
})

test('carries the token of a challenge, and no word of it where there is none', () => {
  const read = (challenge?: string) => ResponseBatch.parse(JSON.parse(toBatch('pk_test', toResponses(1), 5, '', challenge).body)).challenge
  expect(read(JSON.stringify('0.token"'))).toBe('0.token"')
  expect(read()).toBeUndefined()
})

test('says who answered, and carries nobody else’s answers beside them', () => {
  const [first, second, third, fourth] = toResponses(4) as [PromptResponse, PromptResponse, PromptResponse, PromptResponse]
  const [token, id] = [{ respondentToken: 'a.b.c' }, { respondentId: 'r-12345678' }]
  const waiting = [
    { ...first, who: JSON.stringify(token) },
    second,
    { ...third, who: JSON.stringify(id) },
    { ...fourth, who: JSON.stringify(token) },
  ]
  const send = () => {
    const { body, responses } = toBatch('pk_test', waiting, 5, '')
    for (const response of responses) waiting.splice(waiting.indexOf(response), 1)
    return ResponseBatch.parse(JSON.parse(body))
  }
  const rest = { siteKey: 'pk_test', sentAt: 5, reach: '' }
  expect([send(), send(), send()]).toEqual([
    { ...rest, ...token, responses: [first, fourth] },
    { ...rest, responses: [second] },
    { ...rest, ...id, responses: [third] },
  ])
  expect(waiting).toEqual([])
})

test('carries at most as many responses as a request may', () => {
  const responses = toResponses(LIMITS.batchResponses + 1)
  expect(toBatch('pk_test', responses, 5, '').responses).toEqual(responses.slice(0, LIMITS.batchResponses))
})

test('stays within the bytes of a request, counted in UTF-8, and uses them well', () => {
  const { body, responses } = toBatch('pk_test', toResponses(20, '💚'.repeat(500)), 5, '')
  expect(toBytes(body)).toBeLessThanOrEqual(LIMITS.batchBytes)
  expect(toBytes(body) + toBytes(JSON.stringify(responses[0])) + 1).toBeGreaterThan(LIMITS.batchBytes)
})

test('has room for the longest comment in its longest spelling', () => {
  const challenge = JSON.stringify('0'.repeat(LIMITS.challengeLength))
  const { body, responses } = toBatch('pk_test', [toResponse(1, '\u0001'.repeat(LIMITS.commentLength))], 5, '', challenge)
  expect(responses).toHaveLength(1)
  expect(toBytes(body)).toBeLessThanOrEqual(LIMITS.batchBytes)
})

test('is not spoilt by a page that teaches arrays to write themselves, as Prototype.js 1.6 does', () => {
  Object.defineProperty(Array.prototype, 'toJSON', {
    configurable: true,
    value() {
      return 'spoilt'
    },
  })
  try {
    const { body } = toBatch('pk_test', toResponses(2), 5, '')
    expect(JSON.parse(body).responses).toHaveLength(2)
  } finally {
    Reflect.deleteProperty(Array.prototype, 'toJSON')
  }
})
