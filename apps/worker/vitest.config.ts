import { join } from 'node:path'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

/** Worker tests run inside workerd, against a real local D1 that the real migrations made. */
export default defineConfig(async () => ({
  plugins: [
    cloudflareTest({
      wrangler: { configPath: './wrangler.jsonc' },
      miniflare: {
        // For the test runner itself; the worker does without.
        compatibilityFlags: ['nodejs_compat'],
        // As `npm run deploy -- --spill` makes them, but for the waiting.
        queueProducers: { SPILL: 'pulso-spill' },
        queueConsumers: { 'pulso-spill': { maxBatchSize: 100, maxBatchTimeout: 0 } },
        // A limiter like the deployment's two, small enough to be emptied before its minute is over.
        ratelimits: { SMALL_RATE: { namespace_id: '1', simple: { limit: 12, period: 60 } } },
        bindings: {
          PULSO_ADMIN_TOKEN: 'pulso_worker_tests',
          MIGRATIONS: await readD1Migrations(join(import.meta.dirname, 'migrations')),
        },
      },
    }),
  ],
  test: { include: ['src/**/*.test.ts'], setupFiles: ['./test/apply-migrations.ts'], globalSetup: ['./test/serve-challenges.ts'] },
}))
