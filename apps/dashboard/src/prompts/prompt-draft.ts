import { SCALES } from '@pulso/protocol/constants'
import { toPrompt } from '@pulso/protocol/default-wording'
import { dropDefaults } from '@pulso/protocol/drop-defaults'
import type { Kind, Prompt, PromptDefinition, Site } from '@pulso/protocol/types'

/** A prompt while somebody works on it: only the texts that the team has written itself. */
export type PromptDraft = PromptDefinition

/** What is in the form while nobody has changed anything. */
export function toDraft(prompt: Prompt, site: Site): PromptDraft {
  return withoutEmpty(dropDefaults(prompt, site))
}

/** The prompt that a draft would be, complete, as the worker makes it. */
export function toWhole(draft: PromptDraft, site: Site): Prompt {
  return toPrompt(withoutEmpty(draft), site)
}

export function createDraft(kind: Kind, id: string): PromptDraft {
  return {
    id,
    version: 1,
    kind,
    scaleMax: SCALES[kind].max[0],
    state: 'draft',
    touchpoints: [],
    mode: 'popover',
    position: 'bottom-end',
    delayMs: 1500,
    frequency: { afterAnswered: 90, afterDismissed: 30, afterShown: 7 },
    wording: {},
    ...(kind === 'choice' && { options: [{ key: 'option-1' }] }),
  }
}

/** A key that no prompt of the site has: `csat`, then `csat-2`. */
export function toFreeId(wanted: string, site: Site): string {
  const taken = new Set(site.prompts.map(({ id }) => id))
  let id = wanted
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`
  return id
}

/** Whether two drafts are the same to everybody: neither the order of members counts, nor the version, which the worker gives, nor whether it is asked now. */
export function isSameDraft(one: PromptDraft, other: PromptDraft): boolean {
  return toText(one) === toText(other)
}

function toText({ version: _, state: __, ...draft }: PromptDraft): string {
  return JSON.stringify(withoutEmpty(draft as PromptDraft), (_key, value: unknown) =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1))) : value,
  )
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Without members that are there but empty, as forms leave them: an emptied language is not written, rules that are all gone are no rules. */
export function withoutEmpty(draft: PromptDraft): PromptDraft {
  const { rules, triggers, links, wording, ...rest } = draft
  const part = <Part extends object>(name: string, value: Part | undefined) => {
    const kept = value && dropUndefined(value)
    return kept && Object.keys(kept).length > 0 ? { [name]: kept } : {}
  }
  return {
    ...dropUndefined(rest),
    ...part('rules', rules),
    ...part('triggers', triggers),
    ...part('links', links),
    wording: Object.fromEntries(
      Object.entries(wording).flatMap(([locale, texts]) => {
        const { options, followUp, links: names, ...others } = texts
        const kept = { ...dropUndefined(others), ...part('options', options), ...part('followUp', followUp), ...part('links', names) }
        return Object.keys(kept).length > 0 ? [[locale, kept]] : []
      }),
    ),
  } as PromptDraft
}

function dropUndefined<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Value
}
