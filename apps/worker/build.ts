// Gathers what the worker serves as static assets: the dashboard at the root,
// the widget's browser files under /widget/, and the headers of both.
import { copyFileSync, cpSync, existsSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const here = import.meta.dirname
const assets = join(here, 'assets')
const dashboard = join(here, '..', 'dashboard', 'dist')
const widget = join(here, '..', '..', 'packages', 'widget', 'dist', 'browser')

for (const file of [join(dashboard, 'index.html'), join(widget, 'loader.js')]) {
  if (!existsSync(file)) {
    console.error(`worker build: ${file} is not there. Build ${dirname(file)} first: \`npm run build\` does all in order.`)
    process.exit(1)
  }
}

rmSync(assets, { recursive: true, force: true })
// Its manifest is for weighing, not for serving.
cpSync(dashboard, assets, { recursive: true, filter: (path) => basename(path) !== '.vite' })
cpSync(widget, join(assets, 'widget'), { recursive: true })
copyFileSync(join(here, '_headers'), join(assets, '_headers'))
