import { LIMITS, type Prompt, type PromptVersionList } from '@pulso/protocol'
import type { SiteId } from './site-store.ts'
import { toCompletePrompt } from './to-complete-prompt.ts'

interface VersionRow {
  version: number
  at: number
  prompt: string
}

/** What the prompts of one site were: read here alone, written with the site itself. */
export class PromptVersionStore {
  readonly #database: D1Database
  readonly #siteId: SiteId

  constructor(database: D1Database, siteId: SiteId) {
    this.#database = database
    this.#siteId = siteId
  }

  /** The newest first; none when the site has never had such a prompt. */
  async list(promptId: string): Promise<PromptVersionList['versions']> {
    const { results } = await this.#database
      .prepare(
        `SELECT version, at, prompt FROM prompt_versions WHERE site_id = ?1 AND prompt_id = ?2
         ORDER BY version DESC LIMIT ${LIMITS.promptVersions}`,
      )
      .bind(this.#siteId, promptId)
      .all<VersionRow>()
    return results.map(({ version, at, prompt }) => ({ version, at, prompt: toCompletePrompt(JSON.parse(prompt) as Prompt) }))
  }
}

/**
 * Remembers these prompts as what they are from now on, in the transaction that
 * saves their site. A draft keeps its version, so its row is written over.
 */
export function toVersionStatements(database: D1Database, siteId: string, prompts: readonly Prompt[], now: number): D1PreparedStatement[] {
  if (prompts.length === 0) return []
  const written = JSON.stringify(prompts.map(({ state: _, ...prompt }) => prompt))
  return [
    database
      .prepare(
        `INSERT INTO prompt_versions (site_id, prompt_id, version, at, prompt)
         SELECT ?1, json_extract(value, '$.id'), json_extract(value, '$.version'), ?2, value FROM json_each(?3) WHERE true
         ON CONFLICT (site_id, prompt_id, version) DO UPDATE SET at = excluded.at, prompt = excluded.prompt`,
      )
      .bind(siteId, now, written),
    database
      .prepare(
        `DELETE FROM prompt_versions WHERE site_id = ?1 AND EXISTS (
           SELECT 1 FROM json_each(?2) AS saved
           WHERE json_extract(saved.value, '$.id') = prompt_id AND version <= json_extract(saved.value, '$.version') - ${LIMITS.promptVersions})`,
      )
      .bind(siteId, written),
  ]
}
