import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BatchResult, ResponsePage } from '@pulso/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findFreePorts, type RunningProduct, startProduct } from './running-product.ts'

const TOKEN = 'pulso_start_tests'
const STARTED_WITHIN_MS = 120_000

let stateFolder = ''
const running: RunningProduct[] = []

beforeEach(() => {
  stateFolder = mkdtempSync(join(tmpdir(), 'pulso-'))
})

afterEach(async () => {
  for (const product of running.splice(0)) await product.end('SIGKILL')
  rmSync(stateFolder, { recursive: true, force: true, maxRetries: 5 })
})

async function start(ports: { pulso: number; demo: number }): Promise<RunningProduct> {
  const product = await startProduct({ ports, stateFolder, adminToken: TOKEN })
  running.push(product)
  return product
}

function toBatch(id: string, score: number): string {
  const now = Date.now()
  const answer = { id, rev: 1, promptId: 'recommend', promptVersion: 1, kind: 'nps', scaleMax: 10, touchpoint: 'recommend', locale: 'es' }
  const response = { ...answer, state: 'completed', shownAt: now, answeredAt: now, score, comment: `Answer ${id}` }
  return JSON.stringify({ siteKey: 'pk_demo_cafe', sentAt: now, responses: [response] })
}

test('keeps every acknowledged answer when it is killed right after the acknowledgement, and its state folder to itself', {
  timeout: 2 * STARTED_WITHIN_MS,
}, async () => {
  const ports = await findFreePorts()
  const first = await start(ports)
  expect(first.output).toContain(`${first.cafeOrigin}\n`)
  expect(first.output).toMatch(new RegExp(`${first.pulsoOrigin}/sign-in#[0-9a-f]{64}`))
  expect(first.output).toContain(`<script async src="${first.pulsoOrigin}/w/pk_demo_cafe.js"></script>`)
  expect(first.output.trimEnd().endsWith('\nready')).toBe(true)

  // Ids sort by time: these are the newest, so they lead the list.
  const time = Date.now()
    .toString(16)
    .padStart(12, '0')
    .replace(/(.{8})/, '$1-')
  const ids = Array.from({ length: 20 }, (_, index) => `${time}-7000-8000-${index.toString().padStart(12, '0')}`)
  for (const [index, id] of ids.entries()) {
    const answer = await fetch(`${first.pulsoOrigin}/v1/responses`, { method: 'POST', body: toBatch(id, index % 11) })
    expect(((await answer.json()) as BatchResult).results[0]?.status).toBe('stored')
  }
  await first.end('SIGKILL')

  const second = await start(ports)
  const answer = await fetch(`${second.pulsoOrigin}/v1/sites/cafe/responses?limit=20`, { headers: { Authorization: `Bearer ${TOKEN}` } })
  const page = (await answer.json()) as ResponsePage
  expect(page.responses.map((response) => response.id)).toEqual(ids.toReversed())

  await expect(start(await findFreePorts())).rejects.toThrow(
    /exit 1: pulso: the state folder \S+ is in use by the Pulso that runs as process \d+: stop that one/,
  )
  // At the same address it is the same one, which somebody wants to be let into again.
  await expect(start(ports)).rejects.toThrow(/^exit 0: Pulso runs already.+\/sign-in#[0-9a-f]{64}\n/s)
  expect(await second.end('SIGINT')).toBe(0)
})

test('says in one sentence that a port is taken', { timeout: STARTED_WITHIN_MS }, async () => {
  const ports = await findFreePorts()
  const occupant = createServer().listen(ports.demo, '127.0.0.1')
  await once(occupant, 'listening')
  await expect(start(ports)).rejects.toThrow(
    `exit 1: pulso: port ${ports.demo} is taken: stop what runs there, or choose another with PULSO_DEMO_PORT, for example`,
  )
  occupant.close()
})

test('says in one sentence that a port is no port', { timeout: STARTED_WITHIN_MS }, async () => {
  await expect(start({ pulso: 99_999, demo: 8080 })).rejects.toThrow(
    'exit 1: pulso: PULSO_PORT is "99999": give a port number from 1 to 65535.',
  )
})
