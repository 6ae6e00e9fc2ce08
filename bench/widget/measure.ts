import { type Browser, chromium } from '@playwright/test'
import { servePages } from './serve-pages.ts'
import { askByHand, askPulso, comingDiv, comingPrompt, findChunks, type Measurement, viewPage } from './visits.ts'

const VIEWS = ['empty page', 'page with an empty script', 'page with the tag'] as const
const SUBJECTS = [...VIEWS, 'asked, by hand', 'asked, Pulso', 'coming, one div', 'coming, Pulso'] as const
export type Subject = (typeof SUBJECTS)[number]
export type Measurements = Record<Subject, Measurement[]>

/**
 * A page view is some seventy milliseconds, of which a browser's own part comes and
 * goes by ten milliseconds: one look at it per run would tell of the browser.
 */
const VIEWS_PER_RUN = 3

interface MeasureOptions {
  runs: number
  /** The site script's address. */
  script: string
  executablePath: string
  onRun(run: number): void
}

/**
 * Visits every page in every run, those that are only viewed three times, in an
 * order that turns, so that a busy moment of the machine meets all of them alike.
 */
export async function measure({ runs, script, executablePath, onRun }: MeasureOptions): Promise<Measurements> {
  const pages = await servePages(script)
  const browser: Browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  const measurements = Object.fromEntries(SUBJECTS.map((subject) => [subject, []])) as unknown as Measurements
  try {
    const tools = { browser, pages }
    const chunks = await findChunks(tools)
    const visits: Record<Subject, () => Promise<Measurement>> = {
      'empty page': () => viewPage(tools, 'empty'),
      'page with an empty script': () => viewPage(tools, 'empty-script'),
      'page with the tag': () => viewPage(tools, 'tag'),
      'asked, by hand': () => askByHand(tools),
      'asked, Pulso': () => askPulso(tools, chunks),
      'coming, one div': () => comingDiv(tools),
      'coming, Pulso': () => comingPrompt(tools),
    }
    const visitAll = async (subjects: readonly Subject[], turned: number) => {
      for (let turn = 0; turn < subjects.length; turn += 1) {
        const subject = subjects[(turned + turn) % subjects.length] as Subject
        measurements[subject].push(await visits[subject]())
      }
    }
    for (let run = 0; run < runs; run += 1) {
      for (let view = 1; view < VIEWS_PER_RUN; view += 1) await visitAll(VIEWS, run + view)
      await visitAll(SUBJECTS, run)
      onRun(run + 1)
    }
  } finally {
    await browser.close()
    await pages.destroy()
  }
  return measurements
}
