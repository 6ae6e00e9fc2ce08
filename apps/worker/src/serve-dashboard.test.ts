import { expect, test } from 'vitest'
import { callWorker, readProblem } from '../test/talk-to-worker.ts'

const open = (path: string) => callWorker(path, { headers: { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } })

test.each(['/sign-in', '/sites/cafe', '/sites/cafe?days=7'])('%s is the dashboard, under its own policy', async (path) => {
  for (const answer of [await open(path), await callWorker(path)]) {
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Type')).toContain('text/html')
    expect(answer.headers.get('Content-Security-Policy')).toContain("require-trusted-types-for 'script'")
    expect(answer.headers.get('Content-Security-Policy')).not.toContain('sandbox')
    expect(await answer.text()).toContain('id="app"')
  }
})

test('a person who opens what is not there sees the page, and anybody else a problem', async () => {
  const seen = await open('/nowhere')
  expect(seen.status).toBe(404)
  expect(await seen.text()).toContain('id="app"')
  expect(await readProblem(await callWorker('/nowhere'))).toMatchObject({ status: 404 })
  expect(await readProblem(await callWorker('/sign-in', { method: 'POST' }))).toMatchObject({ status: 404 })
})

test.each(['/widget/00000000/asking.js', '/widget/nope.js', '/assets/nope.js', '/v1/nope', '/w/nope/es.json'])(
  '%s is a problem that nobody keeps, whoever asks',
  async (path) => {
    for (const answer of [await callWorker(path), await open(path)]) {
      expect(answer.status).toBe(404)
      expect(answer.headers.get('Content-Type')).toContain('application/problem+json')
      expect(answer.headers.get('Cache-Control') ?? 'no-store').toContain('no-store')
    }
  },
)
