import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { name: '@pulso/widget', include: ['**/*.test.ts'], exclude: ['dist/**', 'node_modules/**'] } })
