import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { build, type Options } from 'tsup'

const here = import.meta.dirname
const BROWSER = join(here, 'dist/browser')
const NPM = join(here, 'dist/npm')

type EsbuildPlugin = NonNullable<Options['esbuildPlugins']>[number]

/** `import { css } from './card.css'` gives the style sheet as minified text, for adoptedStyleSheets. */
const cssText: EsbuildPlugin = {
  name: 'css-text',
  setup({ onResolve, onLoad, esbuild, initialOptions }) {
    // The name loses its ending, or tsup's own handling of style sheets would take it.
    onResolve({ filter: /\.css$/ }, ({ path, resolveDir }) => ({ path: join(resolveDir, path).slice(0, -4), namespace: 'css-text' }))
    onLoad({ filter: /./, namespace: 'css-text' }, async ({ path }) => {
      const source = readFileSync(`${path}.css`, 'utf8')
      const { code } = await esbuild.transform(source, { loader: 'css', minify: true, target: initialOptions.target ?? [] })
      return { contents: `export const css = ${JSON.stringify(code.trim())}`, loader: 'js' }
    })
  },
}

/** JSX as plain calls of Preact's `h`: the automatic runtime makes the card some 200 bytes heavier. */
const jsxAsCalls: EsbuildPlugin = {
  name: 'jsx-as-calls',
  setup({ onLoad }) {
    onLoad({ filter: /\.tsx$/ }, ({ path }) => ({ contents: `import { h } from 'preact'\n${readFileSync(path, 'utf8')}`, loader: 'tsx' }))
  },
}

const shared = {
  silent: true,
  // What the code itself needs anyway: adopted style sheets came with Safari 16.4 and Firefox 101.
  target: ['chrome109', 'safari16.4', 'firefox115'],
  platform: 'browser',
  tsconfig: join(here, 'tsconfig.json'),
  // Everything is bundled in: who installs the widget installs nothing else.
  noExternal: [/./],
  esbuildPlugins: [cssText, jsxAsCalls],
  esbuildOptions(options) {
    delete options.tsconfig
    options.tsconfigRaw = { compilerOptions: { jsx: 'react', jsxFactory: 'h', verbatimModuleSyntax: true } }
  },
} satisfies Options

const small = {
  ...shared,
  outDir: BROWSER,
  minify: 'terser',
  terserOptions: { ecma: 2020, compress: { passes: 3, unsafe_arrows: true }, mangle: { toplevel: true } },
} satisfies Options

/** Gives a built file a name that changes with its content, so that it can be cached for ever. */
function nameByContent(name: string): string {
  const file = join(BROWSER, `${name}.js`)
  const hash = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 8)
  renameSync(file, join(BROWSER, `${name}-${hash}.js`))
  return JSON.stringify(`${name}-${hash}.js`)
}

/** The chunks first, because the loader carries their names. */
async function buildBrowser() {
  await build({ ...small, entry: { ui: join(here, 'src/ui/index.ts'), delivery: join(here, 'src/delivery/index.ts') }, format: 'esm' })
  await build({
    ...small,
    entry: { loader: join(here, 'src/script-tag.ts') },
    format: 'iife',
    outExtension: () => ({ js: '.js' }),
    define: { __UI_CHUNK__: nameByContent('ui'), __DELIVERY_CHUNK__: nameByContent('delivery') },
  })
}

/**
 * Keeps the declarations that the entry reaches, under the names that they have
 * once built: the others speak of the protocol, which is not published.
 */
function tidyDeclarations() {
  const reached = new Set<string>()
  const follow = (file: string) => {
    if (reached.has(file)) return
    reached.add(file)
    const source = readFileSync(file, 'utf8')
    for (const [, path] of source.matchAll(/from '(\.[^']+)\.ts'/g)) follow(join(dirname(file), `${path}.d.ts`))
    writeFileSync(file, source.replace(/(from '\.[^']+)\.ts'/g, "$1.js'"))
  }
  follow(join(NPM, 'index.d.ts'))
  for (const entry of readdirSync(NPM, { withFileTypes: true })) {
    const path = join(NPM, entry.name)
    if (entry.isDirectory() || (path.endsWith('.d.ts') && !reached.has(path))) rmSync(path, { recursive: true })
  }
}

async function buildNpm() {
  await build({ ...shared, entry: { index: join(here, 'src/index.ts') }, format: 'esm', outDir: NPM, splitting: true })
  const typescript = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')
  execFileSync(process.execPath, [typescript, '-p', 'tsconfig.declarations.json'], { cwd: here, stdio: 'inherit' })
  tidyDeclarations()
}

rmSync(join(here, 'dist'), { recursive: true, force: true })
await buildBrowser()
await buildNpm()
process.stdout.write(`Built ${relative(process.cwd(), join(here, 'dist')) || 'dist'}\n`)
