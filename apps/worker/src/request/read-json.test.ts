import { LIMITS, type Site } from '@pulso/protocol'
import { beforeAll, expect, test } from 'vitest'
import { callWorker, createResponse, createSite, readProblem, readRow } from '../../test/talk-to-worker.ts'

let site: Site

beforeAll(async () => {
  site = await createSite('bodies')
})

const post = (body: BodyInit) => callWorker('/v1/responses', { method: 'POST', body, headers: { 'Content-Type': 'text/plain' } })

/** A batch as text, with what stands in place of its first response and more members. */
function toBody(response: string, more = ''): string {
  return `{"siteKey":"${site.siteKey}","sentAt":${Date.now()},"responses":[${response}]${more}}`
}

/** The JSON of a response, with members written by hand behind its own: of two of a name, the last counts. */
const toText = (response: object, members = '') => `${JSON.stringify(response).slice(0, -1)}${members && `,${members}`}}`

test('measures nesting before it parses: at the limit the item is refused, one past it the request', async () => {
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
  // The batch and its list are two.
  expect((await post(toBody(nested(LIMITS.jsonDepth - 2)))).status).toBe(422)
  const tooDeep = await post(toBody(nested(LIMITS.jsonDepth - 1)))
  expect(tooDeep.status).toBe(400)
  expect((await readProblem(tooDeep)).detail).toBe('Nest at most 16 levels deep.')
  expect((await post('['.repeat(LIMITS.batchBytes))).status).toBe(400)
})

/** Sends spaces, in pieces of 64 KB, for as long as the worker wants more, at most so many bytes; says how many it took. */
async function pour(bytes: number) {
  const piece = new Uint8Array(65_536).fill(32)
  let poured = 0
  const body = new ReadableStream({
    pull(controller) {
      if (poured >= bytes) return controller.close()
      poured += piece.byteLength
      controller.enqueue(piece)
    },
  })
  const { status } = await post(body)
  return { status, poured }
}

test('lets who sends too much finish, and who never finishes not', async () => {
  expect(await pour(LIMITS.drainedBytes)).toEqual({ status: 413, poured: LIMITS.drainedBytes })
  const { status, poured } = await pour(Number.POSITIVE_INFINITY)
  expect(status).toBe(413)
  expect(poured).toBeGreaterThanOrEqual(LIMITS.drainedBytes)
  expect(poured).toBeLessThan(LIMITS.drainedBytes + 1_048_576)
}, 60_000)

test('counts keys, those that come twice too', async () => {
  const response = createResponse()
  const own = 3 + Object.keys(response).length
  // The same key again and again, in a second item that is none: the good one beside it is stored.
  const padded = (keys: number) => toBody(`${toText(response)},{${Array(keys - own).fill('"a":0')}}`)
  expect((await post(padded(LIMITS.batchKeys))).status).toBe(200)
  const tooMany = await post(padded(LIMITS.batchKeys + 1))
  expect([tooMany.status, (await readProblem(tooMany)).detail]).toEqual([400, 'Use at most 2000 keys in one request.'])
})

test('holds management to a limit of its own', async () => {
  const put = (keys: number) =>
    callWorker('/v1/sites/bodies', {
      method: 'PUT',
      headers: { Authorization: 'Bearer pulso_worker_tests' },
      body: `{${Array(keys).fill('"a":0')}}`,
    })
  expect((await readProblem(await put(LIMITS.managementKeys))).detail).toContain('name: ')
  expect((await readProblem(await put(LIMITS.managementKeys + 1))).detail).toBe('Use at most 60000 keys in one request.')
})

test.for(['__proto__', 'constructor', 'prototype', '\\u005f_proto__'])('refuses %s as a key anywhere', async (name) => {
  for (const body of [toBody(toText(createResponse(), `"${name}":{}`)), toBody('', `,"reach":{"${name}":1}`), `{"${name}":1}`]) {
    const answer = await post(body)
    expect([answer.status, (await readProblem(answer)).detail]).toEqual([400, expect.stringContaining('No object here has a key')])
  }
})

test.for(['constructor', 'prototype', 'valueof'])('knows no prompt, touchpoint or segment called %s by birth', async (name) => {
  const unknown = await post(toBody(toText(createResponse({ promptId: name }))))
  expect((await readProblem(unknown)).type).toBe('urn:pulso:problem:unknown-prompt')
  const response = createResponse({ touchpoint: name, segment: name })
  expect((await post(toBody(toText(response)))).status).toBe(200)
  expect(await readRow(site, response.id)).toMatchObject({ touchpoint: name, touchpoint_key: '(unmapped)', segment: '' })
})

test('passes over a byte order mark, and puts a sign in place of bytes that are no UTF-8', async () => {
  const response = createResponse({ comment: 'caf?' })
  const bytes = new TextEncoder().encode(`\ufeff${toBody(toText(response))}`)
  bytes[bytes.indexOf(63)] = 0xe9
  expect((await post(bytes)).status).toBe(200)
  expect(await readRow(site, response.id)).toMatchObject({ comment: 'caf\ufffd' })
  const utf16 = Uint8Array.from(toBody(toText(createResponse())), (character) => character.charCodeAt(0)).reduce<number[]>(
    (all, byte) => all.concat(byte, 0),
    [],
  )
  expect((await post(Uint8Array.from(utf16))).status).toBe(400)
})

test('cleans every text it takes', async () => {
  const response = createResponse()
  const members = String.raw`"comment":"a\u0000b\ud800c\r\nd\re\u0085\u007f\tf\b\f","second":"\udc00\u001b[31m"`
  expect((await post(toBody(toText(response, members)))).status).toBe(200)
  expect(await readRow(site, response.id)).toMatchObject({ comment: 'ab\ufffdc\nd\ne\tf', second: '\ufffd[31m' })
})

test.for([
  ['1e999', null],
  ['-1', null],
  ['9.5', null],
  ['"9"', null],
  ['true', null],
  ['9.0', 9],
  ['9e0', 9],
  ['-0', 0],
] as const)('reads %s as a score of %s', async ([written, score]) => {
  const response = createResponse()
  const answer = await post(toBody(toText(response, `"score":${written}`)))
  if (score === null) {
    expect((await readProblem(answer)).type).toBe('urn:pulso:problem:invalid-response')
    await expect(readRow(site, response.id)).rejects.toThrow('0 rows')
  } else {
    expect(answer.status).toBe(200)
    expect(await readRow(site, response.id)).toMatchObject({ score })
  }
})

test('takes the last of two members of one name, as every parser of JSON does', async () => {
  const response = createResponse({ score: 0 })
  await post(toBody(toText(response, '"score":7')))
  expect(await readRow(site, response.id)).toMatchObject({ score: 7 })
})
