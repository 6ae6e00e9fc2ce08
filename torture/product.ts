import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PATHS, type ResponsePage, type Site, type SiteDefinitionInput, type StoredResponse } from '@pulso/protocol'
import { createAdminToken } from '../commands/admin-token.ts'
import { type LocalWorker, startLocalWorker } from '../commands/local-worker.ts'
import { ManagementClient } from '../commands/management-client.ts'
import { runProcess } from '../commands/run-process.ts'
import { findFreePorts } from '../commands/running-product.ts'

interface ProductStart {
  /** Another file than the worker's own to start from, relative to its folder. */
  entry?: string
  variables?: Record<string, string>
}

/** The worker in real workerd on a real local D1, in a folder of its own, to be killed and started again, also as another. */
export interface Product {
  readonly origin: string
  readonly adminToken: string
  /** Starts it, or starts it again, on the same folder and port. Does nothing when it is running. */
  start(options?: ProductStart): Promise<void>
  /** SIGKILL for it and everything it started. */
  kill(): Promise<void>
  /** Ends it in peace: then its database file can be read. The result is what it has printed since it was started. */
  stop(): Promise<string>
  createSite(changes?: Partial<SiteDefinitionInput>): Promise<Site>
  /** The script tag that a page carries. */
  toSnippet(site: Site): string
  /** Everything stored for a site whose pages count. */
  readResponses(site: Pick<Site, 'id'>): Promise<StoredResponse[]>
  /** Memory of workerd, in megabytes. */
  readMemoryMb(): Promise<number>
  /** The SQLite file of D1. Only to be opened while the product is stopped: two processes on it end each other. */
  findDatabase(): string
  /** Which of these texts lie anywhere in its folder, and in which file. Only while it is stopped, when everything is on the disk. */
  findTraces(texts: readonly string[]): string[]
  destroy(): Promise<void>
}

/** Whatever an answer counts in: a machine that answers this fast may well be taken for one. */
const LANES = ['production', 'verified', 'quarantine']

/** As plain as a site can be: two questions that are asked at once and again and again. */
const PLAIN_SITE: SiteDefinitionInput = {
  name: 'Torture',
  timeZone: 'Europe/Madrid',
  defaultLocale: 'en',
  stages: [{ key: 'use', name: { en: 'Use' }, phase: 'during' }],
  touchpoints: ['first', 'second'].map((key) => ({ key, stage: 'use', name: { en: key } })),
  prompts: [
    { id: 'nps', kind: 'nps', touchpoints: ['first'], delayMs: 0, frequency: { afterAnswered: 0, afterDismissed: 0, afterShown: 0 } },
    { id: 'csat', kind: 'csat', touchpoints: ['second'], delayMs: 0, frequency: { afterAnswered: 0, afterDismissed: 0, afterShown: 0 } },
  ],
}

/** Its rate limits are off unless `variables` says otherwise: one machine is one network, and no visitor does this. */
export async function createProduct(): Promise<Product> {
  const stateFolder = mkdtempSync(join(tmpdir(), 'pulso-torture-'))
  const adminToken = createAdminToken()
  const { pulso: port } = await findFreePorts()
  const origin = `http://127.0.0.1:${port}`
  let worker: LocalWorker | undefined
  let sites = 0
  const stop = async () => {
    await worker?.destroy()
    const printed = (await worker?.ended) ?? ''
    worker = undefined
    return printed
  }
  return {
    origin,
    adminToken,
    async start({ variables, ...entry } = {}) {
      const switches = { PULSO_RATE_LIMITS: 'off', ...variables }
      worker ??= await startLocalWorker({ port, stateFolder, adminToken, isAlone: true, variables: switches, ...entry })
    },
    async kill() {
      await worker?.kill()
      worker = undefined
    },
    stop,
    createSite(changes = {}) {
      sites += 1
      return new ManagementClient(origin, adminToken).saveSite(`torture-${sites}`, { ...PLAIN_SITE, ...changes })
    },
    toSnippet: ({ siteKey }) => `<script async src="${origin}${PATHS.siteScript(siteKey)}"></script>`,
    async readResponses({ id }) {
      const responses = new Map<string, StoredResponse>()
      for (const lane of LANES) {
        let cursor: string | null = ''
        while (cursor !== null) {
          const address: string = `${origin}${PATHS.siteResponses(id)}?limit=100&lane=${lane}${cursor && `&cursor=${cursor}`}`
          const answer = await fetch(address, { headers: { authorization: `Bearer ${adminToken}` } })
          if (!answer.ok) throw new Error(`reading responses gave ${answer.status}`)
          const page = (await answer.json()) as ResponsePage
          for (const response of page.responses) responses.set(response.id, response)
          cursor = page.next
        }
      }
      return [...responses.values()]
    },
    async readMemoryMb() {
      const processes = await runProcess('ps', ['-axo', 'pgid=,rss=,comm='])
      const ours = processes.split('\n').filter((line) => line.trim().startsWith(`${worker?.pid} `) && line.includes('workerd'))
      return ours.reduce((sum, line) => sum + Number(line.trim().split(/\s+/)[1]), 0) / 1024
    },
    findDatabase() {
      const folder = join(stateFolder, 'worker', 'v3', 'd1', 'miniflare-D1DatabaseObject')
      const files = readdirSync(folder).filter((name) => name.endsWith('.sqlite') && name !== 'metadata.sqlite')
      if (files.length !== 1) throw new Error(`expected one database in ${folder}, found ${files.join(', ')}`)
      return join(folder, String(files[0]))
    },
    findTraces(texts) {
      const files = readdirSync(stateFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      return files.flatMap((file) => {
        const bytes = readFileSync(join(file.parentPath, file.name))
        return texts
          .filter((text) => bytes.includes(text))
          .map((text) => `${text} in ${join(file.parentPath, file.name).slice(stateFolder.length)}`)
      })
    },
    async destroy() {
      await stop()
      rmSync(stateFolder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
