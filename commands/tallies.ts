import { parseArgs } from 'node:util'
import type { TallyCheck, TallyCheckOrder } from '@pulso/protocol'
import { readAdminToken } from './admin-token.ts'
import { CommandError, runCommand } from './fail.ts'
import { ManagementClient } from './management-client.ts'
import { toPorts, toStateFolder } from './workspace.ts'

/** `npm run tallies -- verify|rebuild [--site id] [--json]`: proves on the running product that tallies are what the responses say, or makes them so. */
await runCommand(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { site: { type: 'string' }, json: { type: 'boolean', default: false } },
  })
  const [action] = positionals
  if ((action !== 'verify' && action !== 'rebuild') || positionals.length !== 1) {
    throw new CommandError(
      'say what to do: `npm run tallies -- verify` or `npm run tallies -- rebuild`, with `--site id` for one site alone.',
    )
  }
  const client = new ManagementClient(`http://127.0.0.1:${toPorts().pulso}`, readAdminToken(toStateFolder()))
  const sites = values.site === undefined ? await client.listSites() : [values.site]
  const checks: (TallyCheck & { site: string; moved: number })[] = []
  for (const site of sites) checks.push({ site, ...(await check(client, site, action)) })
  if (values.json) console.log(JSON.stringify(checks, null, 2))
  else for (const one of checks) console.log(toLines(one, action))
  const drifted = checks.filter(({ drift }) => drift > 0).map(({ site }) => site)
  if (action === 'verify' && drifted.length > 0) {
    throw new CommandError(`tallies are not what the responses say: ${drifted.join(', ')}. \`npm run tallies -- rebuild\` makes them so.`)
  }
})

/** Step by step, so that answers arrive meanwhile. */
async function check(client: ManagementClient, site: string, action: TallyCheckOrder['action']): Promise<TallyCheck> {
  let moved = 0
  for (let run: string | null = null; ; ) {
    const step: TallyCheck = await client.checkTallies(site, { action, run })
    moved += step.moved
    if (step.state === 'done') return { ...step, moved }
    process.stderr.write(`${site}: ${step.state === 'moving' ? `${moved} moved` : `${step.scanned} counted`}\n`)
    run = step.run
  }
}

function toLines(
  { site, scanned, moved, drift, untold, differences }: TallyCheck & { site: string },
  action: TallyCheckOrder['action'],
): string {
  const found =
    drift === 0 ? 'every tally is what they say' : `${drift} tally rows ${action === 'rebuild' ? 'differed and are made anew' : 'differ'}`
  const lines = [`${site}: ${scanned} responses counted, ${found}${moved > 0 ? `, ${moved} moved to where they count now` : ''}.`]
  if (untold > 0)
    lines.push(
      `  ${untold} rows have more than that, of days on which answers were retired before these were counted; they stay as they are.`,
    )
  for (const { at, lane, touchpoint, promptId, segment, tallied, counted } of differences) {
    const what = Object.keys(counted).map((name) => `${name} ${tallied[name]}, counted ${counted[name]}`)
    lines.push(`  ${at} ${lane} ${touchpoint} ${promptId}${segment && ` ${segment}`}: ${what.join('; ')}`)
  }
  return lines.join('\n')
}
