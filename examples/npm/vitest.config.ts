import { defineConfig } from 'vitest/config'

// *.spec.ts beside them are the browser's, run by Playwright.
export default defineConfig({ test: { include: ['**/*.test.ts'] } })
