import {
  type ImportBatch,
  type JourneyDefinition,
  LIMITS,
  PATHS,
  type Problem,
  type Site,
  type SiteDefinitionInput,
  type TallyCheck,
  type TallyCheckOrder,
} from '@pulso/protocol'
import { CommandError } from './fail.ts'

/** Talks to a worker's management addresses with the operator's token. */
export class ManagementClient {
  readonly #origin: string
  readonly #token: string

  constructor(origin: string, token: string) {
    this.#origin = origin
    this.#token = token
  }

  async findSite(id: string): Promise<Site | null> {
    const response = await this.#call('GET', PATHS.site(id))
    return response.status === 404 ? null : ((await this.#expectOk(response)) as Site)
  }

  /** The ids of all sites. */
  async listSites(): Promise<string[]> {
    const { sites } = (await this.#expectOk(await this.#call('GET', PATHS.sites))) as { sites: Site[] }
    return sites.map(({ id }) => id)
  }

  async saveSite(id: string, definition: SiteDefinitionInput): Promise<Site> {
    return (await this.#expectOk(await this.#call('PUT', PATHS.site(id), definition))) as Site
  }

  /** Stores history in requests of the largest size that is taken. */
  async importResponses(id: string, source: ImportBatch['source'], responses: ImportBatch['responses']): Promise<number> {
    let stored = 0
    for (let start = 0; start < responses.length; start += LIMITS.importResponses) {
      const batch: ImportBatch = { source, responses: responses.slice(start, start + LIMITS.importResponses) }
      const answer = (await this.#expectOk(await this.#call('POST', PATHS.siteImport(id), batch))) as { stored: number }
      stored += answer.stored
    }
    return stored
  }

  async removeDemo(id: string): Promise<number> {
    const answer = (await this.#expectOk(await this.#call('DELETE', `${PATHS.siteResponses(id)}?source=demo`))) as { removed: number }
    return answer.removed
  }

  /** Counts what respondents did over each month, as the nightly run does. @returns the months that were counted */
  async countMonths(id: string): Promise<string[]> {
    const answer = (await this.#expectOk(await this.#call('POST', PATHS.months(id)))) as { counted: string[] }
    return answer.counted
  }

  /** One step of a check of a site's tallies. */
  async checkTallies(id: string, order: TallyCheckOrder): Promise<TallyCheck> {
    return (await this.#expectOk(await this.#call('POST', PATHS.tallies(id), order))) as TallyCheck
  }

  async createSignInLink(): Promise<string> {
    const answer = (await this.#expectOk(await this.#call('POST', PATHS.signInLinks))) as { url: string }
    return answer.url
  }

  async readJourney(id: string): Promise<JourneyDefinition> {
    return (await this.#expectOk(await this.#call('GET', PATHS.journeyFile(id)))) as JourneyDefinition
  }

  async saveJourney(id: string, journey: JourneyDefinition): Promise<JourneyDefinition> {
    return (await this.#expectOk(await this.#call('PUT', PATHS.journeyFile(id), journey))) as JourneyDefinition
  }

  /** Claims from the unmapped tray all that came under a name. @returns how many answers */
  async claim(id: string, name: string): Promise<number> {
    let claimed = 0
    for (let after: string | null = ''; after !== null; ) {
      const answer: unknown = await this.#expectOk(await this.#call('POST', PATHS.claim(id), { name, after }))
      const step = answer as { claimed: number; next: string | null }
      claimed += step.claimed
      after = step.next
    }
    return claimed
  }

  /** Signs in as a browser does. @returns the cookie of a session of its own */
  async createSession(): Promise<string> {
    const code = new URL(await this.createSignInLink()).hash.slice(1)
    const response = await this.#call('POST', PATHS.session, { code })
    if (!response.ok) await this.#expectOk(response)
    return response.headers.get('Set-Cookie')?.split(';')[0] ?? ''
  }

  async #call(method: string, path: string, body?: unknown): Promise<Response> {
    try {
      return await fetch(`${this.#origin}${path}`, {
        method,
        headers: { Authorization: `Bearer ${this.#token}`, 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    } catch {
      throw new CommandError(`nothing answers at ${this.#origin}: start Pulso with \`npm start\`, then run this again in another terminal.`)
    }
  }

  async #expectOk(response: Response): Promise<unknown> {
    if (response.ok) return response.json()
    const problem = (await response.json()) as Problem
    throw new CommandError(`${response.url} answered ${response.status}: ${problem.title}. ${problem.detail ?? ''}`)
  }
}
