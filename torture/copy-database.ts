import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'

/** The file, and the log of what is not in it yet. */
const SUFFIXES = ['', '-wal'] as const

/**
 * Gives `look` a copy of an SQLite database, which is gone afterwards. A copy,
 * because a second process that opens the files of a running workerd can end it;
 * of files that lie still meanwhile, because a torn one would say anything.
 */
export async function withCopy<Result>(file: string, look: (copy: string) => Result): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'pulso-copy-'))
  const copy = join(folder, 'copy.sqlite')
  const toState = () =>
    SUFFIXES.map((suffix) => (existsSync(file + suffix) ? statSync(file + suffix, { bigint: true }).mtimeNs : 0n)).join()
  try {
    for (let before = ''; before !== toState(); ) {
      before = toState()
      for (const suffix of SUFFIXES) if (existsSync(file + suffix)) copyFileSync(file + suffix, copy + suffix)
      await wait(50)
    }
    return look(copy)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Writes a database and its log into one new file. */
export function writeWhole(database: string, to: string): void {
  const source = new DatabaseSync(database)
  try {
    source.prepare('VACUUM INTO ?').run(to)
  } finally {
    source.close()
  }
}

/** Puts another database in the place of this one, whose log is then of the past. */
export function replaceDatabase(file: string, by: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
  copyFileSync(by, file)
}
