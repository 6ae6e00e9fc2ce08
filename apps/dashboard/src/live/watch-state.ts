import type { LiveFrame, Report, ResponsePage, StoredResponse, TouchpointReport } from '@pulso/protocol/types'

/** Everything a site page shows of its site, and how it changes. */
export type WatchState = {
  report: Report | null
  /** Newest first. */
  comments: readonly StoredResponse[]
  /** Cursor of the comments before the oldest one here; null when there are none. */
  olderComments: string | null
  /** Per touchpoint, how often an answer has moved it while it was being watched. */
  beats: ReadonlyMap<string, number>
  /** Comments that arrived while being watched: they enter with a gesture, history does not. */
  fresh: ReadonlySet<string>
}

export const EMPTY_STATE: WatchState = { report: null, comments: [], olderComments: null, beats: new Map(), fresh: new Set() }

/** Comments kept on the page: a wallboard runs for weeks. */
const MOST_COMMENTS = 200

/** Every touchpoint of a report with its key, the unmapped tray last. */
export function toTouchpoints(report: Report): TouchpointReport[] {
  const mapped = report.stages.flatMap((stage) => stage.touchpoints)
  return report.unmapped ? [...mapped, report.unmapped] : mapped
}

/**
 * The touchpoints at which people answered between two reports, with how many
 * new answers. A prompt that was only shown moves no score, so it is not here;
 * nor is what changed its place because somebody arranged the journey.
 */
export function toNewAnswers(before: Report | null, after: Report): Map<string, number> {
  const news = new Map<string, number>()
  if (before === null || before.range.from !== after.range.from || before.range.to !== after.range.to) return news
  const counted = new Map(toTouchpoints(before).map((touchpoint) => [touchpoint.key, touchpoint.answered]))
  if (toAnswered(after) <= toAnswered(before)) return news
  for (const { key, answered } of toTouchpoints(after)) {
    // The tray comes with its first answer; a touchpoint is there before it, so one that is new has brought its past along.
    const known = counted.get(key) ?? (key === after.unmapped?.key ? 0 : answered)
    if (answered > known) news.set(key, answered - known)
  }
  return news
}

function toAnswered(report: Report): number {
  return toTouchpoints(report).reduce((sum, { answered }) => sum + answered, 0)
}

/** A report replaces the one before it, and what it counts more of has just moved. */
export function withReport(state: WatchState, report: Report): WatchState {
  const beats = new Map(state.beats)
  for (const key of toNewAnswers(state.report, report).keys()) beats.set(key, (beats.get(key) ?? 0) + 1)
  return { ...state, report, beats }
}

/** Comments that just arrived, or arrived again with more in them. */
export function withNewComments(state: WatchState, arrived: readonly StoredResponse[]): WatchState {
  const withComment = arrived.filter((response) => response.comment !== null)
  if (withComment.length === 0) return state
  const comments = toNewestFirst([...withComment, ...state.comments]).slice(0, MOST_COMMENTS)
  const arrivals = new Set(withComment.map(({ id }) => id))
  // Of those that have left the page nothing is remembered.
  const fresh = new Set(comments.flatMap(({ id }) => (arrivals.has(id) || state.fresh.has(id) ? [id] : [])))
  return { ...state, comments, fresh }
}

/** What was missed while the numbers held still: the newest report, and no more comments than there is room for afterwards. */
export function withMissed(missed: LiveFrame | null, frame: LiveFrame): LiveFrame {
  const arrived = [...frame.responses, ...(missed?.responses ?? [])].filter(({ comment }) => comment !== null)
  return { ...frame, responses: arrived.slice(0, MOST_COMMENTS) }
}

/** A page of history: the first one, or the one that follows what is there. */
export function withCommentPage(state: WatchState, page: ResponsePage): WatchState {
  return { ...state, comments: toNewestFirst([...state.comments, ...page.responses]), olderComments: page.next }
}

/** One per id, the first mention wins: what came live is newer than what a page read before it. */
function toNewestFirst(responses: readonly StoredResponse[]): StoredResponse[] {
  const byId = new Map<string, StoredResponse>()
  for (const response of responses) if (!byId.has(response.id)) byId.set(response.id, response)
  return [...byId.values()].sort((a, b) => b.occurredAt - a.occurredAt)
}
