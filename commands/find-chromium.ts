import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { CommandError } from './fail.ts'
import { tryProcess } from './run-process.ts'

// The shell first: the same engine without a browser's own windows, which makes the suite a third faster.
const NAMES = ['chromium-headless-shell', 'google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * A Chromium on this machine, in the order in which people expect it:
 * PULSO_CHROMIUM, Playwright's own, the system's. Null when there is none.
 *
 * @throws CommandError when PULSO_CHROMIUM names something that cannot run
 */
export function findChromium(): string | null {
  const chosen = process.env['PULSO_CHROMIUM']
  if (chosen) {
    if (isExecutable(chosen)) return chosen
    throw new CommandError(`PULSO_CHROMIUM is "${chosen}", which is no program that can run: correct it or unset it.`)
  }
  const onPath = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [chromium.executablePath(), ...onPath, ...PLACES].find(isExecutable) ?? null
}

/** Finds a Chromium, or installs one: Playwright's where it can be downloaded, Debian's where this user may. */
export async function bringChromium(): Promise<string> {
  const found = findChromium()
  if (found) return expectChromium(found)
  console.log('No Chromium here: installing one …')
  for (const [program, args] of [
    ['playwright', ['install', 'chromium']],
    ['apt-get', ['update']],
    ['apt-get', ['install', '--yes', '--no-install-recommends', 'chromium-headless-shell']],
    ['apt-get', ['install', '--yes', '--no-install-recommends', 'chromium']],
  ] as const) {
    // A way that is not open here (no such program, no right, no network) is no failure as long as another is.
    await tryProcess(program, args, { environment: { DEBIAN_FRONTEND: 'noninteractive' } }).catch(() => null)
    const installed = findChromium()
    if (installed) return expectChromium(installed)
  }
  throw new CommandError(
    'the browser tests need a Chromium and none could be installed: install Chrome or Chromium, or point PULSO_CHROMIUM to one.',
  )
}

/** A program that runs is not yet a browser: better one sentence now than a hundred failed tests later. */
async function expectChromium(path: string): Promise<string> {
  const { status, output } = await tryProcess(path, ['--version'])
  if (status === 0 && /chrom|edge/i.test(output)) return path
  throw new CommandError(`${path} does not answer --version as a Chromium does: point PULSO_CHROMIUM to one, or unset it.`)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
