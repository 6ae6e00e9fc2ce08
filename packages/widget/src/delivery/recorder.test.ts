import { Response as PromptResponse } from '@pulso/protocol'
import type { SitePrompt } from '@pulso/protocol/types'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRecorder } from './recorder.ts'

const PROMPT: SitePrompt = {
  id: 'after-paying',
  version: 3,
  kind: 'nps',
  scaleMax: 10,
  touchpoints: [],
  delayMs: 0,
  waitsMs: { 'after-answered': 1, 'after-dismissed': 1, 'after-shown': 1 },
  rules: {},
  mode: 'popover',
  position: 'bottom-end',
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A recorder with everything it has kept, sent and told; what it keeps must be what the worker takes. */
function record(segment?: string, changes: Partial<SitePrompt> = {}, repeated?: true) {
  const kept: PromptResponse[] = []
  const sent: PromptResponse[] = []
  const happened: string[] = []
  const recorder = createRecorder(
    { prompt: { ...PROMPT, ...changes }, touchpoint: 'checkout', locale: 'es', segment, repeated },
    async (response, now) => {
      // By way of JSON, as it travels.
      const parsed = PromptResponse.parse(JSON.parse(JSON.stringify(response)))
      kept.push(parsed)
      if (now) sent.push(parsed)
    },
    (milestone) => happened.push(milestone),
  )
  return { recorder, kept, sent, happened }
}

test('keeps a showing on the device but does not send it yet', () => {
  const { recorder, kept, sent, happened } = record()
  recorder.shown()
  expect(kept).toMatchObject([{ state: 'shown', rev: 1, promptId: 'after-paying', promptVersion: 3, touchpoint: 'checkout', locale: 'es' }])
  expect(sent).toEqual([])
  expect(happened).toEqual(['shown'])
})

test('says what is odd about itself, where something is', () => {
  const ordinary = record()
  ordinary.recorder.shown()
  expect(ordinary.kept[0]).not.toHaveProperty('automated')
  expect(ordinary.kept[0]).not.toHaveProperty('repeated')
  vi.stubGlobal('navigator', { webdriver: true })
  const odd = record(undefined, {}, true)
  odd.recorder.shown()
  expect(odd.kept[0]).toMatchObject({ automated: true, repeated: true })
  vi.unstubAllGlobals()
})

test('sends a score at once and the comment as a newer revision of the same response', () => {
  const { recorder, sent, happened } = record()
  recorder.shown()
  recorder.answered({ score: 0 })
  recorder.drafted({ comment: 'Muy' })
  recorder.completed({ comment: '  Muy lento ' })
  expect(sent).toMatchObject([
    { state: 'answered', score: 0 },
    { state: 'completed', score: 0, comment: 'Muy lento' },
  ])
  expect(sent[0]?.id).toBe(sent[1]?.id)
  expect(sent[1]?.rev).toBeGreaterThan(sent[0]?.rev ?? Number.NaN)
  expect(happened).toEqual(['shown', 'answered', 'completed'])
})

test('completes without a comment when nothing but space was typed', () => {
  const { recorder, sent } = record()
  recorder.answered({ score: 9 })
  recorder.completed({ comment: ' \n ' })
  expect(sent.at(-1)).toMatchObject({ state: 'completed' })
  expect(sent.at(-1)).not.toHaveProperty('comment')
})

test('sends a dismissal, without a score', () => {
  const { recorder, sent, happened } = record()
  recorder.shown()
  recorder.dismissed()
  expect(sent).toMatchObject([{ state: 'dismissed' }])
  expect(happened).toEqual(['shown', 'dismissed'])
})

test('keeps a draft when typing pauses, without sending it', () => {
  const { recorder, kept, sent } = record()
  recorder.answered({ score: 4 })
  recorder.drafted({ comment: 'La c' })
  recorder.drafted({ comment: 'La cola' })
  vi.runAllTimers()
  expect(kept.map(({ comment }) => comment)).toEqual([undefined, 'La cola'])
  expect(sent).toHaveLength(1)
})

test('sends what was typed when the visitor leaves, and only once', () => {
  const { recorder, sent } = record()
  recorder.answered({ score: 4 })
  recorder.drafted({ comment: 'La cola' })
  recorder.leave()
  recorder.leave()
  expect(sent.map(({ comment }) => comment)).toEqual([undefined, 'La cola'])
  expect(sent.at(-1)?.state).toBe('answered')
})

test('takes a draft back when the visitor closes: the score stays, the words do not', () => {
  const { recorder, sent, happened } = record()
  recorder.answered({ score: 4 })
  recorder.drafted({ comment: 'La cola' })
  recorder.leave()
  recorder.dismissed()
  expect(sent.at(-1)).toMatchObject({ state: 'answered', score: 4 })
  expect(sent.at(-1)).not.toHaveProperty('comment')
  expect(happened).not.toContain('dismissed')
})

test('sends nothing more when an answer is closed without a draft', () => {
  const { recorder, sent } = record()
  recorder.answered({ score: 4 })
  recorder.dismissed()
  expect(sent).toHaveLength(1)
})

test('replaces a score that was corrected', () => {
  const { recorder, sent } = record()
  recorder.answered({ score: 4 })
  recorder.answered({ score: 8 })
  expect(sent.at(-1)).toMatchObject({ state: 'answered', score: 8 })
})

test('cuts comment and segment to what the wire takes, and leaves an empty segment out', () => {
  const long = record('x'.repeat(100))
  long.recorder.answered({ score: 4 })
  long.recorder.completed({ comment: 'y'.repeat(5000) })
  expect(long.sent.at(-1)).toMatchObject({ segment: 'x'.repeat(64), comment: 'y'.repeat(2000) })
  const empty = record('')
  empty.recorder.answered({ score: 4 })
  expect(empty.sent[0]).not.toHaveProperty('segment')
})

test('keeps what was sent when only the second answer is withdrawn by closing', () => {
  const { recorder, sent } = record()
  recorder.answered({ score: 4 })
  recorder.completed({ comment: 'La cola' })
  recorder.drafted({ comment: 'La cola', second: 'por la ma' })
  recorder.leave()
  recorder.dismissed()
  expect(sent.at(-1)).toMatchObject({ state: 'completed', comment: 'La cola' })
  expect(sent.at(-1)).not.toHaveProperty('second')
})

test('sends chosen options, and what was written beside "other" only while that is chosen', () => {
  const { recorder, sent } = record(undefined, { kind: 'choice' })
  recorder.answered({ choices: ['price', 'other'], other: ' el ruido ' })
  recorder.answered({ choices: ['price'], other: 'el ruido' })
  expect(sent).toMatchObject([{ choices: ['price', 'other'], other: 'el ruido' }, { choices: ['price'] }])
  expect(sent.at(-1)).not.toHaveProperty('other')
})

test('makes an answer of a suggestion when it is sent, or when the page is left, but not when it is closed', () => {
  const left = record(undefined, { kind: 'text', scaleMax: 0 })
  left.recorder.shown()
  left.recorder.drafted({ comment: 'Más sombra' })
  left.recorder.leave()
  expect(left.sent).toMatchObject([{ state: 'answered', comment: 'Más sombra' }])
  left.recorder.dismissed()
  expect(left.sent.at(-1)).toMatchObject({ state: 'dismissed' })
  const sent = record(undefined, { kind: 'text', scaleMax: 0 })
  sent.recorder.shown()
  sent.recorder.completed({ comment: 'Más sombra' })
  expect(sent.happened).toEqual(['shown', 'answered', 'completed'])
  sent.recorder.dismissed()
  expect(sent.sent.at(-1)).toMatchObject({ state: 'completed', comment: 'Más sombra' })
})

test('takes a suggestion that is only being written for no answer, however long the pause', () => {
  const { recorder, kept, happened } = record(undefined, { kind: 'text', scaleMax: 0 })
  recorder.shown()
  recorder.drafted({ comment: 'Más' })
  vi.runAllTimers()
  recorder.dismissed()
  expect(happened).toEqual(['shown', 'dismissed'])
  expect(kept.map(({ state }) => state)).toEqual(['shown', 'dismissed'])
})
