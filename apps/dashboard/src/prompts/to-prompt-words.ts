import type { Prompt, PromptTriggers, Site } from '@pulso/protocol/types'
import { toLanguageName, toLocalized } from '../format/localized.ts'
import { toShareText } from '../format/numbers.ts'
import type { Speech } from '../words/speech.tsx'
import type { PromptsWords } from './words.ts'

/** In whose words: those of this room, for this reader. */
export type Teller = { words: PromptsWords } & Pick<Speech, 'language' | 'locale'>

type Told = Pick<Prompt, 'touchpoints' | 'triggers' | 'rules' | 'delayMs' | 'frequency' | 'repeat' | 'quota' | 'group'>

/** `7`, `1.5`, in the reader's own writing. */
export function toNumberText(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value)
}

/** `a, b and c`. */
function toListText(items: readonly string[], locale: string, type: 'conjunction' | 'disjunction' = 'conjunction'): string {
  return new Intl.ListFormat(locale, { type }).format(items)
}

const capitalize = (text: string, locale: string) => text.replace(/^\p{Ll}/u, (first) => first.toLocaleUpperCase(locale))

/** At which touchpoints, by their names. */
export function toWhereText({ touchpoints }: Told, site: Site, { words, language, locale }: Teller): string {
  if (touchpoints.length === 0) return words.nowhere
  const names = touchpoints.map((key) => {
    const found = site.touchpoints.find((touchpoint) => touchpoint.key === key)
    return found ? toLocalized(found.name, language) : key
  })
  return toListText(names, locale)
}

/** What reaches its touchpoint by itself, each as half a sentence. */
export function toTriggerTexts(triggers: PromptTriggers = {}, { words, locale }: Teller): string[] {
  const { scroll, exit, click, dwell, event, route } = triggers
  return [
    ...(scroll === undefined ? [] : [words.when.scroll(scroll)]),
    ...(exit ? [words.when.exit] : []),
    ...(click === undefined ? [] : [words.when.click(click)]),
    ...(dwell === undefined ? [] : [words.when.dwell(toNumberText(dwell / 1000, locale))]),
    ...(event ? [words.when.event(event.name)] : []),
    ...(route ? [words.when.route(toListText(route, locale, 'disjunction'))] : []),
  ]
}

/** By what it is due, and how long after. */
export function toWhenText({ triggers, delayMs }: Told, teller: Teller): string {
  const { words, locale } = teller
  const texts = toTriggerTexts(triggers, teller)
  const first = texts.length > 0 ? words.when.any(toListText(texts, locale, 'disjunction')) : words.when.page
  return `${first}, ${delayMs > 0 ? words.when.delay(toNumberText(delayMs / 1000, locale)) : words.when.atOnce}.`
}

/** Whom its rules let be asked, each rule as half a sentence. */
export function toRuleTexts(rules: Prompt['rules'] = {}, { words, language, locale }: Teller): string[] {
  const { url, device, language: languages, segment, traits, visits, sample, grace } = rules
  return [
    ...(sample === undefined || sample >= 1 ? [] : [words.who.sample(toShareText(sample, locale))]),
    ...(url ? [words.who.url(toListText(url, locale))] : []),
    ...(device
      ? [
          words.who.device(
            toListText(
              device.map((name) => words.devices[name]),
              locale,
              'disjunction',
            ),
          ),
        ]
      : []),
    ...(languages
      ? [
          words.who.language(
            toListText(
              languages.map((tag) => toLanguageName(tag, language)),
              locale,
              'disjunction',
            ),
          ),
        ]
      : []),
    ...(segment ? [words.who.segment(toListText(segment, locale, 'disjunction'))] : []),
    ...(visits ? [visits.to === undefined ? words.who.visitsFrom(visits.from) : words.who.visitsBetween(visits.from, visits.to)] : []),
    ...(grace ? [words.who.grace(words.often.days(grace, toNumberText(grace, locale)))] : []),
    ...(traits ? [words.who.traits] : []),
  ]
}

export function toWhoText({ rules }: Told, teller: Teller): string {
  const texts = toRuleTexts(rules, teller)
  return texts.length === 0 ? teller.words.who.everybody : capitalize(toListText(texts, teller.locale), teller.locale)
}

/** How often the same person may be asked at most, in whole sentences. */
export function toOftenText(
  { frequency, repeat, quota, group }: Told,
  { budget }: Pick<Site, 'budget'>,
  { words, locale }: Teller,
): string {
  const { often } = words
  const number = (value: number) => toNumberText(value, locale)
  const days = (value: number) => often.days(value, number(value))
  const waits = [
    ['answered', frequency.afterAnswered],
    ['dismissed', frequency.afterDismissed],
    ['shown', frequency.afterShown],
  ] as const
  const kept = waits.flatMap(([name, wait]) => (wait === 0 ? [] : [often.after[name](often.wait(wait, number(wait)))]))
  const free = waits.flatMap(([name, wait]) => (wait === 0 ? [often.noWaitAfter[name]] : []))
  return [
    ...(kept.length > 0 ? [often.atMost(toListText(kept, locale))] : []),
    ...(free.length > 0 ? [often.noWait(toListText(free, locale, 'disjunction'))] : []),
    ...(repeat === undefined ? [] : [words.often.repeat(repeat)]),
    ...(quota === undefined ? [] : [words.often.quota(number(quota))]),
    ...(group === undefined ? [] : [words.often.group(group)]),
    ...(budget ? [words.often.budget(budget.showings, days(budget.days))] : []),
  ].join(' ')
}

/** A prompt by what it asks, in the reader's language or else in the one the site speaks first. */
export function toPromptName(
  { wording, id }: Pick<Prompt, 'wording' | 'id'>,
  { defaultLocale }: Pick<Site, 'defaultLocale'>,
  { language }: Pick<Teller, 'language'>,
): string {
  const near = Object.keys(wording).find((tag) => tag.startsWith(`${language}-`))
  const found = wording[language] ?? (near === undefined ? undefined : wording[near]) ?? wording[defaultLocale] ?? Object.values(wording)[0]
  return found?.question ?? id
}
