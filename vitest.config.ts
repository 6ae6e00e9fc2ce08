import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: ['packages/*', 'apps/*', 'examples/cafe', 'examples/npm', 'commands'],
    // On two cores vitest would take one; most of its workers wait for workerd or for a command most of the time.
    maxWorkers: 4,
  },
})
