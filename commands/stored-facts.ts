import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ROOT, WORKER_FOLDER } from './workspace.ts'

/** What the code stores, as found in the code: names alone, without reasons. */
export interface StoredFacts {
  /** `table.column` of the database, as the migrations leave it. */
  columns: string[]
  /** Keys on a visitor's device; SITE is the site key, * anything. */
  visitorKeys: string[]
  /** Where the widget uses a key that is not written out there, as `file: expression`. */
  indirectKeys: string[]
  /** Keys and cookies on the device of somebody of the team. */
  teamKeys: string[]
  /** What else a deployment gives the worker, by the names in its `Bindings`. */
  bindings: string[]
  /** Files of the widget that open the device's storage themselves. */
  doors: string[]
}

/** Reads the migrations by running them, and the sources of widget, dashboard and worker by their text. */
export function readStoredFacts(): StoredFacts {
  const widget = readSources(join(ROOT, 'packages', 'widget', 'src'))
  const dashboard = readSources(join(ROOT, 'apps', 'dashboard', 'src'))
  const worker = readSources(join(WORKER_FOLDER, 'src'))
  return {
    columns: readColumns(join(WORKER_FOLDER, 'migrations')),
    visitorKeys: toSortedSet(widget.flatMap(({ text }) => findVisitorKeys(text).keys)),
    indirectKeys: toSortedSet(
      widget.flatMap(({ path, text }) => findVisitorKeys(text).indirect.map((expression) => `${path}: ${expression}`)),
    ),
    teamKeys: toSortedSet([
      ...dashboard.flatMap(({ text }) => Array.from(text.matchAll(/'(pulso\.[a-z]+)'/g), ([, key = '']) => `localStorage ${key}`)),
      // A key for each of something, which only a tab keeps: `pulso.shared:${…}`.
      ...dashboard.flatMap(({ text }) => Array.from(text.matchAll(/`(pulso\.[a-z]+):\$\{/g), ([, key = '']) => `sessionStorage ${key}:*`)),
      ...worker.flatMap(({ text }) => Array.from(text.matchAll(/_COOKIE = '([a-z_]+)'/g), ([, name = '']) => `cookie ${name}`)),
      ...dashboard.flatMap(({ text }) => Array.from(text.matchAll(/_DATABASE = '([a-z-]+)'/g), ([, name = '']) => `IndexedDB ${name}`)),
    ]),
    bindings: readBindings(join(WORKER_FOLDER, 'src', 'bindings.ts')),
    doors: widget
      .filter(({ text }) =>
        /\b(?:localStorage|sessionStorage|indexedDB|cookieStore|document\.cookie|caches\.open)\b/.test(withoutComments(text)),
      )
      .map(({ path }) => path),
  }
}

/** Every `table.column` after all migrations, generated ones included. */
export function readColumns(folder: string): string[] {
  const database = new DatabaseSync(':memory:')
  for (const file of readdirSync(folder).sort()) database.exec(readFileSync(join(folder, file), 'utf8'))
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").all()
  return tables.flatMap(({ name }) =>
    database
      .prepare('SELECT name FROM pragma_table_xinfo(?)')
      .all(String(name))
      .map((column) => `${name}.${column['name']}`),
  )
}

const TEMPLATE = '`(?:[^`$]|\\$\\{(?:[^{}`]|`[^`]*`)*\\})*`'
const TEXT = `'[^'\\n]*'|${TEMPLATE}`
/** What is read or written in the device's storage, whose keys begin with `pulso:SITE:`. */
const USED = new RegExp(`\\b(?:storage\\.(?:get|set)|readNumbers)\\(\\s*(?:storage,\\s*)?(${TEXT}|\\w[\\w.]*(?:\\([^()]*\\))?)`, 'g')
/** A key that has a name, or a function that makes one: `retryKey = '…'`, `toClockKey = (…) => \`…\``. */
const NAMED = new RegExp(`\\b(\\w+Key) = (?:\\([^)]*\\)(?:: \\w+)? =>\\s*)?(${TEXT})`, 'g')
/** A whole key, of a database or a store of its own. */
const WHOLE = /`pulso:(?:[^`$]|\$\{[^{}`]*\})*`/g

/** The keys that a source of the widget writes out, and the expressions by which it uses others. */
export function findVisitorKeys(source: string): { keys: string[]; indirect: string[] } {
  const text = withoutComments(source)
  const used = Array.from(text.matchAll(USED), ([, argument = '']) => argument)
  const named = Array.from(text.matchAll(NAMED), ([, name = '', value = '']) => ({ name, value }))
  const isText = (argument: string) => /^['`]/.test(argument)
  const own = named.map(({ value }) => value).filter((value) => !value.startsWith('`pulso:'))
  const names = [...used.filter(isText), ...own].map((name) => `pulso:SITE:${toPattern(name)}`)
  const whole = Array.from(text.matchAll(WHOLE), ([key]) => toPattern(key))
  return {
    keys: [...names, ...whole].filter((key) => key !== 'pulso:SITE:'),
    indirect: used.filter((argument) => !isText(argument) && !named.some(({ name }) => name === argument)),
  }
}

/** The text of a literal with SITE for the site key and * for anything else that is put in. */
function toPattern(literal: string): string {
  return literal
    .slice(1, -1)
    .replaceAll(/\$\{[a-zA-Z.]*[sS]iteKey\}/g, 'SITE')
    .replaceAll(/\$\{(?:[^{}`]|`[^`]*`)*\}/g, '*')
}

/** The members of the worker's `Bindings`: what a deployment gives it, be it by wrangler.jsonc or by a flag of the deploy command. */
function readBindings(file: string): string[] {
  const [, members = ''] = /interface Bindings \{([^}]*)\}/.exec(withoutComments(readFileSync(file, 'utf8'))) ?? []
  return Array.from(members.matchAll(/^\s*(\w+)\??:/gm), ([, name = '']) => name)
}

function readSources(folder: string): { path: string; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?<!\.test|\.d)\.tsx?$/.test(path))
    .map((path) => join(folder, path))
    .map((path) => ({ path: relative(ROOT, path), text: readFileSync(path, 'utf8') }))
}

/** Source without comments; strings keep what looks like one. */
function withoutComments(source: string): string {
  return source.replaceAll(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
    (_, text: string | undefined) => text ?? '',
  )
}

function toSortedSet(items: string[]): string[] {
  return [...new Set(items)].sort()
}
