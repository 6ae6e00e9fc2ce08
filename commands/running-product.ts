import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { ROOT } from './workspace.ts'

interface StartOptions {
  ports: { pulso: number; demo: number }
  stateFolder: string
  adminToken: string
}

/** The product in a process group of its own, so that its end takes everything along. */
export interface RunningProduct {
  pulsoOrigin: string
  cafeOrigin: string
  /** Everything it had printed when it was ready. */
  output: string
  /** Ends the whole group by a signal and waits; gives the exit code, null when the signal itself ended it. */
  end: (signal: NodeJS.Signals) => Promise<number | null>
}

/**
 * Runs `npm start` until it says `ready`.
 *
 * @throws Error with the exit code and everything printed when it ends before that
 */
export async function startProduct({ ports, stateFolder, adminToken }: StartOptions): Promise<RunningProduct> {
  const child = spawn(process.execPath, ['commands/run.mjs', 'start'], {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PULSO_PORT: String(ports.pulso),
      PULSO_DEMO_PORT: String(ports.demo),
      PULSO_STATE: stateFolder,
      PULSO_ADMIN_TOKEN: adminToken,
    },
  })
  const ended = once(child, 'exit')
  const output = await new Promise<string>((resolve, reject) => {
    let text = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString()
        if (/^ready$/m.test(text)) resolve(text)
      })
    }
    child.once('close', (code) => reject(new Error(`exit ${code}: ${text}`)))
  })
  return {
    pulsoOrigin: `http://127.0.0.1:${ports.pulso}`,
    cafeOrigin: `http://127.0.0.1:${ports.demo}`,
    output,
    end: async (signal) => {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, signal)
      await ended
      return child.exitCode
    },
  }
}

/** Two ports that nothing uses now. */
export async function findFreePorts(): Promise<{ pulso: number; demo: number }> {
  const servers = [createServer(), createServer()]
  const ports: number[] = []
  for (const server of servers) {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (address !== null && typeof address === 'object') ports.push(address.port)
  }
  // Closed only now: otherwise the second could be given the first one's port.
  for (const server of servers) {
    server.close()
    await once(server, 'close')
  }
  const [pulso = 0, demo = 0] = ports
  return { pulso, demo }
}
