import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Browser, chromium } from '@playwright/test'
import type { TortureRow } from './row.ts'
import { CHROMIUM_ARGUMENTS, fillIn, openShop } from './shop.ts'

const TRIES = { full: 100, quick: 3 }
const STARTS_WITHIN_MS = 30_000

/** SIGKILL for the whole browser in the moment of the thanks, half of the time without network before, and the same profile opened again. */
export const killingRow: TortureRow = {
  name: 'killing',
  promise: 'killing the browser',
  goal: '100 of 100 delivered: SIGKILL at the moment of the thanks, reopened',
  async run({ isQuick, stage, note }) {
    const tries = isQuick ? TRIES.quick : TRIES.full
    const shop = await openShop(stage)
    const executable = await stage.chromium()
    const profile = mkdtempSync(join(tmpdir(), 'pulso-profile-'))
    const lost: string[] = []
    let withoutPrompt = 0
    let atOnce = 0
    let before: string | undefined
    try {
      // The reopening after one try is the beginning of the next.
      for (let number = 0; number <= tries; number++) {
        const { browser, kill } = await openBrowser(executable, profile)
        const [context] = browser.contexts()
        const page = await context?.newPage()
        if (!context || !page) throw new Error('the browser has no window')
        if (before !== undefined) {
          if ((await shop.readComments()).has(before)) atOnce++
          else {
            // Any page of the shop; and if the visitor's localStorage went down with the browser, one that asks.
            await page.goto(`${shop.page.origin}/quiet`)
            if ((await shop.readComments()).has(before) || (await arrivesSoon(before))) withoutPrompt++
            else {
              await page.goto(shop.page.origin)
              lost.push(...(await shop.missing([before])))
            }
          }
        }
        if (number < tries) {
          before = `kill ${number}`
          await page.goto(shop.page.origin)
          const send = await fillIn(page, before)
          if (number % 2 === 0) await context.setOffline(true)
          await send.click()
          await page.getByText('Thank you').first().waitFor()
        }
        await kill()
        if (number % 10 === 0) note(`${number} kills`)
      }
    } finally {
      await shop.page.destroy()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    }
    return {
      measured: `${tries - lost.length} of ${tries}`,
      isMet: lost.length === 0,
      detail: {
        'before the kill': atOnce,
        'by a page view that asks nothing': withoutPrompt,
        'by a page view that asks': tries - atOnce - withoutPrompt - lost.length,
        ...(lost[0] && { 'first lost': lost[0] }),
      },
    }

    async function arrivesSoon(comment: string): Promise<boolean> {
      for (let look = 0; look < 20; look++) {
        await wait(100)
        if ((await shop.readComments()).has(comment)) return true
      }
      return false
    }
  },
}

/** A browser as a program of its own, on a profile that outlives it. */
async function openBrowser(executable: string, profile: string): Promise<{ browser: Browser; kill(): Promise<void> }> {
  const portFile = join(profile, 'DevToolsActivePort')
  rmSync(portFile, { force: true })
  const child = spawn(
    executable,
    [...CHROMIUM_ARGUMENTS, '--headless', '--lang=en', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    { detached: true, stdio: 'ignore' },
  )
  const kill = async () => {
    const ended = once(child, 'exit')
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    await ended
  }
  try {
    return { browser: await chromium.connectOverCDP(`http://127.0.0.1:${await readPort(portFile, child)}`), kill }
  } catch (error) {
    await kill()
    throw error
  }
}

async function readPort(file: string, child: ChildProcess): Promise<string> {
  const deadline = Date.now() + STARTS_WITHIN_MS
  while (Date.now() < deadline && child.exitCode === null) {
    try {
      const [port] = readFileSync(file, 'utf8').split('\n')
      if (port) return port
    } catch {
      // Not written yet.
    }
    await wait(20)
  }
  throw new Error('the browser did not start')
}
