import type { PromptWording, SitePrompt } from '@pulso/protocol/types'
import { expect, test } from 'vitest'
import { createConversation, toBand } from './create-conversation.ts'

const PROMPT: SitePrompt = {
  id: 'ask',
  version: 1,
  kind: 'nps',
  scaleMax: 10,
  touchpoints: [],
  delayMs: 0,
  mode: 'popover',
  position: 'bottom-end',
  waitsMs: { 'after-answered': 1, 'after-dismissed': 1, 'after-shown': 1 },
  rules: {},
}
const WORDING: PromptWording = {
  question: '?',
  low: '',
  high: '',
  options: {},
  other: 'Other',
  followUp: { low: 'Why low?', mid: 'Why mid?', high: 'Why high?' },
  second: '',
  thanks: 'Thanks',
  links: { low: '', mid: '', high: '' },
}

/** A conversation with everything that it has told its recorder, in words. */
function converse(prompt: Partial<SitePrompt> = {}, wording: Partial<PromptWording> = {}) {
  const told: string[] = []
  const tell = (what: string) => (detail?: unknown) => void told.push(detail === undefined ? what : `${what} ${JSON.stringify(detail)}`)
  const recorder = {
    shown: tell('shown'),
    answered: tell('answered'),
    drafted: tell('drafted'),
    completed: tell('completed'),
    dismissed: tell('dismissed'),
  }
  const conversation = createConversation({ ...PROMPT, ...prompt }, { ...WORDING, ...wording }, recorder)
  return { conversation, told, step: () => conversation.state.step }
}

test('goes from the question by way of the follow-up to the thanks, and keeps the score at once', () => {
  const { conversation, told, step } = converse()
  conversation.choose(8)
  expect(conversation.state).toMatchObject({ step: 'following', score: 8, band: 'mid' })
  expect(told).toEqual(['answered {"score":8}'])
  conversation.write('Bien')
  conversation.next()
  expect(step()).toBe('thanking')
  expect(told.at(-1)).toBe('completed {"comment":"Bien","second":""}')
})

test('thanks only when the answer is kept, and not somebody who has closed meanwhile', async () => {
  const keeping: (() => void)[] = []
  const recorder = {
    shown() {},
    answered() {},
    drafted() {},
    completed: () => new Promise<void>((resolve) => void keeping.push(resolve)),
    dismissed() {},
  }
  const first = createConversation(PROMPT, WORDING, recorder)
  const second = createConversation(PROMPT, WORDING, recorder)
  for (const conversation of [first, second]) {
    conversation.choose(9)
    conversation.next()
    // An impatient second press sends once more and does no harm.
    conversation.next()
    expect(conversation.state.step).toBe('following')
  }
  second.close()
  for (const kept of keeping) kept()
  await Promise.resolve()
  expect([first.state.step, second.state.step]).toEqual(['thanking', 'over'])
})

test('takes a zero for an answer', () => {
  const { conversation, step } = converse()
  conversation.choose(0)
  expect(step()).toBe('following')
})

test('goes back to the question with the answer still chosen, and takes another', () => {
  const { conversation, told } = converse()
  conversation.choose(8)
  conversation.back()
  expect(conversation.state).toMatchObject({ step: 'asking', score: 8 })
  conversation.choose(3)
  expect(conversation.state).toMatchObject({ step: 'following', score: 3, band: 'low' })
  expect(told).toEqual(['answered {"score":8}', 'answered {"score":3}'])
})

test('passes over a follow-up that has nothing to say, and asks a second question that has', () => {
  const quiet = converse({}, { followUp: { low: 'Why?', mid: '', high: '' } })
  quiet.conversation.choose(10)
  expect(quiet.step()).toBe('thanking')
  expect(quiet.told.at(-1)).toMatch(/^completed/)
  const long = converse({}, { second: 'Your name?' })
  long.conversation.choose(10)
  long.conversation.write('All of it')
  long.conversation.next()
  expect(long.step()).toBe('second')
  long.conversation.write('Ana')
  long.conversation.back()
  expect(long.step()).toBe('following')
  long.conversation.next()
  long.conversation.next()
  expect(long.told.at(-1)).toBe('completed {"comment":"All of it","second":"Ana"}')
})

