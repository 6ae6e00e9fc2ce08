import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import {
  ENVIRONMENTS,
  type ImportBatch,
  type InboxPage,
  type Journey,
  PATHS,
  type ReleaseDefinition,
  type Report,
  type ResponsePage,
  type Retention,
  type Site,
  type SiteDefinitionInput,
  type StoredResponse,
} from '@pulso/protocol'
import { ADMIN_TOKEN, PULSO_URL } from './product-address.ts'

/** A loopback server for one test's page: another origin than Pulso's, as in life. */
interface ServedPage {
  /** As browsers send it: scheme, host and port, nothing after. */
  origin: string
}

/** Serves `html` at every path of a fresh origin, until the test ends; a function says what the page is at the moment, as when somebody edits it. */
export type ServePage = (html: string | (() => string), headers?: Record<string, string>) => Promise<ServedPage>

/** The one `test` of the suite: Playwright's, and `servePage`. */
export const test = base.extend<{ servePage: ServePage; closeContexts: undefined }>({
  // Playwright closes its own context only; the pages of any other would go on drawing until the last test.
  closeContexts: [
    async ({ browser }, use) => {
      await use(undefined)
      await Promise.all(browser.contexts().map((context) => context.close()))
    },
    { auto: true },
  ],
  // Playwright insists on a destructured first parameter, even of a fixture that needs nothing.
  servePage: async ({ browserName: _ }, use) => {
    const stops: (() => void)[] = []
    await use(async (html, headers = {}) => {
      const server = createServer((_request, response) => {
        const body = typeof html === 'string' ? html : html()
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      stops.push(() => {
        server.close()
        server.closeAllConnections()
      })
      const address = server.address()
      if (typeof address !== 'object' || address === null) throw new Error('the page server has no address')
      return { origin: `http://127.0.0.1:${address.port}` }
    })
    for (const stop of stops) stop()
  },
})

async function manage<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await fetch(`${PULSO_URL}${path}`, {
    method,
    headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path} gave ${answer.status}: ${text}`)
  return JSON.parse(text) as Answer
}

/** What a test's site is like when the test does not say: one touchpoint, asked about at once. */
const PLAIN_SITE: SiteDefinitionInput = {
  name: 'Corner Shop',
  timeZone: 'Europe/Madrid',
  defaultLocale: 'en',
  stages: [{ key: 'purchase', name: { en: 'Purchase', es: 'Compra' }, phase: 'during' }],
  touchpoints: [{ key: 'checkout', stage: 'purchase', name: { en: 'Checkout', es: 'Pago' } }],
  prompts: [{ id: 'checkout', kind: 'csat', touchpoints: ['checkout'], delayMs: 0 }],
}

/** Makes a site of the test's own, so that tests that count never see each other's answers. */
export async function createSite(definition: Partial<SiteDefinitionInput> = {}): Promise<Site> {
  return manage('PUT', PATHS.site(`site-${randomUUID()}`), { ...PLAIN_SITE, ...definition })
}

/** A new key by which the site's own server signs who its visitors are. */
export async function createRespondentKey(site: Pick<Site, 'id'>): Promise<{ secret: string }> {
  return manage('POST', `${PATHS.site(site.id)}/respondent-keys`)
}

/** Gives a site a past, up to a thousand responses of it, plainly marked as seeded. */
export async function importHistory(site: Pick<Site, 'id'>, responses: ImportBatch['responses']): Promise<void> {
  await manage('POST', PATHS.siteImport(site.id), { source: 'demo', responses })
}

/** Everything stored for a site so far, real and test traffic together, newest first. */
export async function storedResponses(site: Pick<Site, 'id'>): Promise<StoredResponse[]> {
  const pages = await Promise.all(
    ENVIRONMENTS.map((environment) => manage<ResponsePage>('GET', `${PATHS.siteResponses(site.id)}?limit=100&environment=${environment}`)),
  )
  return pages.flatMap(({ responses }) => responses).sort((a, b) => (a.id < b.id ? 1 : -1))
}

/** What one known person has answered at a site, newest first. */
export async function storedResponsesOf(site: Pick<Site, 'id'>, respondent: string): Promise<StoredResponse[]> {
  const query = `limit=100&respondent=${encodeURIComponent(respondent)}`
  return (await manage<ResponsePage>('GET', `${PATHS.siteResponses(site.id)}?${query}`)).responses
}

/** Every comment of a site, however many pages they fill, newest first. */
export async function storedComments(site: Pick<Site, 'id'>): Promise<string[]> {
  const comments: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const from: string = cursor === '' ? '' : `&cursor=${cursor}`
    const page: ResponsePage = await manage('GET', `${PATHS.siteResponses(site.id)}?comments=only&limit=100${from}`)
    comments.push(...page.responses.map(({ comment }) => comment ?? ''))
    cursor = page.next
  }
  return comments
}

/** A site's export, as a script with a token gets it. */
export async function readExport(site: Pick<Site, 'id'>, file: 'csv' | 'ndjson'): Promise<string> {
  const path = file === 'csv' ? PATHS.exportCsv(site.id) : PATHS.exportNdjson(site.id)
  const answer = await fetch(`${PULSO_URL}${path}`, { headers: { authorization: `Bearer ${ADMIN_TOKEN}` } })
  if (!answer.ok) throw new Error(`${path} gave ${answer.status}`)
  return answer.text()
}

/** A page of a site's inbox, with what the team says about each response. */
export async function readInbox(site: Pick<Site, 'id'>, query = ''): Promise<InboxPage> {
  return manage('GET', `${PATHS.siteResponses(site.id)}?limit=100&${query}`)
}

/** Waits until exactly `count` answers are stored, and gives them back, newest first. */
export async function answersStored(site: Pick<Site, 'id'>, count: number): Promise<StoredResponse[]> {
  let answers: StoredResponse[] = []
  await expect
    .poll(
      async () => {
        answers = (await storedResponses(site)).filter(({ score }) => score !== null)
        return answers.length
      },
      { message: `answers stored for ${site.id}` },
    )
    .toBe(count)
  return answers
}

/** A site as it is defined now. */
export async function readSite(id: string): Promise<Site> {
  return manage('GET', PATHS.site(id))
}

/** The site's report, as the stats endpoint gives it. */
export async function readReport(site: Pick<Site, 'id'>, query = 'days=30'): Promise<Report> {
  return manage('GET', `${PATHS.stats(site.id)}?${query}`)
}

/** The site's journey with trends, emotion and what to fix first, as its endpoint gives it. */
export async function readJourney(site: Pick<Site, 'id'>, query = 'days=30'): Promise<Journey> {
  return manage('GET', `${PATHS.journey(site.id)}?${query}`)
}

/** Who came back, month by month. */
export async function readRetention(site: Pick<Site, 'id'>): Promise<Retention> {
  return manage('GET', PATHS.retention(site.id))
}

/** Marks something that the team changed. */
export async function markRelease(site: Pick<Site, 'id'>, release: ReleaseDefinition): Promise<void> {
  await manage('POST', PATHS.releases(site.id), release)
}

/** Changes a site from elsewhere, as another person or a script would. */
export async function changeSite(site: Pick<Site, 'id'>, change: (current: Site) => SiteDefinitionInput): Promise<Site> {
  return manage('PUT', PATHS.site(site.id), change(await readSite(site.id)))
}

/** What came of reaching a touchpoint, on pages of this machine: how often, and why nothing was asked. */
export async function readReach(site: Pick<Site, 'id'>, touchpoint: string) {
  const { stages } = await readReport(site, 'days=2&environment=test')
  const found = stages.flatMap(({ touchpoints }) => touchpoints).find(({ key }) => key === touchpoint)
  return { reached: found?.reached, eligible: found?.eligible, heldBack: found?.heldBack }
}

/** Makes a fresh sign-in link, good once. */
export async function createSignInLink(): Promise<string> {
  const { url } = await manage<{ url: string }>('POST', PATHS.signInLinks)
  return url
}

/** Opens the dashboard signed in, by a fresh link. */
export async function signIn(page: Page): Promise<void> {
  await page.goto(await createSignInLink())
  // The code leaves the address at once; the first site is only shown once it has been accepted.
  await page.waitForURL('**/sites/**')
}

/** Takes the network away from everything in this browser context. */
export async function goOffline(context: BrowserContext): Promise<void> {
  await context.setOffline(true)
}

/** Gives the network back. */
export async function goOnline(context: BrowserContext): Promise<void> {
  await context.setOffline(false)
}

/** The one line that a website owner pastes. */
export function toSnippet(site: Pick<Site, 'siteKey'>): string {
  return `<script async src="${PULSO_URL}${PATHS.siteScript(site.siteKey)}"></script>`
}

export { expect }
