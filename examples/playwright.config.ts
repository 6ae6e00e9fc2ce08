import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { findChromium } from '../commands/find-chromium.ts'
import { ADMIN_TOKEN, CAFE_PORT, PULSO_PORT } from './product-address.ts'

// This file is read again in every worker process; those inherit the folder, and only its maker removes it.
if (process.env['PULSO_TEST_STATE'] === undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'pulso-e2e-'))
  process.env['PULSO_TEST_STATE'] = folder
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
}

const executablePath = findChromium()

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  reporter: [['list']],
  // A story is a whole visit, sometimes in two browsers, on as little as two busy cores.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'node commands/start.ts',
    cwd: '..',
    env: {
      PULSO_PORT,
      PULSO_DEMO_PORT: CAFE_PORT,
      PULSO_STATE: process.env['PULSO_TEST_STATE'],
      PULSO_ADMIN_TOKEN: ADMIN_TOKEN,
    },
    wait: { stdout: /^ready$/m },
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
})
