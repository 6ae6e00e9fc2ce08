import type { Prompt, PromptWording, Site } from '@pulso/protocol/types'
import { toLanguageName } from '../format/localized.ts'
import { type Teller, toNumberText, toRuleTexts, toTriggerTexts, toWhereText } from './to-prompt-words.ts'

/** What differs between two prompts, a line each, in words; none when visitors would notice nothing. */
export function toPromptChanges(before: Prompt, after: Prompt, site: Site, teller: Teller): string[] {
  const { change } = teller.words
  const old = new Map(toFacts(before, site, teller))
  const now = new Map(toFacts(after, site, teller))
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((what) => {
    const [from = '', to = ''] = [old.get(what), now.get(what)]
    if (from === to) return []
    return [`${what}: ${from === '' ? to : to === '' ? change.removed(from) : `${from} → ${to}`}`]
  })
}

/** All that a prompt is, as name and text; what it has not is an empty text. */
function toFacts(prompt: Prompt, site: Site, teller: Teller): [what: string, text: string][] {
  const { words, locale } = teller
  const { editor, change } = words
  const number = (value: number | undefined) => (value === undefined ? '' : toNumberText(value, locale))
  const { rules = {}, frequency, options = [] } = prompt
  const { sample, ...otherRules } = rules
  return [
    [editor.kind, `${prompt.kind} ${prompt.scaleMax}`],
    [editor.touchpoints, toWhereText(prompt, site, teller)],
    [editor.mode, editor.modes[prompt.mode]],
    [editor.position, prompt.mode === 'popover' ? editor.positions[prompt.position] : ''],
    [editor.target, prompt.target ?? ''],
    [editor.triggers, toTriggerTexts(prompt.triggers, teller).join('; ')],
    [editor.delay, number(prompt.delayMs / 1000)],
    [editor.sample, number((sample ?? 1) * 100)],
    [editor.who, toRuleTexts(otherRules, teller).join('; ')],
    [editor.afterAnswered, number(frequency.afterAnswered)],
    [editor.afterDismissed, number(frequency.afterDismissed)],
    [editor.afterShown, number(frequency.afterShown)],
    [editor.repeat, number(prompt.repeat)],
    [editor.quota, number(prompt.quota)],
    [editor.priority, number(prompt.priority ?? 0)],
    [editor.group, prompt.group ?? ''],
    [editor.cancel, prompt.cancel ?? ''],
    [editor.multiple, prompt.kind !== 'choice' ? '' : prompt.multiple ? change.on : change.off],
    [editor.other, prompt.kind !== 'choice' ? '' : prompt.other ? change.on : change.off],
    [editor.shuffle, prompt.kind !== 'choice' ? '' : prompt.shuffle ? change.on : change.off],
    ...options.map(({ key, retired }): [string, string] => [change.option(key), retired ? change.retired : change.on]),
    ...(['low', 'mid', 'high'] as const).map((band): [string, string] => [
      `${change.link}: ${toBandName(prompt, band, teller)}`,
      prompt.links?.[band] ?? '',
    ]),
    ...Object.entries(prompt.wording).flatMap(([tag, wording]) =>
      toTexts(prompt, wording, teller).map(([what, text]): [string, string] => [
        `${what} (${toLanguageName(tag, teller.language)})`,
        text === '' ? '' : change.quote(text),
      ]),
    ),
  ]
}

/** What is said in one language, in the order in which a visitor may read it. Names of links that lead nowhere are said by nobody. */
function toTexts(prompt: Prompt, wording: PromptWording, teller: Teller): [what: string, text: string][] {
  const { editor, change } = teller.words
  return [
    [editor.question, wording.question],
    [editor.low, wording.low],
    [editor.high, wording.high],
    ...Object.entries(wording.options).map(([key, text]): [string, string] => [change.option(key), text]),
    [editor.otherName, prompt.other ? wording.other : ''],
    ...toBands(prompt).map((band): [string, string] => [toBandName(prompt, band, teller), wording.followUp[band]]),
    [editor.second, wording.second],
    [editor.thanks, wording.thanks],
    ...toBands(prompt).flatMap((band): [string, string][] =>
      prompt.links?.[band] ? [[`${change.linkName}: ${toBandName(prompt, band, teller)}`, wording.links[band]]] : [],
    ),
  ]
}

/** After which answers something else can be asked: thumbs know no middle, a choice knows no ends, a text is its own answer. */
export function toBands({ kind }: Pick<Prompt, 'kind'>): readonly ('low' | 'mid' | 'high')[] {
  if (kind === 'text') return []
  if (kind === 'choice') return ['mid']
  return kind === 'thumbs' ? ['low', 'high'] : ['low', 'mid', 'high']
}

export function toBandName(
  { kind }: Pick<Prompt, 'kind'>,
  band: 'low' | 'mid' | 'high',
  { words: { editor } }: Pick<Teller, 'words'>,
): string {
  if (kind === 'choice' || kind === 'text') return editor.followUp.any
  if (kind !== 'nps') return editor.followUp[band]
  return { low: editor.followUp.npsLow, mid: editor.followUp.npsMid, high: editor.followUp.npsHigh }[band]
}
