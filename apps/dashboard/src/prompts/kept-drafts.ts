import type { PromptDraft } from './prompt-draft.ts'

/** Where what is not published yet waits: by the site and prompt that it belongs to. */
const KEY = 'pulso.drafts'

/** Before the name of what a draft was begun from, where there is no prompt yet: no prompt's key has a space. */
export const NEW = 'new '

/** A draft in this browser, and what it was begun from: the version, and what that said, which drafts kept earlier did not remember. */
export type KeptDraft = { draft: PromptDraft; version: number; begun?: PromptDraft }

/** What was typed survives a reload, a crash and a session that ended: it stays in this browser until it is published or thrown away. */
export function recallDraft(site: string, prompt: string): KeptDraft | null {
  const kept = readAll()[`${site}/${prompt}`]
  return isKeptDraft(kept) ? kept : null
}

/** What was begun from the gallery here and is no prompt yet: by what it was begun from. */
export function listUnsaved(site: string): { ready: string; draft: PromptDraft }[] {
  const before = `${site}/${NEW}`
  return Object.entries(readAll()).flatMap(([name, kept]) =>
    name.startsWith(before) && isKeptDraft(kept) ? [{ ready: name.slice(before.length), draft: kept.draft }] : [],
  )
}

export function keepDraft(site: string, prompt: string, kept: KeptDraft | null): void {
  const { [`${site}/${prompt}`]: _, ...others } = readAll()
  const all = kept === null ? others : { ...others, [`${site}/${prompt}`]: kept }
  try {
    if (Object.keys(all).length === 0) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, JSON.stringify(all))
  } catch {
    // Storage can be blocked or full: what was typed then lives as long as the page.
  }
}

function readAll(): Record<string, unknown> {
  try {
    const all: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}', (_, value: unknown) =>
      // A number that was half-typed is still none when it comes back.
      value === null ? Number.NaN : value,
    )
    return typeof all === 'object' && all !== null && !Array.isArray(all) ? (all as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

/** What an earlier version of this page kept may be of another shape; then it is as if nothing was kept. */
function isKeptDraft(value: unknown): value is KeptDraft {
  const { draft, version, begun } = (value ?? {}) as Record<string, unknown>
  return typeof version === 'number' && isDraft(draft) && (begun === undefined || isDraft(begun))
}

function isDraft(value: unknown): value is PromptDraft {
  const { kind, touchpoints, wording, frequency } = (value ?? {}) as Record<string, unknown>
  return typeof kind === 'string' && Array.isArray(touchpoints) && isObject(wording) && isObject(frequency)
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null
