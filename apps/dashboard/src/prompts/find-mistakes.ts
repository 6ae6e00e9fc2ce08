import { LIMITS } from '@pulso/protocol/constants'
import type { Site } from '@pulso/protocol/types'
import type { PromptDraft } from './prompt-draft.ts'
import type { PromptsWords } from './words.ts'

/** What is wrong with a draft, in words, by the member that it is wrong in: `wording.es.question`, `rules.sample`. */
export type Mistakes = ReadonlyMap<string, string>

const KEY = /^[a-z0-9][a-z0-9_-]*$/
const LOCALE = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/
const LINK = /^(https:\/\/|mailto:)/
const MOST_DAYS = 3650
const MOST_DELAY_MS = 3_600_000

/** The limits that the worker keeps, looked at while somebody types, so that publishing holds no surprise. */
export function findMistakes(draft: PromptDraft, site: Site, isNew: boolean, { mistakes }: Pick<PromptsWords, 'mistakes'>): Mistakes {
  const found = new Map<string, string>()
  const complain = (path: string, isWrong: boolean, text: string) => {
    if (isWrong && !found.has(path)) found.set(path, text)
  }
  const isOutside = (value: number | undefined, least: number, most: number) => value !== undefined && !(value >= least && value <= most)
  const isNoWhole = (value: number | undefined, least: number, most: number) =>
    value !== undefined && (isOutside(value, least, most) || !Number.isInteger(value))
  const isNoKey = (value: string) => !KEY.test(value) || value.length > LIMITS.keyLength
  const text = (path: string, value: string | undefined) =>
    complain(path, (value?.length ?? 0) > LIMITS.wordingLength, mistakes.long(LIMITS.wordingLength))

  complain('id', isNoKey(draft.id), mistakes.key)
  complain('id', isNew && site.prompts.some(({ id }) => id === draft.id), mistakes.taken)
  for (const [locale, { followUp, links, options, ...texts }] of Object.entries(draft.wording)) {
    for (const [name, value] of Object.entries(texts)) text(`wording.${locale}.${name}`, value)
    for (const [part, bands] of Object.entries({ followUp, links })) {
      for (const [band, value] of Object.entries(bands ?? {})) text(`wording.${locale}.${part}.${band}`, value)
    }
    for (const [key, value] of Object.entries(options ?? {})) text(`wording.${locale}.options.${key}`, value)
  }
  const { frequency, rules = {}, triggers = {}, links = {} } = draft
  for (const name of ['afterAnswered', 'afterDismissed', 'afterShown'] as const) {
    complain(`frequency.${name}`, isOutside(frequency[name], 0, MOST_DAYS) || Number.isNaN(frequency[name]), mistakes.days)
  }
  complain('delayMs', isNoWhole(draft.delayMs, 0, MOST_DELAY_MS), mistakes.seconds)
  complain('repeat', isNoWhole(draft.repeat, 1, 100), mistakes.whole(1, 100))
  complain('quota', isNoWhole(draft.quota, 1, Number.MAX_SAFE_INTEGER), mistakes.whole(1, 1_000_000))
  complain('priority', isNoWhole(draft.priority, -1000, 1000), mistakes.whole(-1000, 1000))
  complain('group', draft.group !== undefined && isNoKey(draft.group), mistakes.key)
  complain('cancel', (draft.cancel?.length ?? 0) > LIMITS.keyLength, mistakes.long(LIMITS.keyLength))
  text('target', draft.target)

  complain('triggers.scroll', isOutside(triggers.scroll, 1, 100), mistakes.percent)
  complain('triggers.dwell', isNoWhole(triggers.dwell, 0, MOST_DELAY_MS), mistakes.seconds)
  complain('triggers.click', triggers.click === '', mistakes.needed)
  text('triggers.click', triggers.click)
  complain('triggers.event', triggers.event?.name === '', mistakes.needed)
  complain('triggers.event', (triggers.event?.name.length ?? 0) > LIMITS.keyLength, mistakes.long(LIMITS.keyLength))
  complain('triggers.route', triggers.route?.length === 0, mistakes.needed)
  for (const [path, globs] of [
    ['triggers.route', triggers.route],
    ['rules.url', rules.url],
  ] as const)
    for (const glob of globs ?? []) text(path, glob)
  complain(
    'touchpoints',
    Object.values(triggers).some((value) => value !== undefined) && draft.touchpoints.length === 0,
    mistakes.touchpoint,
  )

  complain('rules.sample', isOutside(rules.sample, 0, 1), mistakes.share)
  complain('rules.grace', isOutside(rules.grace, 0, MOST_DAYS), mistakes.days)
  complain(
    'rules.language',
    (rules.language ?? []).some((tag) => !LOCALE.test(tag)),
    mistakes.locale,
  )
  complain(
    'rules.visits',
    isNoWhole(rules.visits?.from, 1, 1_000_000) || isNoWhole(rules.visits?.to, 1, 1_000_000),
    mistakes.whole(1, 1_000_000),
  )
  complain('rules.visits', rules.visits?.to !== undefined && rules.visits.to < rules.visits.from, mistakes.visits)
  for (const [band, link] of Object.entries(links))
    complain(`links.${band}`, link !== undefined && (!LINK.test(link) || link.length > 2000), mistakes.link)
  if (draft.kind === 'choice') {
    const shown = (draft.options ?? []).filter(({ retired }) => !retired)
    complain('options', shown.length === 0, mistakes.options)
    for (const { key } of shown) {
      const isNamed = Object.values(draft.wording).some(({ options }) => options?.[key])
      complain(`options.${key}`, !isNamed, mistakes.needed)
    }
  }
  return found
}

/** What the worker complains of, by the field that it is about: `prompts.3.delayMs: use …` is said beside the delay. */
export function toFieldMistakes(detail: string): Mistakes {
  return new Map(
    detail.split('; ').flatMap((part): [string, string][] => {
      const [, path, text] = /^prompts\.\d+\.([\w.-]+): (.+)$/.exec(part) ?? []
      return path && text ? [[path, text]] : []
    }),
  )
}
