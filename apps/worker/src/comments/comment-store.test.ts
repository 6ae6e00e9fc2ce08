import { env } from 'cloudflare:workers'
import { LIMITS } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { createId, createResponse, createSite, manage, readStoredSite, storeAnswers } from '../../test/talk-to-worker.ts'
import { toFirstId } from '../ingest/response-store.ts'
import { CommentStore } from './comment-store.ts'

const ALL_DAYS = { from: '2000-01-01', to: '2100-01-01', lane: 'production' } as const

async function createReader(id: string, limits: Partial<Record<'exportPageRows' | 'themeRows' | 'themeComments', number>>) {
  const site = await createSite(id)
  const stored = await readStoredSite(site)
  const store = new CommentStore(env.DB, stored.id, { ...LIMITS, ...limits })
  return { site, read: (asked = {}) => store.readNewest({ ...ALL_DAYS, now: Date.now(), ...asked }) }
}

test('reads the newest first, page by page, and says whether that was all', async () => {
  const { site, read } = await createReader('comments-paged', { exportPageRows: 2, themeRows: 7 })
  expect(await read()).toEqual({ comments: [], rowsRead: 0, isAll: true })
  const texts = ['first', 'second', 'third', 'fourth', 'fifth']
  await storeAnswers(site, ...texts.map((comment) => createResponse({ comment })), createResponse())
  const six = await read()
  expect(six.comments.map(({ text }) => text)).toEqual(texts.toReversed())
  expect(six).toMatchObject({ rowsRead: 6, isAll: true })
  await storeAnswers(site, createResponse({ comment: 'sixth' }), createResponse({ comment: 'seventh' }))
  const eight = await read()
  expect(eight.comments.map(({ text }) => text)).toEqual(['seventh', 'sixth', ...texts.toReversed().slice(0, 4)])
  expect(eight).toMatchObject({ rowsRead: 7, isAll: false })
})

test('ends at so many comments', async () => {
  const { site, read } = await createReader('comments-many', { themeComments: 3 })
  await storeAnswers(site, ...['a', 'b', 'c'].map((comment) => createResponse({ comment })))
  expect(await read()).toMatchObject({ isAll: true, comments: [{}, {}, {}] })
  await storeAnswers(site, createResponse({ comment: 'd' }))
  const { comments, isAll } = await read()
  expect(comments.map(({ text }) => text)).toEqual(['d', 'c', 'b'])
  expect(isAll).toBe(false)
})

test('does not read on where a whole page is older than what is asked for', async () => {
  const { site, read } = await createReader('comments-old', { exportPageRows: 2 })
  await storeAnswers(site, ...['a', 'b', 'c', 'd', 'e'].map((comment) => createResponse({ comment })))
  expect(await read({ from: '2099-01-01' })).toEqual({ comments: [], rowsRead: 2, isAll: true })
})

test('reaches days that have passed, however much has come since', async () => {
  const { site, read } = await createReader('comments-since', { exportPageRows: 2, themeRows: 4 })
  const at = (daysAgo: number, number: number) => {
    const time = Date.now() - daysAgo * 86_400_000
    const id = `${toFirstId(time)}-7000-8000-${number.toString(16).padStart(12, '0')}`
    return createResponse({ id, shownAt: time, answeredAt: time, comment: `${daysAgo} days ago` })
  }
  const responses = [at(40, 1), ...Array.from({ length: 6 }, (_, number) => at(2, number))]
  await manage('POST', `/v1/sites/${site.id}/import`, { source: 'import', responses })
  const day = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10)
  expect((await read({ from: day(45), to: day(35) })).comments.map(({ text }) => text)).toEqual(['40 days ago'])
})

test('puts ids whose time has not come yet last', async () => {
  const { site, read } = await createReader('comments-future', { themeComments: 1 })
  const future = createId().replace(/^01930000/, '0fffffff')
  await storeAnswers(site, createResponse({ id: future, comment: 'from the future' }), createResponse({ comment: 'from now' }))
  expect((await read()).comments.map(({ text }) => text)).toEqual(['from now'])
})
