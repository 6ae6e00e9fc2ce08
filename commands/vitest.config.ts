import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { name: 'commands', include: ['*.test.ts'] } })
