import { parseArgs } from 'node:util'
import { createPlantedHistory } from '../examples/planted/history.ts'
import { toPlantedSite } from '../examples/planted/site.ts'
import { toWire } from '../examples/planted/to-wire.ts'
import { readAdminToken } from './admin-token.ts'
import { build } from './build.ts'
import { CommandError, runCommand } from './fail.ts'
import { startLocalWorker } from './local-worker.ts'
import { ManagementClient } from './management-client.ts'
import { findFreePorts } from './running-product.ts'
import { claimStateFolder, findOwner } from './state-folder.ts'
import { toPorts, toStateFolder } from './workspace.ts'
import { writePlanted } from './write-planted.ts'

/** From so many responses on they are written into the database of a stopped product; fewer go through the API of a running one. */
const WRITTEN_FROM = 20_000
const MOST_RESPONSES = 20_000_000
const MOST_DAYS = 3650
const WIRE_CHUNK = 1000

/** `npm run seed -- --responses N --days D [--site id] [--seed n] [--quiet] [--no-segments] [--json]`: a site with known truths in its history; see docs/seed.md. */
await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      responses: { type: 'string', default: '10000' },
      days: { type: 'string', default: '90' },
      site: { type: 'string', default: 'planted' },
      seed: { type: 'string', default: '1' },
      quiet: { type: 'boolean', default: false },
      'no-segments': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const responses = parseCount('--responses', values.responses, 1, MOST_RESPONSES)
  const days = parseCount('--days', values.days, 1, MOST_DAYS)
  const seed = parseCount('--seed', values.seed, 0, 2 ** 32 - 1)
  const { site, quiet: isQuiet } = values
  const isSegmented = !values['no-segments']
  if (!/^[a-z0-9][a-z0-9._-]{0,63}$/.test(site)) throw new CommandError(`--site is "${site}": give a key of small letters, digits, - or _.`)
  const stateFolder = toStateFolder()
  const owner = findOwner(stateFolder)
  const history = createPlantedHistory({ now: Date.now(), responses, days, seed, isQuiet, isSegmented })
  const definition = toPlantedSite({ name: isQuiet ? 'Quiet shop' : 'Planted shop', ...(isSegmented ? {} : { segments: [] }) })
  const startedAt = performance.now()
  // Progress goes to stderr: stdout is the report and nothing else.
  const note = (text: string) => void process.stderr.write(`${text}\n`)

  let stored = 0
  if (responses >= WRITTEN_FROM) {
    if (owner !== null) {
      throw new CommandError(
        `Pulso runs as process ${owner}, and ${responses} responses are written into its database file, which two processes must not share: stop it first, or seed fewer than ${WRITTEN_FROM}.`,
      )
    }
    const release = claimStateFolder(stateFolder)
    try {
      await makeSite(stateFolder, site, definition)
      const onProgress = (written: number) => note(`${written} of ${responses}`)
      stored = writePlanted({ stateFolder, siteId: site, responses: history.responses, onProgress })
    } finally {
      release()
    }
  } else {
    const client = new ManagementClient(`http://127.0.0.1:${toPorts().pulso}`, readAdminToken(stateFolder))
    await client.saveSite(site, definition)
    for (const chunk of toChunks(history.responses, WIRE_CHUNK)) stored += await client.importResponses(site, 'import', chunk.map(toWire))
  }
  const seconds = (performance.now() - startedAt) / 1000
  const report = { site, responses, stored, days, seed, seconds: Math.round(seconds * 10) / 10, truths: history.truths }
  if (values.json) console.log(JSON.stringify(report, null, 2))
  else {
    console.log(`Stored ${stored} responses of ${days} days at the site "${site}" in ${report.seconds} s. ${toStory(history.truths)}`)
    console.log(`To take them out again: DELETE /v1/sites/${site}/responses?source=import`)
  }
})

/** The product itself makes its database and the site, on a port that nobody sees. */
async function makeSite(stateFolder: string, site: string, definition: Parameters<ManagementClient['saveSite']>[1]): Promise<void> {
  await build()
  const adminToken = readAdminToken(stateFolder)
  const { pulso: port } = await findFreePorts()
  const worker = await startLocalWorker({ port, stateFolder, adminToken })
  try {
    await new ManagementClient(worker.origin, adminToken).saveSite(site, definition)
  } finally {
    await worker.destroy()
  }
}

function* toChunks<Item>(items: Iterable<Item>, size: number): Generator<Item[]> {
  let chunk: Item[] = []
  for (const item of items) {
    chunk.push(item)
    if (chunk.length < size) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

function toStory(truths: ReturnType<typeof createPlantedHistory>['truths']): string {
  if (!truths) return 'Nothing is planted in them.'
  const { release, silent, segment } = truths
  return `Planted: ${release.touchpoint} is worse since ${release.day}, ${silent.stage} is never answered, ${segment.segment} is worse at ${segment.touchpoint}; all of it with --json.`
}

function parseCount(name: string, text: string, least: number, most: number): number {
  const count = Number(text)
  if (Number.isInteger(count) && count >= least && count <= most) return count
  throw new CommandError(`${name} is "${text}": give a whole number from ${least} to ${most}.`)
}
