import { LIMITS, type Marks, type MarksChange, type Note } from '@pulso/protocol'
import { ProblemError } from '../request/problem-error.ts'
import type { SiteId } from '../sites/site-store.ts'

interface MarkRow {
  id: string
  status: Marks['status']
  tags: string
  notes: string
}

export interface MarkedResponse {
  id: string
  marks: Marks
}

const WANTED = 'site_id = ?1 AND response_id IN (SELECT value FROM json_each(?2))'
const COLUMNS = 'response_id AS id, status, tags, notes'

/** Only for responses that there are, so that none is marked that was erased meanwhile. Within one statement, so that two members who tag at once both do. */
const CHANGE = `
INSERT INTO response_marks (site_id, response_id, status, tags, notes, changed_at)
SELECT ?1, id, COALESCE(?3, 'new'), ?4, '[]', ?6 FROM responses WHERE site_id = ?1 AND id IN (SELECT value FROM json_each(?2))
ON CONFLICT (site_id, response_id) DO UPDATE SET status = COALESCE(?3, status), changed_at = ?6,
  tags = (SELECT json_group_array(tag) FROM (
    SELECT value AS tag FROM json_each(response_marks.tags) WHERE value NOT IN (SELECT value FROM json_each(?5))
    UNION SELECT value FROM json_each(?4) ORDER BY 1))
RETURNING ${COLUMNS}`

const ADD_NOTE = `
INSERT INTO response_marks (site_id, response_id, status, tags, notes, changed_at)
SELECT ?1, id, 'new', '[]', json_array(json(?3)), ?4 FROM responses WHERE site_id = ?1 AND id = ?2
ON CONFLICT (site_id, response_id) DO UPDATE SET notes = json_insert(notes, '$[#]', json(?3)), changed_at = ?4
WHERE json_array_length(notes) < ?5
RETURNING ${COLUMNS}`

const REMOVE_NOTE = `
UPDATE response_marks SET changed_at = ?4,
  notes = (SELECT json_group_array(json(value)) FROM json_each(notes) WHERE value ->> 'id' <> ?3)
WHERE site_id = ?1 AND response_id = ?2 AND EXISTS (SELECT 1 FROM json_each(notes) WHERE value ->> 'id' = ?3)
RETURNING ${COLUMNS}`

/** What the team says about the responses of one site: the only place that writes these tables. Triggers keep the tags' counts. */
export class MarkStore {
  readonly #database: D1Database
  readonly #siteId: SiteId

  constructor(database: D1Database, siteId: SiteId) {
    this.#database = database
    this.#siteId = siteId
  }

  /** Changes what is said about these. @returns each that there is, as it is now */
  async change(ids: readonly string[], { status, addTags, removeTags }: MarksChange, now: number): Promise<MarkedResponse[]> {
    const added = [...new Set(addTags)].sort()
    if (added.length > 0) await this.#refuseTooMany(ids, added)
    const [changed] = await this.#database.batch<MarkRow>([
      this.#database
        .prepare(CHANGE)
        .bind(this.#siteId, JSON.stringify(ids), status ?? null, JSON.stringify(added), JSON.stringify(removeTags), now),
      this.#tidy(ids),
    ])
    return (changed?.results ?? []).map(toMarked)
  }

  /** @returns the marks with the note; null when there is no such response */
  async addNote(id: string, note: Note): Promise<Marks | null> {
    const row = await this.#database
      .prepare(ADD_NOTE)
      .bind(this.#siteId, id, JSON.stringify(note), note.at, LIMITS.responseNotes)
      .first<MarkRow>()
    if (row) return toMarked(row).marks
    const [full] = await this.read([id])
    if (full) throw new ProblemError('invalid-request', `A response has at most ${LIMITS.responseNotes} notes; remove one first.`)
    return null
  }

  /** @returns the marks without the note; null when there is no such note */
  async removeNote(id: string, note: string, now: number): Promise<Marks | null> {
    const [changed] = await this.#database.batch<MarkRow>([
      this.#database.prepare(REMOVE_NOTE).bind(this.#siteId, id, note, now),
      this.#tidy([id]),
    ])
    const [row] = changed?.results ?? []
    return row ? toMarked(row).marks : null
  }

  /** What is said about these; nothing of those that nobody has touched. */
  async read(ids: readonly string[]): Promise<MarkedResponse[]> {
    const { results } = await this.#database
      .prepare(`SELECT ${COLUMNS} FROM response_marks WHERE ${WANTED} ORDER BY response_id`)
      .bind(this.#siteId, JSON.stringify(ids))
      .all<MarkRow>()
    return results.map(toMarked)
  }

  async listTags(): Promise<{ tag: string; responses: number }[]> {
    const { results } = await this.#database
      .prepare('SELECT tag, responses FROM site_tags WHERE site_id = ?1 ORDER BY tag')
      .bind(this.#siteId)
      .all<{ tag: string; responses: number }>()
    return results
  }

  /** A response about which nothing is said any more has no row. */
  #tidy(ids: readonly string[]): D1PreparedStatement {
    return this.#database
      .prepare(`DELETE FROM response_marks WHERE ${WANTED} AND status = 'new' AND tags = '[]' AND notes = '[]'`)
      .bind(this.#siteId, JSON.stringify(ids))
  }

  async #refuseTooMany(ids: readonly string[], added: readonly string[]): Promise<void> {
    const [marked, tags] = await Promise.all([this.read(ids), this.listTags()])
    const full = marked.find(({ marks }) => new Set([...marks.tags, ...added]).size > LIMITS.responseTags)
    if (full) throw new ProblemError('invalid-request', `addTags: a response has at most ${LIMITS.responseTags} tags; remove one first.`)
    if (new Set([...tags.map(({ tag }) => tag), ...added]).size > LIMITS.siteTags) {
      throw new ProblemError('invalid-request', `addTags: a site has at most ${LIMITS.siteTags} tags; use one that there is.`)
    }
  }
}

function toMarked({ id, status, tags, notes }: MarkRow): MarkedResponse {
  return { id, marks: { status, tags: JSON.parse(tags) as string[], notes: JSON.parse(notes) as Note[] } }
}
