import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PATHS } from '@pulso/protocol'
import { createAdminToken } from './admin-token.ts'
import { build } from './build.ts'
import { Cloudflare } from './cloudflare.ts'
import { CommandError, runCommand } from './fail.ts'
import { ManagementClient } from './management-client.ts'
import { toStarterSite } from './starter-site.ts'
import { type Deployment, toQueueNames } from './worker-config.ts'
import { ROOT } from './workspace.ts'

const SECRET = 'PULSO_ADMIN_TOKEN'
const USAGE = `npm run deploy -- [--dry-run] [--name pulso] [--domain feedback.example.com] [--spill]
                  [--site main] [--site-name "My shop"] [--origin https://example.com] [--time-zone Europe/Madrid] [--locale en]`

interface DeployOptions extends Deployment {
  site: string
  siteName: string
  origins: string[]
  timeZone: string
  locale: string
}

/** Takes the product to Cloudflare. Every step looks first and does only what is missing, so running it again is safe. */
async function deploy(options: DeployOptions): Promise<void> {
  const cloudflare = new Cloudflare(options)
  await say('Building', build)
  await say('Checking the Cloudflare sign-in', () => cloudflare.ensureSignedIn())
  const databaseId = await say(`Database ${options.name}`, () => cloudflare.ensureDatabase())
  if (options.spill) await say('Queues', () => cloudflare.ensureQueues())
  cloudflare.writeConfig(databaseId)
  await say('Migrating the database', () => cloudflare.migrate())
  const origin = await say('Deploying the worker', () => cloudflare.deploy())
  const token = await say('The operator token', () => ensureToken(cloudflare, options.name))
  const client = new ManagementClient(origin, token)
  await say('Waiting until it answers', () => waitForHealth(origin))
  const site = await say(`Site ${options.site}`, async () => {
    const existing = await client.findSite(options.site)
    return (
      existing ??
      (await client.saveSite(options.site, toStarterSite({ ...options, name: options.siteName, defaultLocale: options.locale })))
    )
  })
  console.log(`
  Dashboard  ${await client.createSignInLink()}
  Snippet    <script async src="${origin}${PATHS.siteScript(site.siteKey)}"></script>
`)
}

/** Prints every step, and does for real what needs no account: the build, the configuration and wrangler's own dry run. */
export async function deployDryRun(options: DeployOptions = parseOptions([])): Promise<void> {
  const cloudflare = new Cloudflare(options)
  const steps = [
    ['build every workspace', 'turbo run build (done now)'],
    ['check the Cloudflare sign-in', 'wrangler whoami'],
    ['find or create the database', `wrangler d1 list, wrangler d1 create ${options.name}`],
    ...(options.spill
      ? [
          [
            'find or create the queues for what it does not take',
            `wrangler queues info, wrangler queues create ${Object.values(toQueueNames(options.name)).join(' and ')}`,
          ],
        ]
      : []),
    ['migrate it', 'wrangler d1 migrations apply DB --remote'],
    ['bundle and upload the worker with its assets', 'wrangler deploy (its own dry run: now)'],
    [`set ${SECRET}, once`, `wrangler secret put ${SECRET}`],
    [`create the site "${options.site}" when it is missing`, `PUT ${PATHS.site(options.site)}`],
    ["print the dashboard's sign-in link and the snippet", `POST ${PATHS.signInLinks}`],
  ]
  console.log(`Dry run of deploying "${options.name}": nothing leaves this machine.`)
  for (const [index, [what = '', how]] of steps.entries()) console.log(`  ${index + 1}. ${what.padEnd(52)} ${how}`)
  await build()
  cloudflare.writeConfig('00000000-0000-0000-0000-000000000000')
  await cloudflare.dryRun()
  console.log('The worker bundles and its bindings are complete.')
}

async function ensureToken(cloudflare: Cloudflare, name: string): Promise<string> {
  const folder = join(ROOT, '.pulso', 'deploy')
  const file = join(folder, `${name}.token`)
  const known = process.env[SECRET] || (existsSync(file) ? readFileSync(file, 'utf8').trim() : '')
  if (await cloudflare.hasSecret(SECRET)) {
    if (known) return known
    throw new CommandError(`this deployment has its token already, and it is not on this machine: run again with ${SECRET}=… set to it.`)
  }
  const token = known || createAdminToken()
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, `${token}\n`, { mode: 0o600 })
  await cloudflare.putSecret(SECRET, token)
  console.log(`    kept in .pulso/deploy/${name}.token: move it to your password manager`)
  return token
}

/** A new address takes a while to exist everywhere. */
async function waitForHealth(origin: string): Promise<void> {
  for (let attempt = 0; attempt < 60; attempt++) {
    const healthy = await fetch(`${origin}${PATHS.health}`).then(
      (response) => response.ok,
      () => false,
    )
    if (healthy) return
    await new Promise((resolve) => setTimeout(resolve, 2000))
  }
  throw new CommandError(
    `${origin} does not answer after two minutes: look at the worker's logs in Cloudflare's dashboard, then run this again.`,
  )
}

async function say<Result>(what: string, act: () => Promise<Result>): Promise<Result> {
  console.log(`  ${what} …`)
  return act()
}

function parseOptions(args: string[]): DeployOptions & { dryRun: boolean; help: boolean } {
  try {
    const { values } = parseArgs({
      args,
      options: {
        'dry-run': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
        name: { type: 'string', default: 'pulso' },
        domain: { type: 'string' },
        spill: { type: 'boolean', default: false },
        site: { type: 'string', default: 'main' },
        'site-name': { type: 'string', default: 'My site' },
        origin: { type: 'string', multiple: true, default: [] },
        'time-zone': { type: 'string', default: Intl.DateTimeFormat().resolvedOptions().timeZone },
        locale: { type: 'string', default: 'en' },
      },
    })
    return {
      dryRun: values['dry-run'],
      help: values.help,
      name: values.name,
      domain: values.domain,
      spill: values.spill,
      site: values.site,
      siteName: values['site-name'],
      origins: values.origin,
      timeZone: values['time-zone'],
      locale: values.locale,
    }
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
  }
}

if (import.meta.main) {
  await runCommand(async () => {
    const options = parseOptions(process.argv.slice(2))
    if (options.help) return console.log(USAGE)
    await (options.dryRun ? deployDryRun(options) : deploy(options))
  })
}
