import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CommandError } from './fail.ts'
import { runProcess, tryProcess } from './run-process.ts'
import { type Deployment, toQueueNames, toWorkerConfig } from './worker-config.ts'
import { ROOT, WORKER_FOLDER } from './workspace.ts'

const CONFIG = 'wrangler.deploy.json'

/** Cloudflare through wrangler: every method is one thing to do there, safe to do again. */
export class Cloudflare {
  readonly #deployment: Deployment

  constructor(deployment: Deployment) {
    this.#deployment = deployment
  }

  /** Signs in through the browser when somebody is there to do it. */
  async ensureSignedIn(): Promise<void> {
    const { status, output } = await this.#try(['whoami'])
    if (status === 0 && !/not authenticated|not logged in/i.test(output)) return
    if (!process.stdin.isTTY) {
      throw new CommandError(
        'you are not signed in to Cloudflare: set CLOUDFLARE_API_TOKEN, or run this in a terminal to sign in by browser.',
      )
    }
    await this.#show(['login'], 'signing in to Cloudflare did not work.')
  }

  /** The database's id; makes the database when the account does not have it. */
  async ensureDatabase(): Promise<string> {
    const find = async () => {
      const databases = parseJson<{ name: string; uuid: string }[]>(await this.#run(['d1', 'list', '--json']))
      return databases.find((database) => database.name === this.#deployment.name)?.uuid
    }
    const existing = await find()
    if (existing) return existing
    await this.#run(['d1', 'create', this.#deployment.name])
    const created = await find()
    if (!created)
      throw new CommandError(
        `the database ${this.#deployment.name} was made but is not in the account's list yet: run this again in a minute.`,
      )
    return created
  }

  /** Makes the queues that the account does not have. */
  async ensureQueues(): Promise<void> {
    for (const queue of Object.values(toQueueNames(this.#deployment.name))) {
      const { status } = await this.#try(['queues', 'info', queue])
      if (status !== 0) await this.#run(['queues', 'create', queue])
    }
  }

  /** wrangler.jsonc with this deployment's names, written beside it so that its paths hold. */
  writeConfig(databaseId: string): void {
    const config = toWorkerConfig(readFileSync(join(WORKER_FOLDER, 'wrangler.jsonc'), 'utf8'), this.#deployment, databaseId)
    writeFileSync(join(WORKER_FOLDER, CONFIG), JSON.stringify(config, null, 2))
  }

  async migrate(): Promise<void> {
    await this.#run(['d1', 'migrations', 'apply', 'DB', '--remote', '--config', CONFIG])
  }

  /** Uploads the worker with its assets. The address comes from wrangler's machine-readable report. */
  async deploy(): Promise<string> {
    const folder = join(ROOT, '.pulso', 'reports')
    const report = join(folder, 'deploy.ndjson')
    mkdirSync(folder, { recursive: true })
    rmSync(report, { force: true })
    await this.#run(['deploy', '--config', CONFIG], { WRANGLER_OUTPUT_FILE_PATH: report })
    const origin = toDeployedOrigin(readFileSync(report, 'utf8'))
    if (!origin)
      throw new CommandError(
        'the worker is deployed but has no address: enable its workers.dev subdomain in Cloudflare, or deploy with --domain.',
      )
    return origin
  }

  /** Everything `deploy` does but the upload. */
  async dryRun(): Promise<void> {
    await this.#run(['deploy', '--dry-run', '--outdir', join(ROOT, '.pulso', 'dry-run'), '--config', CONFIG])
  }

  async hasSecret(name: string): Promise<boolean> {
    const secrets = parseJson<{ name: string }[]>(await this.#run(['secret', 'list', '--format', 'json', '--config', CONFIG]))
    return secrets.some((secret) => secret.name === name)
  }

  /** The value goes in by standard input: arguments are visible to every user of the machine. */
  async putSecret(name: string, value: string): Promise<void> {
    await this.#show(['secret', 'put', name, '--config', CONFIG], `the secret ${name} could not be set.`, value)
  }

  /** Runs wrangler in sight of the person at the terminal; without an input of ours they can answer it. */
  #show(args: string[], complaint: string, input?: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const child = spawn('wrangler', args, { cwd: WORKER_FOLDER, stdio: [input === undefined ? 'inherit' : 'pipe', 'inherit', 'inherit'] })
      child.on('error', reject)
      child.on('close', (code) => (code === 0 ? resolve() : reject(new CommandError(complaint))))
      if (input !== undefined) child.stdin?.end(input)
    })
  }

  #run(args: string[], environment: Record<string, string> = {}): Promise<string> {
    return runProcess('wrangler', args, { cwd: WORKER_FOLDER, environment: { CI: '1', WRANGLER_SEND_METRICS: 'false', ...environment } })
  }

  #try(args: string[]): Promise<{ status: number; output: string }> {
    return tryProcess('wrangler', args, { cwd: WORKER_FOLDER, environment: { CI: '1', WRANGLER_SEND_METRICS: 'false' } })
  }
}

/** The first https origin among a deploy report's targets (one JSON object per line), or null. */
export function toDeployedOrigin(report: string): string | null {
  for (const line of report.split('\n').filter(Boolean)) {
    const entry = parseJson<{ type?: string; targets?: string[] }>(line)
    const target = entry.type === 'deploy' ? entry.targets?.[0] : undefined
    if (target) return new URL(target.includes('://') ? target : `https://${target.split(' ')[0] ?? ''}`).origin
  }
  return null
}

/** JSON out of wrangler's output, which may begin with a banner or a warning. */
function parseJson<Value>(text: string): Value {
  const start = text.search(/^\s*[[{]/m)
  return JSON.parse(text.slice(Math.max(start, 0))) as Value
}
