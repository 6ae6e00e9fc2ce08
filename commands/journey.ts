import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { JourneyDefinition } from '@pulso/protocol'
import { findJsonFault } from '../apps/dashboard/src/settings/journey-file/find-json-fault.ts'
import { toPlainWords } from '../apps/worker/src/request/to-plain-words.ts'
import { CAFE_SITE_ID } from '../examples/cafe/site.ts'
import { readAdminToken } from './admin-token.ts'
import { CommandError, runCommand } from './fail.ts'
import { ManagementClient } from './management-client.ts'
import { toPorts, toStateFolder } from './workspace.ts'

const USAGE = 'say what to do: `npm run journey -- read journey.json` or `npm run journey -- apply journey.json`, with `--site ID`.'

/** `npm run journey -- read|apply FILE [--site cafe]`: the journey of a site of the running Pulso into a file, and back. */
await runCommand(async () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { site: { type: 'string', default: CAFE_SITE_ID } } })
  const [action, file] = positionals
  if ((action !== 'read' && action !== 'apply') || file === undefined) throw new CommandError(USAGE)
  const client = new ManagementClient(`http://127.0.0.1:${toPorts().pulso}`, readAdminToken(toStateFolder()))
  if (action === 'read') {
    writeFileSync(file, `${JSON.stringify(await client.readJourney(values.site), null, 2)}\n`)
    console.log(`The journey of ${values.site} is in ${file}.`)
    return
  }
  const content = parseFile(file)
  const before = await client.readJourney(values.site)
  const journey = await client.saveJourney(values.site, content)
  console.log(`${values.site} has ${journey.stages.length} stages and ${journey.touchpoints.length} touchpoints.`)
  // What pages called a touchpoint before it was on the map waits in the tray.
  const known = new Set(before.touchpoints.flatMap(toNames))
  for (const name of journey.touchpoints.flatMap(toNames).filter((one) => !known.has(one))) {
    const claimed = await client.claim(values.site, name)
    if (claimed > 0) console.log(`Claimed ${claimed} answers given at ${name} before.`)
  }
})

function toNames({ key, formerly = [] }: JourneyDefinition['touchpoints'][number]): string[] {
  return [key, ...formerly.map((former) => (typeof former === 'string' ? former : former.key))]
}

function parseFile(file: string): JourneyDefinition {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${error instanceof Error ? error.message : error}.`)
  }
  const fault = findJsonFault(text)
  if (fault) throw new CommandError(`${file} is not JSON from line ${fault.line}, column ${fault.column} on.`)
  const parsed = JourneyDefinition.safeParse(JSON.parse(text), { error: toPlainWords })
  if (parsed.success) return parsed.data
  const complaints = parsed.error.issues.map(({ path, message }) => `  ${path.map(String).join('.') || 'the file'}: ${message}`)
  throw new CommandError(`${file} is no journey:\n${complaints.join('\n')}`)
}
