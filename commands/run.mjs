// Every `npm run …` of this repository starts here, on whatever Node the
// machine has (20.18 or later): it brings Node 24 and pnpm from the npm registry
// where they are missing or too old, installs from the frozen lockfile when that
// changed, and runs commands/NAME.ts. Plain JavaScript without dependencies,
// because at this point nothing is installed yet.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NODE_VERSION = { 'linux-x64': '24.21.0', 'linux-arm64': '24.21.0', 'darwin-x64': '24.18.1', 'win32-x64': '24.21.0' }
const OLDEST_NODE = [24, 11]
const PNPM_VERSION = '12.21.0'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const toolchain = join(root, '.pulso', 'toolchain')
const onWindows = process.platform === 'win32'

/** Ends with one sentence that says what is wrong and what to do. */
function fail(sentence) {
  process.stderr.write(`pulso: ${sentence}\n`)
  process.exit(1)
}

function isNodeNewEnough() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])
}

/** What the output of a failed install means, in words for a person. */
function toInstallProblem(output) {
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network|fetch failed|error sending request/i.test(
      output,
    )
  ) {
    return 'the npm registry cannot be reached: check the network (or the proxy and registry in your npm settings) and run the same command again.'
  }
  if (/ENOSPC/.test(output)) return 'the disk is full: free about 1 GB and run the same command again.'
  if (/OUTDATED_LOCKFILE/.test(output))
    return 'pnpm-lock.yaml does not match the package.json files: run `pnpm install`, commit the lockfile and try again.'
  return `the installation failed; its last words were:\n${output.trim().split('\n').slice(-15).join('\n')}`
}

function runInstaller(command, args, cwd, environment) {
  const done = spawnSync(command, args, { cwd, env: environment, encoding: 'utf8', shell: onWindows, maxBuffer: 64 * 1024 * 1024 })
  if (done.error) fail(`${command} cannot be started (${done.error.message}): install Node.js with npm and try again.`)
  if (done.status !== 0) fail(toInstallProblem(`${done.stdout}\n${done.stderr}`))
}

/** Installs one package of the npm registry into a folder of its own under .pulso/toolchain, once. Returns its folder of programs. */
function bringTool(name, version) {
  const folder = join(toolchain, `${name}-${version}`)
  const marker = join(folder, 'complete')
  if (!existsSync(marker)) {
    process.stdout.write(`Bringing ${name} ${version} …\n`)
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
    runInstaller(
      'npm',
      ['install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error', `${name}@${version}`],
      folder,
      process.env,
    )
    writeFileSync(marker, '')
  }
  return join(folder, 'node_modules', '.bin')
}

/** Programs to put before the machine's own: the pinned pnpm, and Node 24 when this one is too old. */
function bringToolchain() {
  const folders = [bringTool('pnpm', PNPM_VERSION)]
  if (!isNodeNewEnough()) {
    const platform = `${process.platform}-${process.arch}`
    const version = NODE_VERSION[platform]
    if (!version)
      fail(
        `this Node is ${process.versions.node} and there is none to fetch for ${platform}: install Node ${OLDEST_NODE.join('.')} or later.`,
      )
    folders.push(bringTool(`node-${onWindows ? 'win' : process.platform}-${process.arch}`, version))
  }
  return folders
}

/** The lockfile and every workspace manifest: when one changes, so may node_modules. */
function toInstallFingerprint() {
  const hash = createHash('sha256')
  const manifests = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', 'examples/package.json']
  for (const folder of ['packages', 'apps', 'examples']) {
    for (const name of readdirSync(join(root, folder))) manifests.push(`${folder}/${name}/package.json`)
  }
  for (const path of manifests.sort()) if (existsSync(join(root, path))) hash.update(path).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

function installDependencies(environment) {
  const marker = join(root, 'node_modules', '.pulso-installed')
  const fingerprint = toInstallFingerprint()
  if (existsSync(marker) && readFileSync(marker, 'utf8') === fingerprint) return
  process.stdout.write('Installing dependencies from the lockfile …\n')
  runInstaller('pnpm', ['install', '--frozen-lockfile'], root, { ...environment, CI: 'true' })
  writeFileSync(marker, fingerprint)
}

const [name = '', ...args] = process.argv.slice(2)
const command = join(root, 'commands', `${name}.ts`)
if (!/^[a-z0-9-]+$/.test(name) || !existsSync(command)) fail(`there is no command "${name}": see the scripts in package.json.`)

const folders = bringToolchain()
const environment = {
  ...process.env,
  PATH: [...folders, join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter),
  DO_NOT_TRACK: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  WRANGLER_SEND_METRICS: 'false',
}
installDependencies(environment)

// The command gets the terminal's signals itself; this process only waits to pass on its exit code.
const child = spawn(isNodeNewEnough() ? process.execPath : 'node', [command, ...args], { cwd: root, env: environment, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
// npm passes SIGTERM to the shell between us only, which dies without a word to us: having lost the parent means the same.
const parent = process.ppid
if (process.env['npm_lifecycle_event']) {
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM')
  }, 500).unref()
}
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
