import { expect, test } from 'vitest'
import { CAFE, callWorker, createResponse, OPERATOR, ORIGIN, readContract, storeAnswers } from '../../test/talk-to-worker.ts'
import { type Call, runTenancy } from '../../test/tenancy.ts'
import { app } from '../app.ts'
import { findOperation } from './declare.ts'

let asked = 0

/** Each request from a network of its own, so that what guesses open is judged one by one. */
const call: Call = (path, init) => {
  asked += 1
  const headers = new Headers(init?.headers)
  headers.set('CF-Connecting-IP', `10.0.${asked >> 8}.${asked & 255}`)
  return callWorker(path, { ...init, headers })
}

test('lets nobody at a site that is not theirs, on any route that there is', async () => {
  const { document } = await readContract()
  const report = await runTenancy({
    call,
    origin: ORIGIN,
    operator: OPERATOR,
    document,
    definition: CAFE,
    storeComment: async (site, comment) => {
      await storeAnswers(site, createResponse({ comment }))
    },
  })
  expect(report.leaks).toEqual([])
  const declared = app.routes.filter(({ handler }) => findOperation(handler))
  expect(report.routes).toHaveLength(declared.length)
  expect(report.siteRoutes).toHaveLength(declared.filter(({ path }) => /\/:site(\/|$)/.test(path)).length)
  console.log(
    `tenancy: ${report.requests} requests at ${report.routes.length} routes, ${report.siteRoutes.length} of them of a site, 0 leaks`,
  )
}, 60_000)
