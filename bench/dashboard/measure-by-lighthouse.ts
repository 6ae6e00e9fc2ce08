import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProcess } from '../../commands/run-process.ts'

/** Brought when it is asked for: its 170 MB are no part of what everybody installs. */
const LIGHTHOUSE = 'lighthouse@13.5.0'
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const

/** What Lighthouse thinks of a page as somebody sees it who is signed in by `cookie`, on a desktop: from 0 to 100 by category. */
export async function measureByLighthouse(address: string, cookie: string, executablePath: string): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'pulso-lighthouse-'))
  const file = join(folder, 'report.json')
  try {
    await runProcess(
      'pnpm',
      [
        'dlx',
        LIGHTHOUSE,
        address,
        '--quiet',
        '--preset=desktop',
        `--only-categories=${CATEGORIES.join(',')}`,
        '--output=json',
        `--output-path=${file}`,
        `--extra-headers=${JSON.stringify({ Cookie: cookie })}`,
        '--chrome-flags=--headless --no-sandbox --disable-gpu',
      ],
      { environment: { CHROME_PATH: executablePath } },
    )
    const report = JSON.parse(readFileSync(file, 'utf8')) as {
      categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>
    }
    return Object.fromEntries(CATEGORIES.map((name) => [name, Math.round((report.categories[name]?.score ?? 0) * 100)]))
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
