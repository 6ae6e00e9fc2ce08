import type { Site } from '@pulso/protocol/types'
import { afterEach, expect, test, vi } from 'vitest'
import { createSiteDefinitionStore } from './site-definition-store.ts'

afterEach(() => vi.unstubAllGlobals())

/** A worker that keeps one site, and answers when it is told to. */
function createWorker() {
  let name = 'Corner Shop'
  let version = 1
  /** Somebody else, between a reading and a writing. */
  const rivals: string[] = []
  let holdNext: Promise<void> | null = null
  const toSite = () =>
    Response.json(
      { id: 'shop', name, siteKey: 'pk_shop', timeZone: 'UTC', origins: [], stages: [], touchpoints: [], prompts: [] },
      { headers: { ETag: `"${version}"` } },
    )
  const rename = (next: string) => {
    name = next
    version += 1
  }
  const fetch = async (_: string, { method, body, headers }: RequestInit & { headers: Record<string, string> }) => {
    if (method === 'GET') {
      const read = toSite()
      const held = holdNext
      holdNext = null
      await held
      return read
    }
    const rival = rivals.shift()
    if (rival !== undefined) rename(rival)
    if (headers['if-match'] !== `"${version}"`) {
      return Response.json({ type: 'urn:pulso:problem:changed-meanwhile', title: 'Changed', detail: 'Read it again.' }, { status: 412 })
    }
    rename((JSON.parse(String(body)) as Site).name)
    return toSite()
  }
  vi.stubGlobal('fetch', fetch)
  return {
    rivals,
    /** Holds the next reading back, as it is at that moment, until it is let go. */
    hold: () => {
      let letGo: () => void = () => undefined
      holdNext = new Promise((resolve) => {
        letGo = resolve
      })
      return () => letGo()
    },
    read: () => name,
  }
}

test('makes a change once more of what somebody else has saved in the same moment, and gives up at the next', async () => {
  const worker = createWorker()
  const store = createSiteDefinitionStore('shop')
  worker.rivals.push('Flower Shop')
  expect(await store.save((site) => ({ ...site, name: `${site.name}!` }))).toMatchObject({ ok: true })
  expect([worker.read(), store.site.value?.name]).toEqual(['Flower Shop!', 'Flower Shop!'])
  worker.rivals.push('One', 'Two')
  expect(await store.save((site) => ({ ...site, name: `${site.name}!` }))).toMatchObject({ ok: false, problem: { status: 412 } })
  expect(worker.read()).toBe('Two')
})

test('lets no reading that comes late put back what has been saved since', async () => {
  const worker = createWorker()
  const store = createSiteDefinitionStore('shop')
  const letGo = worker.hold()
  const early = store.read()
  await store.save((site) => ({ ...site, name: 'Café' }))
  letGo()
  expect(await early).toMatchObject({ ok: true, value: { name: 'Corner Shop' } })
  expect(store.site.value?.name).toBe('Café')
})
