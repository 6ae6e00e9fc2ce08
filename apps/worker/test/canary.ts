import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import type { Site } from '@pulso/protocol'
import { app } from '../src/app.ts'
import { callWorker, createResponse, OPERATOR } from './talk-to-worker.ts'

/** What no visitor's request may leave behind, each findable by itself. */
export const CANARY = {
  ip: '203.0.113.77',
  ipv6: '2001:db8:ca4a:71::77',
  network: '2001:db8:ca4a:71:',
  forwarded: '198.51.100.78',
  cookie: 'canary-cookie-5f1d',
  query: 'canary-query-8c2e',
  agent: 'canary-agent-91ab',
  referrer: 'canary-referrer-03dd',
  // Sent with consent; only a keyed hash of it may be kept.
  respondent: 'canary-respondent-77aa',
} as const

const HEADERS: readonly Record<string, string>[] = [CANARY.ip, CANARY.ipv6].map((ip) => ({
  'CF-Connecting-IP': ip,
  'X-Forwarded-For': `${ip}, ${CANARY.forwarded}`,
  'X-Real-IP': ip,
  'True-Client-IP': ip,
  Forwarded: `for="[${ip}]"`,
  Cookie: `pulso_session=${CANARY.cookie}; __Host-pulso_session=${CANARY.cookie}; other=${CANARY.cookie}`,
  'User-Agent': CANARY.agent,
  Referer: `https://shop.example/thanks?order=${CANARY.referrer}`,
}))

/** What a parameter of an address is called when it is sent; anything else gets a name that does not exist. */
function toPaths(pattern: string, site: Site): string[] {
  const names: Record<string, string[]> = {
    site: [site.id],
    siteKey: [site.siteKey],
    file: [`${site.siteKey}.js`, `${site.siteKey}.json`, 'es.json'],
  }
  let paths = [pattern.replaceAll('*', 'nowhere')]
  for (const [part, name = ''] of pattern.matchAll(/:(\w+)(?:\{(?:[^{}]|\{[^}]*\})*\})?\??/g)) {
    paths = paths.flatMap((path) => (names[name] ?? ['nobody']).map((value) => path.replace(part, () => value)))
  }
  return paths
}

/** Bodies that are stored, refused by their form, refused by their content, and no JSON at all. */
function toBodies(site: Site): string[] {
  const batch = {
    siteKey: site.siteKey,
    sentAt: Date.now(),
    responses: [createResponse({ comment: 'Muy rico' })],
    reach: 'recommend reached',
    respondentId: CANARY.respondent,
  }
  return [JSON.stringify(batch), JSON.stringify({ ...batch, responses: [{}] }), '{}', 'no JSON', '']
}

/**
 * Sends the canary through every address of the worker, in every method that it
 * takes, as a visitor and as the operator. What is answered does not matter.
 *
 * @returns how many requests were sent
 */
export async function sendCanaryEverywhere(site: Site): Promise<number> {
  const routes = new Set(
    app.routes.flatMap(({ path, method }) => toMethods(method).flatMap((one) => toPaths(path, site).map((each) => `${one} ${each}`))),
  )
  let sent = 0
  // What deletes comes first, so that something is there in the end.
  for (const route of [...routes].sort((left, right) => Number(right.startsWith('DELETE')) - Number(left.startsWith('DELETE')))) {
    const [method = '', path = ''] = route.split(' ')
    const bodies = method === 'GET' || method === 'OPTIONS' ? [undefined] : toBodies(site)
    for (const credentials of [{}, OPERATOR]) {
      for (const body of bodies) {
        const headers = {
          ...{ 'Content-Type': 'text/plain', Origin: 'https://shop.example' },
          ...HEADERS[sent % HEADERS.length],
          ...credentials,
          ...(path.endsWith('/live') && { Upgrade: 'websocket' }),
        }
        const response = await callWorker(`${path}?canary=${CANARY.query}&days=7`, { method, headers, ...(body !== undefined && { body }) })
        if (response.webSocket) response.webSocket.accept()
        else await response.text()
        sent += 1
      }
    }
  }
  return sent
}

function toMethods(method: string): string[] {
  return method === 'ALL' ? ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS'] : [method]
}

/** Everything that is written to the console from now on, also by the worker, which shares this isolate. */
export function captureConsole(): { lines: string[]; stop: () => void } {
  const lines: string[] = []
  const methods = ['debug', 'info', 'log', 'warn', 'error', 'trace'] as const
  const originals = methods.map((method) => console[method])
  for (const method of methods)
    console[method] = (...parts: unknown[]) =>
      void lines.push(parts.map((part) => (part instanceof Error ? `${part.stack}` : String(part))).join(' '))
  return {
    lines,
    stop: () => {
      for (const [place, method] of methods.entries()) console[method] = originals[place] ?? console[method]
    },
  }
}

/** Every row of every table, by table. */
export async function dumpDatabase(): Promise<Record<string, string>> {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
  ).all<{ name: string }>()
  const tables = await Promise.all(
    results.map(async ({ name }) => [name, JSON.stringify((await env.DB.prepare(`SELECT * FROM "${name}"`).all()).results)]),
  )
  return Object.fromEntries(tables)
}

/** What the live room of a site has stored, and what it keeps of each open dashboard. */
export function dumpLiveRoom(site: Site): Promise<string> {
  const room = env.LIVE_ROOM.get(env.LIVE_ROOM.idFromName(site.id))
  return runInDurableObject(room, async (_room, state) =>
    JSON.stringify([[...(await state.storage.list())], state.getWebSockets().map((socket) => socket.deserializeAttachment())]),
  )
}

/** Where the canary, or its plain SHA-256, is found: nowhere, if all is well. */
export async function findCanary(places: Record<string, string>): Promise<string[]> {
  const needles = await Promise.all(
    Object.entries(CANARY).map(async ([what, value]) => ({ what, forms: [value, ...(await toHashes(value))] })),
  )
  return Object.entries(places).flatMap(([place, text]) =>
    needles
      .filter(({ forms }) => forms.some((form) => text.toLowerCase().includes(form.toLowerCase())))
      .map(({ what }) => `${what} in ${place}`),
  )
}

async function toHashes(value: string): Promise<string[]> {
  const digest = Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(value))))
  const hex = digest.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  // Long enough to be no accident, short enough to find one that was cut off.
  return [hex.slice(0, 16), btoa(String.fromCharCode(...digest)).slice(0, 12)]
}
