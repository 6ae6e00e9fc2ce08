import { expect, test } from 'vitest'
import { callWorker, createResponse, createSite, OPERATOR, readRow, storeAnswers } from '../../test/talk-to-worker.ts'

const MARKED = 'Soy Ana, [email] o [phone]'
/** Control characters are gone before anything is looked for, so they hide nothing. */
const WRITTEN = 'Soy Ana, ana\u0000@example.com o 612\u0007 345 678'

test('stores comments, second answers and other texts without what identifies somebody', async () => {
  const site = await createSite('redacted', {
    prompts: [
      { id: 'nps', kind: 'nps', touchpoints: ['recommend'] },
      { id: 'why', kind: 'choice', touchpoints: ['checkout'], other: true, options: [{ key: 'price' }] },
    ],
  })
  const scored = createResponse({ comment: WRITTEN, second: WRITTEN, state: 'completed' })
  const { score: _, ...answer } = createResponse({
    promptId: 'why',
    kind: 'choice',
    touchpoint: 'checkout',
    choices: ['other'],
    other: WRITTEN,
  })
  expect(await storeAnswers(site, scored, answer)).toEqual(['stored', 'stored'])
  expect(await readRow(site, scored.id)).toMatchObject({ comment: MARKED, second: MARKED })
  expect(await readRow(site, answer.id)).toMatchObject({ other: MARKED })
})

test('imports are redacted too', async () => {
  const site = await createSite('redacted-import')
  const response = createResponse({ comment: WRITTEN, state: 'completed' })
  const imported = await callWorker(`/v1/sites/${site.id}/import`, {
    method: 'POST',
    headers: { ...OPERATOR, 'Content-Type': 'application/json' },
    body: JSON.stringify({ source: 'import', responses: [response] }),
  })
  expect(imported.status).toBe(200)
  expect(await readRow(site, response.id)).toMatchObject({ comment: MARKED })
})