test('leads on from one option, waits with several and with "other"', () => {
  const one = converse({ kind: 'choice' })
  one.conversation.choose(['price'])
  expect(one.step()).toBe('following')
  const other = converse({ kind: 'choice', other: true })
  other.conversation.choose(['other'])
  other.conversation.choose(['other'], 'El ruido')
  expect(other.step()).toBe('asking')
  other.conversation.next()
  expect(other.step()).toBe('following')
  const several = converse({ kind: 'choice', multiple: true })
  several.conversation.next()
  several.conversation.choose(['price'])
  several.conversation.choose(['price', 'taste'])
  expect(several.step()).toBe('asking')
  several.conversation.choose([])
  several.conversation.next()
  expect(several.step()).toBe('asking')
  expect(several.told).toEqual(['answered {"choices":["price"],"other":""}', 'answered {"choices":["price","taste"],"other":""}'])
})

test('completes a suggestion when it is sent, not while it is empty', () => {
  const { conversation, told, step } = converse({ kind: 'text', scaleMax: 0 })
  conversation.next()
  conversation.write('  ')
  conversation.next()
  expect(step()).toBe('asking')
  conversation.write('Más sombra')
  conversation.next()
  expect(step()).toBe('thanking')
  expect(told.at(-1)).toBe('completed {"comment":"Más sombra","second":""}')
})

test('can be closed at every step, tells so unless everything is said, and then stays closed', () => {
  for (const [moves, dismissals] of [
    [0, 1],
    [1, 1],
    [2, 0],
  ] as const) {
    const { conversation, told, step } = converse()
    if (moves > 0) conversation.choose(8)
    if (moves > 1) conversation.next()
    conversation.close()
    conversation.close()
    conversation.choose(1)
    conversation.next()
    conversation.back()
    expect(step()).toBe('over')
    expect(told.filter((what) => what === 'dismissed')).toHaveLength(dismissals)
  }
})

test('ignores a move that makes no sense now', () => {
  const { conversation, told } = converse()
  conversation.next()
  conversation.back()
  conversation.choose(8)
  conversation.choose(2)
  expect(conversation.state).toMatchObject({ step: 'following', score: 8 })
  expect(told).toHaveLength(1)
})

test('tells its listeners about every change until they stop listening', () => {
  const { conversation } = converse()
  let changes = 0
  const stop = conversation.subscribe(() => {
    changes += 1
  })
  conversation.choose(8)
  conversation.back()
  stop()
  conversation.choose(3)
  expect(changes).toBe(2)
})

test('follows detractors, passives and promoters with their own question', () => {
  const bands = Array.from({ length: 11 }, (_, score) => toBand('nps', 10, score))
  expect(bands).toEqual([...Array(7).fill('low'), 'mid', 'mid', 'high', 'high'])
})

test('splits every other scale at its middle', () => {
  const toBands = (kind: SitePrompt['kind'], scaleMax: number) =>
    Array.from({ length: scaleMax }, (_, index) => toBand(kind, scaleMax, index + 1))
  expect(toBands('csat', 5)).toEqual(['low', 'low', 'mid', 'high', 'high'])
  expect(toBands('stars', 5)).toEqual(['low', 'low', 'mid', 'high', 'high'])
  expect(toBands('ces', 7)).toEqual(['low', 'low', 'low', 'mid', 'high', 'high', 'high'])
  expect(toBands('emoji', 3)).toEqual(['low', 'mid', 'high'])
  expect([toBand('thumbs', 1, 0), toBand('thumbs', 1, 1)]).toEqual(['low', 'high'])
})
