import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CommandError } from './fail.ts'

const MARKER = 'running.pid'

/**
 * Makes the state folder and marks it as this process's, because two products
 * on one database file can end each other. Returns what gives it back.
 *
 * @throws CommandError when it cannot be written, or when a running process has it
 */
export function claimStateFolder(stateFolder: string): () => void {
  const marker = join(stateFolder, MARKER)
  const owner = findOwner(stateFolder)
  if (owner !== null) {
    throw new CommandError(
      `the state folder ${stateFolder} is in use by the Pulso that runs as process ${owner}: stop that one, or give this one a folder of its own with PULSO_STATE.`,
    )
  }
  try {
    makeFolder(stateFolder)
    writeFileSync(marker, String(process.pid))
  } catch (error) {
    throw new CommandError(
      `the state folder ${stateFolder} cannot be written (${error instanceof Error ? error.message : String(error)}): point PULSO_STATE to a folder you may write.`,
    )
  }
  return () => rmSync(marker, { force: true })
}

/** One folder at a time: the recursive form of mkdir never returns in places like /proc, where a parent exists but takes no children. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder)
}

/** The running process that has the folder, if there is one. */
export function findOwner(stateFolder: string): number | null {
  try {
    const owner = Number(readFileSync(join(stateFolder, MARKER), 'utf8'))
    return owner && isRunning(owner) ? owner : null
  } catch {
    return null
  }
}

/** Whether that process is alive and, where the system tells, still a Pulso: after a crash its number may be another program's. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    const commandLine = `/proc/${pid}/cmdline`
    return !existsSync(commandLine) || /\b(start|seed)\.ts/.test(readFileSync(commandLine, 'utf8'))
  } catch {
    return false
  }
}
