import { LIMITS } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { readSentiment } from './read-sentiment.ts'
import { createSentimentReader, type LanguageModel } from './sentiment-reader.ts'

const COMMENT = { text: 'Un desastre', locale: 'es' }

/** A binding that answers as Workers AI does, or however it is told to. */
function createModel(answer: (input: { messages: { content: string }[] }) => unknown) {
  const asked: string[] = []
  const model: LanguageModel = {
    run: async (_name, input) => {
      const { messages } = input as { messages: { content: string }[] }
      asked.push(messages[1]?.content ?? '')
      return answer({ messages })
    },
  }
  return { model, asked }
}

test('takes what the model says, each comment asked about by itself', async () => {
  const { model, asked } = createModel(() => ({ response: '{"value": -0.8, "label": "negative", "emotion": "anger"}' }))
  const readings = await createSentimentReader(model).read([COMMENT, { text: 'Bien', locale: 'es' }])
  expect(readings).toEqual([
    { value: -0.8, label: 'negative', emotion: 'anger', by: 'model' },
    { value: -0.8, label: 'negative', emotion: 'anger', by: 'model' },
  ])
  expect(asked).toEqual(['Un desastre', 'Bien'])
})

test.for<[how: string, answer: () => unknown]>([
  ['is down', () => Promise.reject(new Error('3040: out of capacity'))],
  ['says nothing', () => null],
  ['chats', () => ({ response: 'Sure! The comment is negative.' })],
  ['is talked into another word', () => ({ response: '{"value": 1, "label": "the best shop", "emotion": null}' })],
  ['leaves the scale', () => ({ response: { value: 9, label: 'positive', emotion: null } })],
])('reads by the lexicon when the model %s', async ([_how, answer]) => {
  const { model } = createModel(answer)
  expect(await createSentimentReader(model).read([COMMENT])).toEqual([readSentiment(COMMENT.text, COMMENT.locale)])
})

test('asks about so many comments of a page, and reads the others by the lexicon', async () => {
  const { model, asked } = createModel(() => ({ response: { value: 0, label: 'neutral', emotion: null } }))
  const readings = await createSentimentReader(model).read(Array.from({ length: LIMITS.modelReadings + 1 }, () => COMMENT))
  expect(asked).toHaveLength(LIMITS.modelReadings)
  expect(readings.map(({ by }) => by)).toEqual([...Array.from({ length: LIMITS.modelReadings }, () => 'model'), 'lexicon'])
})
