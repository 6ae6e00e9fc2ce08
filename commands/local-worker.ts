import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CommandError } from './fail.ts'
import { runProcess } from './run-process.ts'
import { WORKER_FOLDER } from './workspace.ts'

const READY_WITHIN_MS = 60_000
/** Optional bindings of the worker that come from this process's environment: see apps/worker/src/bindings.ts. */
const PASSED_ON = ['PULSO_RATE_LIMITS', 'TURNSTILE_SECRETS', 'TURNSTILE_URL']

export interface LocalWorker {
  origin: string
  /** Resolves when the process has ended by itself: then something is wrong. */
  ended: Promise<string>
  destroy: () => Promise<void>
  /** Ends it and everything it started at once, as a power cut does. Only for a worker that `isAlone`. */
  kill: () => Promise<void>
  /** The number of its process, and of its group when it `isAlone`. */
  pid: number
}

export interface LocalWorkerOptions {
  port: number
  stateFolder: string
  adminToken: string
  /** Ends the worker at once, also while it is only starting. */
  signal?: AbortSignal
  /** Further variables of the worker, beside the token. */
  variables?: Record<string, string>
  /** Another file than the worker's own to start from, relative to its folder. */
  entry?: string
  /** Starts it in a process group of its own. Then the end of this process does not end it: `destroy` or `kill` must. */
  isAlone?: boolean
}

/** Migrates the local database and starts the worker on it, with everything Cloudflare would bring: D1, Durable Objects, assets. */
export async function startLocalWorker(options: LocalWorkerOptions): Promise<LocalWorker> {
  const persistTo = join(options.stateFolder, 'worker')
  mkdirSync(persistTo, { recursive: true })
  await migrate(persistTo)
  options.signal?.throwIfAborted()
  // In a file, because arguments are visible to every user of the machine.
  const secrets = join(options.stateFolder, 'secrets.env')
  const passedOn = PASSED_ON.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))
  const variables = { PULSO_ADMIN_TOKEN: options.adminToken, ...Object.fromEntries(passedOn), ...options.variables }
  const lines = Object.entries(variables).map(([name, value]) => `${name}='${value}'\n`)
  writeFileSync(secrets, lines.join(''), { mode: 0o600 })
  const child = spawn(
    'wrangler',
    [
      'dev',
      ...(options.entry ? [options.entry] : []),
      '--ip',
      '127.0.0.1',
      '--port',
      String(options.port),
      '--persist-to',
      persistTo,
      '--env-file',
      secrets,
    ].concat(['--show-interactive-dev-session=false', '--log-level', 'warn', '--inspector-port', '0']),
    { cwd: WORKER_FOLDER, env: toWorkerEnvironment(), stdio: ['ignore', 'pipe', 'pipe'], detached: options.isAlone ?? false },
  )
  let output = ''
  const collect = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-20_000)
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  options.signal?.addEventListener('abort', () => child.kill('SIGTERM'), { once: true })
  const ended = new Promise<string>((resolve) => child.on('close', () => resolve(output)))
  const origin = `http://127.0.0.1:${options.port}`
  const destroy = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    await ended
  }
  const pid = child.pid ?? 0
  const kill = async () => {
    if (!options.isAlone || pid === 0) throw new Error('only a worker in a group of its own can be killed with all that it started')
    try {
      process.kill(-pid, 'SIGKILL')
    } catch {
      // The whole group has gone already.
    }
    await ended
  }
  const started = await Promise.race([waitForHealth(origin), ended.then(() => false)])
  if (!started) {
    await destroy()
    throw new CommandError(`the worker did not start; its last words were:\n${output.trim().split('\n').slice(-20).join('\n')}`)
  }
  return { origin, ended, destroy, kill, pid }
}

/** The addresses of the person's own deployments have no place in a local run, nor has wrangler's own store of every request with its query string. */
function toWorkerEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, WRANGLER_SEND_METRICS: 'false', X_LOCAL_OBSERVABILITY: 'false', CI: '1', NO_COLOR: '1' }
}

/** Starting wrangler only to hear "no migrations to apply" costs seconds, so a marker remembers what was applied. */
async function migrate(persistTo: string): Promise<void> {
  const folder = join(WORKER_FOLDER, 'migrations')
  const hash = createHash('sha256')
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)))
  const fingerprint = hash.digest('hex')
  const marker = join(persistTo, 'migrated')
  if (existsSync(marker) && readFileSync(marker, 'utf8') === fingerprint) return
  await runProcess('wrangler', ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', persistTo], {
    cwd: WORKER_FOLDER,
    environment: { CI: '1', WRANGLER_SEND_METRICS: 'false' },
  })
  writeFileSync(marker, fingerprint)
}

async function waitForHealth(origin: string): Promise<boolean> {
  const deadline = Date.now() + READY_WITHIN_MS
  while (Date.now() < deadline) {
    const healthy = await fetch(`${origin}/healthz`).then(
      (response) => response.ok,
      () => false,
    )
    if (healthy) return true
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return false
}
