import { dirname, join, resolve } from 'node:path'
import { CommandError } from './fail.ts'

/** The folder of this repository. */
export const ROOT = dirname(import.meta.dirname)
export const WORKER_FOLDER = join(ROOT, 'apps', 'worker')

/** Where a local product keeps its data: PULSO_STATE, or `.pulso/state` here. */
export function toStateFolder(): string {
  return resolve(ROOT, process.env['PULSO_STATE'] || join('.pulso', 'state'))
}

/** The local ports: PULSO_PORT and PULSO_DEMO_PORT, or 8787 and 8080. */
export function toPorts(): { pulso: number; demo: number } {
  const pulso = parsePort('PULSO_PORT', 8787)
  const demo = parsePort('PULSO_DEMO_PORT', 8080)
  if (pulso === demo) throw new CommandError(`PULSO_PORT and PULSO_DEMO_PORT are both ${pulso}: give them different numbers.`)
  return { pulso, demo }
}

function parsePort(variable: string, fallback: number): number {
  const text = process.env[variable]
  if (text === undefined || text === '') return fallback
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new CommandError(`${variable} is "${text}": give a port number from 1 to 65535.`)
  }
  return port
}
