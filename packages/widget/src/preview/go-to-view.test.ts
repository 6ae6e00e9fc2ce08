import type { PromptWording, SitePrompt } from '@pulso/protocol/types'
import { expect, test } from 'vitest'
import { createConversation } from '../asking/create-conversation.ts'
import { goToView } from './go-to-view.ts'

const SILENT = { shown() {}, answered() {}, drafted() {}, completed: () => undefined, dismissed() {} }

function open(prompt: Partial<SitePrompt> & Pick<SitePrompt, 'kind' | 'scaleMax'>, wording: Partial<PromptWording> = {}) {
  const whole = { followUp: { low: 'a', mid: 'b', high: 'c' }, second: '', thanks: 'Thanks', options: {}, ...wording } as PromptWording
  return createConversation(prompt as SitePrompt, whole, SILENT)
}

test.each([
  ['nps', 10, [6, 8, 10]],
  ['csat', 5, [2, 3, 5]],
  ['emoji', 3, [1, 2, 3]],
] as const)('%s up to %i is answered so that each follow-up is seen', (kind, scaleMax, scores) => {
  for (const [place, band] of (['low', 'mid', 'high'] as const).entries()) {
    const conversation = open({ kind, scaleMax })
    goToView(conversation, { kind, scaleMax }, band)
    expect(conversation.state).toMatchObject({ step: 'following', band, score: scores[place] })
  }
})

test('goes to the thanks and to the second question, and stays at the question', () => {
  const prompt = { kind: 'stars', scaleMax: 5 } as const
  for (const [view, step] of [
    ['thanks', 'thanking'],
    ['second', 'second'],
    ['question', 'asking'],
  ] as const) {
    const conversation = open(prompt, { second: 'And?' })
    goToView(conversation, prompt, view)
    expect(conversation.state.step).toBe(step)
  }
})

test('of a choice of several and of a text as well, and as far as it goes where nothing is asked', () => {
  const choice = { kind: 'choice', scaleMax: 10, multiple: true, options: [{ key: 'old', retired: true }, { key: 'new' }] } as const
  const chosen = open(choice as never)
  goToView(chosen, choice as never, 'mid')
  expect(chosen.state).toMatchObject({ step: 'following', choices: ['new'] })
  const text = open({ kind: 'text', scaleMax: 0 })
  goToView(text, { kind: 'text', scaleMax: 0 }, 'second')
  expect(text.state.step).toBe('thanking')
})
