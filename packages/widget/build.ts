import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
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
      // What the minifier leaves alone in custom properties and in calc(), where only + and - need their spaces.
      const tight = code
        .trim()
        .replace(/(--[\w-]+): /g, '$1:')
        .replace(/ !important/g, '!important')
        .replace(/(,| (?=\*)|\* ) ?/g, (run) => run.trim())
      return { contents: `export const css = ${JSON.stringify(tight)}`, loader: 'js' }
    })
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
  esbuildPlugins: [cssText],
  esbuildOptions(options) {
    delete options.tsconfig
    options.tsconfigRaw = { compilerOptions: { verbatimModuleSyntax: true } }
  },
} satisfies Options

const small = {
  ...shared,
  outDir: BROWSER,
  minify: 'terser',
  terserOptions: { ecma: 2020, compress: { passes: 3, unsafe_arrows: true }, mangle: { toplevel: true } },
} satisfies Options

const source = (path: string) => join(here, 'src', path)
const { version } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')) as { version: string }
const VERSION = { __VERSION__: JSON.stringify(version) }

/** Every file of `src/<folder>` that is a part of its own, by its name. */
function listParts(folder: string): [name: string, path: string][] {
  return readdirSync(source(folder))
    .filter((name) => /^[\w-]+\.tsx?$/.test(name) && name !== 'index.ts')
    .map((name) => [name.replace(/\.tsx?$/, ''), source(`${folder}/${name}`)])
}

const CHUNKS: Record<string, string> = {
  asking: source('asking/index.ts'),
  ui: source('ui/index.ts'),
  look: source('ui/look.ts'),
  debug: source('debug/index.ts'),
  element: source('element.ts'),
  ...Object.fromEntries(listParts('ui/kinds').map(([name, path]) => [`kind-${name}`, path])),
  ...Object.fromEntries(listParts('ui/modes').map(([name, path]) => [`mode-${name}`, path])),
}

const readText = (file: string) => readFileSync(join(BROWSER, file), 'utf8')
const toHash = (algorithm: string, content: string) => createHash(algorithm).update(content)

/**
 * Asks the browser to compile every function while the file arrives, on another
 * thread, instead of each at its first call, on the page's own: nearly all of
 * them are called at once, and a card's first paint waits for them. Chrome 136
 * and later do (V8's explicit compile hints); to others it is a comment.
 */
const COMPILE_AT_ONCE = '//# allFunctionsCalledOnLoad\n'

/** Puts a classic script into a scope of its own: what the minifier leaves at its top would be the page's globals. */
function wrap(file: string): void {
  writeFileSync(join(BROWSER, file), `${COMPILE_AT_ONCE}(()=>{${readText(file).trim()}})()`)
}

/** A module that exports one thing, as an expression: one constant that is given back at once needs no scope of its own. */
function toExpression(file: string, exported: string): string {
  const code = readText(`pieces/${file}.js`).trim()
  const scope = code.replace(new RegExp(`export\\{(\\w+) as ${exported}\\};?$`), 'return $1')
  if (scope === code) throw new Error(`${file} exports something else than ${exported}`)
  const alone = /^(?:const|var|let) (\w+)=((?:(?!;).)+);return \1$/s.exec(scope)
  return alone?.[2] ?? `(()=>{${scope}})()`
}

/** Builds what makes triggers of a table. */
async function buildArm(): Promise<string> {
  await build({ ...small, outDir: join(BROWSER, 'pieces'), entry: { arm: source('triggers/arm.ts') }, format: 'esm', splitting: false })
  return toExpression('arm', 'createArm')
}

/** Builds the rules or the triggers, each as one expression that the worker can put into a site's script. */
async function buildPieces(folder: 'rules' | 'triggers', exported: 'rule' | 'trigger'): Promise<Record<string, string>> {
  const isPiece = ([, path]: [string, string]) => readFileSync(path, 'utf8').includes(`export const ${exported} =`)
  const parts = listParts(folder).filter(isPiece)
  const outDir = join(BROWSER, 'pieces')
  await build({ ...small, outDir, entry: Object.fromEntries(parts), format: 'esm', splitting: false })
  return Object.fromEntries(parts.map(([name]) => [name, toExpression(name, exported)]))
}

/**
 * The chunks lie together in a folder that is named by what they all contain, so
 * they can be cached for ever; the loader carries that one name.
 */
async function buildBrowser() {
  const folder = join(BROWSER, 'chunks')
  await build({ ...small, outDir: folder, entry: CHUNKS, format: 'esm', splitting: false, define: VERSION })
  const names = Object.keys(CHUNKS)
  for (const name of names) writeFileSync(join(folder, `${name}.js`), COMPILE_AT_ONCE + readText(`chunks/${name}.js`))
  const buildName = toHash('sha256', names.map((name) => readText(`chunks/${name}.js`)).join('\0'))
    .digest('hex')
    .slice(0, 8)
  renameSync(folder, join(BROWSER, buildName))
  const define = { ...VERSION, __BUILD__: JSON.stringify(buildName) }

  await build({ ...small, entry: { loader: source('script-tag.ts') }, format: 'esm', define })
  wrap('loader.js')
  const pieces = {
    arm: await buildArm(),
    rules: await buildPieces('rules', 'rule'),
    triggers: await buildPieces('triggers', 'trigger'),
  }
  rmSync(join(BROWSER, 'pieces'), { recursive: true })
  writeFileSync(join(BROWSER, 'pieces.json'), JSON.stringify(pieces))

  // Of the team alone: its address stays, so it is not among what is kept for ever.
  await build({ ...small, entry: { preview: source('preview/index.ts') }, format: 'esm', splitting: false, define })
  for (const ending of ['html', 'css']) copyFileSync(source(`preview/page.${ending}`), join(BROWSER, `preview.${ending}`))

  const toIntegrity = (file: string) => `sha384-${toHash('sha384', readText(file)).digest('base64')}`
  const integrity = Object.fromEntries(names.map((name) => [name, toIntegrity(`${buildName}/${name}.js`)]))
  await build({
    ...small,
    outDir: join(BROWSER, buildName),
    entry: { pulso: source('pinned.ts') },
    format: 'esm',
    define: { ...define, __INTEGRITY__: JSON.stringify(integrity) },
  })
  const pinned = `${buildName}/pulso.js`
  wrap(pinned)
  writeFileSync(
    join(BROWSER, 'integrity.json'),
    `${JSON.stringify({ version, path: `/widget/${pinned}`, integrity: toIntegrity(pinned) })}\n`,
  )
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
  for (const entry of ['index', 'react', 'element']) follow(join(NPM, `${entry}.d.ts`))
  for (const entry of readdirSync(NPM, { withFileTypes: true })) {
    const path = join(NPM, entry.name)
    if (entry.isDirectory() || (path.endsWith('.d.ts') && !reached.has(path))) rmSync(path, { recursive: true })
  }
}

async function buildNpm() {
  await build({
    ...shared,
    entry: { index: source('index.ts'), react: source('react.ts'), element: source('element.ts') },
    format: 'esm',
    outDir: NPM,
    splitting: true,
    define: VERSION,
    // A page has one React, and it is the page's.
    noExternal: [/^(?!react$)/],
    external: ['react'],
  })
  const typescript = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')
  execFileSync(process.execPath, [typescript, '-p', 'tsconfig.declarations.json'], { cwd: here, stdio: 'inherit' })
  tidyDeclarations()
}

rmSync(join(here, 'dist'), { recursive: true, force: true })
await buildBrowser()
await buildNpm()
process.stdout.write(`Built ${relative(process.cwd(), join(here, 'dist')) || 'dist'}\n`)
