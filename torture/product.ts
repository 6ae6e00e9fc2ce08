import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LANES, PATHS, type ResponsePage, type Site, type SiteDefinitionInput, type StoredResponse } from '@pulso/protocol'
import { createAdminToken } from '../commands/admin-token.ts'
import { findLocalDatabase } from '../commands/local-database.ts'
import { type LocalWorker, startLocalWorker } from '../commands/local-worker.ts'
import { ManagementClient } from '../commands/management-client.ts'
import { runProcess } from '../commands/run-process.ts'
import { findFreePorts } from '../commands/running-product.ts'
import { replaceDatabase, withCopy, writeWhole } from './copy-database.ts'
import { readDatabase, readTallies, type StoredDatabase, type StoredTallies } from './read-database.ts'

interface ProductStart {
  /** Another file than the worker's own to start from, relative to its folder. */
  entry?: string
  variables?: Record<string, string>
}

/** The worker in real workerd on a real local D1, in a folder of its own, to be killed and started again, also as another. */
export interface Product {
  readonly origin: string
  readonly adminToken: string
  /** Starts it, or starts it again, on the same folder and port. Does nothing when it is running in that way already. */
  start(options?: ProductStart): Promise<void>
  /** SIGKILL for it and everything it started. */
  kill(): Promise<void>
  /** Ends it in peace. */
  stop(): Promise<void>
  createSite(changes?: Partial<SiteDefinitionInput>): Promise<Site>
  /** The script tag that a page carries. */
  toSnippet(site: Site): string
  /** Everything stored for a site, as its team can read it. */
  readResponses(site: Pick<Site, 'id'>): Promise<StoredResponse[]>
  /** Memory of workerd, in megabytes. */
  readMemoryMb(): Promise<number>
  /** What lies on the disk of a site, once everything that was asked of the product is answered. */
  readStored(site: Pick<Site, 'id'>): Promise<StoredDatabase>
  /** The tallies of a site as they lie there. */
  readTallies(site: Pick<Site, 'id'>): Promise<StoredTallies>
  /** Puts a copy of the whole database into a new file. */
  backUp(to: string): Promise<void>
  /** Turns the database back to a copy. Only while the product is stopped. */
  restore(from: string): void
  /** Which of these texts lie in any file, or in what it has printed, and where. */
  findTraces(texts: readonly string[]): string[]
  destroy(): Promise<void>
}

/** As plain as a site can be: two questions that are asked at once and again and again. */
export const PLAIN_SITE: SiteDefinitionInput = {
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
  let running = ''
  let sites = 0
  let printed = ''
  const stop = async () => {
    await worker?.destroy()
    worker = undefined
  }
  const findDatabase = () => findLocalDatabase(stateFolder)
  return {
    origin,
    adminToken,
    async start(options = {}) {
      const wanted = JSON.stringify(options)
      if (running !== wanted) await stop()
      running = wanted
      const { variables, ...entry } = options
      const onPrint = (text: string) => {
        printed += text
      }
      const switches = { PULSO_RATE_LIMITS: 'off', ...variables }
      worker ??= await startLocalWorker({ port, stateFolder, adminToken, isAlone: true, variables: switches, onPrint, ...entry })
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
      const responses: StoredResponse[] = []
      for (const lane of LANES) {
        for (let cursor: string | null = ''; cursor !== null; ) {
          const address: string = `${origin}${PATHS.siteResponses(id)}?limit=100&lane=${lane}${cursor && `&cursor=${cursor}`}`
          const answer = await fetch(address, { headers: { authorization: `Bearer ${adminToken}` } })
          if (!answer.ok) throw new Error(`reading responses gave ${answer.status}`)
          const page = (await answer.json()) as ResponsePage
          responses.push(...page.responses)
          cursor = page.next
        }
      }
      return responses
    },
    async readMemoryMb() {
      const processes = await runProcess('ps', ['-axo', 'pgid=,rss=,comm='])
      const ours = processes.split('\n').filter((line) => line.trim().startsWith(`${worker?.pid} `) && line.includes('workerd'))
      return ours.reduce((sum, line) => sum + Number(line.trim().split(/\s+/)[1]), 0) / 1024
    },
    readStored: ({ id }) => withCopy(findDatabase(), (copy) => readDatabase(copy, id)),
    readTallies: ({ id }) => withCopy(findDatabase(), (copy) => readTallies(copy, id)),
    backUp: (to) => withCopy(findDatabase(), (copy) => writeWhole(copy, to)),
    restore: (from) => replaceDatabase(findDatabase(), from),
    findTraces(texts) {
      const files = readdirSync(stateFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      const places = files.map((file) => join(file.parentPath, file.name)).map((path) => [path, readFileSync(path)] as const)
      return [...places, ['what it printed', printed] as const].flatMap(([place, content]) =>
        texts.filter((text) => content.includes(text)).map((text) => `${text} in ${place.replace(stateFolder, '')}`),
      )
    },
    async destroy() {
      await stop()
      rmSync(stateFolder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
