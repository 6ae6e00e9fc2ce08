import { createServer } from 'node:net'
import { PATHS } from '@pulso/protocol'
import { serveCafe } from '../examples/cafe/serve.ts'
import { CAFE_SITE_KEY } from '../examples/cafe/site.ts'
import { readAdminToken } from './admin-token.ts'
import { build } from './build.ts'
import { prepareDemo } from './demo-data.ts'
import { CommandError, runCommand } from './fail.ts'
import { type LocalWorker, startLocalWorker } from './local-worker.ts'
import { ManagementClient } from './management-client.ts'
import { claimStateFolder, findOwner } from './state-folder.ts'
import { toPorts, toStateFolder } from './workspace.ts'

/** `npm start`: the whole product on this machine, until Ctrl-C. */
await runCommand(async () => {
  const ports = toPorts()
  const link = await createLinkOfRunning(`http://127.0.0.1:${ports.pulso}`)
  if (link) {
    console.log(`Pulso runs already. A new way in:\n\n  Dashboard  ${link}\n             (signs in once)\n`)
    return
  }
  await expectFree(ports.pulso, 'PULSO_PORT')
  await expectFree(ports.demo, 'PULSO_DEMO_PORT')
  const stateFolder = toStateFolder()
  const release = claimStateFolder(stateFolder)

  // From here on, so that a stop while things are starting leaves no worker behind that holds the port.
  const ending = new AbortController()
  let worker: LocalWorker | undefined
  let stopping = false
  const stop = async (exitCode: number) => {
    if (stopping) return
    stopping = true
    ending.abort()
    await worker?.destroy()
    release()
    process.exit(exitCode)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))

  console.log('Building …')
  await build()
  console.log('Starting …')
  const adminToken = readAdminToken(stateFolder)
  worker = await startLocalWorker({ port: ports.pulso, stateFolder, adminToken, signal: ending.signal })
  void worker.ended.then((output) => {
    if (stopping) return
    console.error(`pulso: the worker ended by itself; its last words were:\n${output.trim().split('\n').slice(-20).join('\n')}`)
    process.exit(1)
  })

  try {
    const client = new ManagementClient(worker.origin, adminToken)
    await prepareDemo(client, `http://127.0.0.1:${ports.demo}`, stateFolder)
    const cafe = await serveCafe({ port: ports.demo, pulsoOrigin: worker.origin, siteKey: CAFE_SITE_KEY })
    console.log(`
  Café       ${cafe.url}
  Dashboard  ${await client.createSignInLink()}
             (signs in once; \`npm start\` in another terminal prints a new one)
  Snippet    <script async src="${worker.origin}${PATHS.siteScript(CAFE_SITE_KEY)}"></script>

  State      ${stateFolder}
  Stop       Ctrl-C
`)
    console.log('ready')
  } catch (error) {
    stopping = true
    await worker.destroy()
    release()
    throw error
  }
})

/** A new sign-in link when what answers there is the Pulso of this state folder, to whom its token means something. */
async function createLinkOfRunning(origin: string): Promise<string | null> {
  const stateFolder = toStateFolder()
  if (findOwner(stateFolder) === null) return null
  return new ManagementClient(origin, readAdminToken(stateFolder)).createSignInLink().catch(() => null)
}

/** Says at once which port is taken, instead of after a minute of building. */
function expectFree(port: number, variable: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        new CommandError(
          error.code === 'EADDRINUSE'
            ? `port ${port} is taken: stop what runs there, or choose another with ${variable}, for example \`${variable}=${port + 1000} npm start\`.`
            : `port ${port} cannot be opened (${error.code ?? error.message}): choose another with ${variable}.`,
        ),
      )
    })
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()))
  })
}
