import type { CardTexts } from './card-texts.ts'
import { SCALES } from './constants.ts'
import type { Kind } from './kind.ts'
import type { Prompt, PromptDefinition, PromptWording } from './prompt.ts'
import type { SiteDefinition } from './site.ts'
import { ar } from './wording/ar.ts'
import { ca } from './wording/ca.ts'
import { de } from './wording/de.ts'
import { en } from './wording/en.ts'
import { es } from './wording/es.ts'
import { es419 } from './wording/es-419.ts'
import { fr } from './wording/fr.ts'
import { it } from './wording/it.ts'
import { ja } from './wording/ja.ts'
import type { Language } from './wording/language.ts'
import { nl } from './wording/nl.ts'
import { ptBr } from './wording/pt-br.ts'
import { zhHans } from './wording/zh-hans.ts'

/** The languages that Pulso speaks by itself. */
const LANGUAGES: Readonly<Partial<Record<string, Language>>> = {
  en,
  es,
  'es-419': es419,
  'pt-BR': ptBr,
  fr,
  de,
  it,
  nl,
  ca,
  ja,
  'zh-Hans': zhHans,
  ar,
}
export const DEFAULT_LOCALES = Object.keys(LANGUAGES)

/** American countries whose Spanish is the one of the Americas. */
const SPANISH_OF_THE_AMERICAS = /^es-(AR|BO|BR|BZ|CL|CO|CR|CU|DO|EC|GT|HN|MX|NI|PA|PE|PR|PY|SV|US|UY|VE)$/

/** The defaults that fit a locale best: its own, its region's, its language's. */
function toLanguage(locale: string): Language | undefined {
  const base = locale.split('-')[0] ?? locale
  const sibling = base === 'pt' ? 'pt-BR' : base === 'zh' ? 'zh-Hans' : SPANISH_OF_THE_AMERICAS.test(locale) ? 'es-419' : base
  return find(LANGUAGES, locale) ?? find(LANGUAGES, sibling)
}

/** What is written under a key: a site may call an option, or by mistake a locale, `constructor`, which every object answers to. */
function find<Value>(record: Readonly<Partial<Record<string, Value>>> | undefined, key: string): Value | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined
}

/** What of a site decides how its prompts speak. */
export type Voice = Pick<SiteDefinition, 'name' | 'defaultLocale' | 'locales' | 'tone'>

/** What the card itself says in a language, falling back to the site's default one, then to English. */
export function toCardTexts(locale: string, { defaultLocale, tone }: Voice): CardTexts {
  const language = toLanguage(locale) ?? toLanguage(defaultLocale) ?? en
  return { ...language.texts, ...(tone === 'formal' && language.formal?.texts) }
}

/** The default wording of a kind, whole. */
function toKindWording(language: Language, kind: Kind, tone: Voice['tone']): PromptWording {
  const { question, ends, followUp = '' } = (tone === 'formal' && language.formal?.kinds[kind]) || language.kinds[kind]
  const toBands = ([low, mid, high]: readonly [string, string, string]) => ({ low, mid, high })
  return {
    question,
    low: ends?.[0] ?? '',
    high: ends?.[1] ?? '',
    options: {},
    other: language.other,
    followUp: toBands(typeof followUp === 'string' ? [followUp, followUp, followUp] : followUp),
    second: '',
    thanks: language.thanks,
    links: toBands(language.links),
  }
}

/**
 * A prompt as the worker keeps it: complete in every locale of the site and in
 * every one it is written in. A half-translated prompt still shows: a text that
 * is missing in es-419 is taken from es, first the team's own, then the default;
 * a language that the defaults do not speak falls back, text by text, to the
 * site's default locale in the same way, and last to English.
 */
export function toPrompt(definition: PromptDefinition, voice: Voice): Prompt {
  const locales = new Set([...voice.locales, voice.defaultLocale, ...Object.keys(definition.wording)])
  const { id, version, kind, scaleMax = SCALES[kind].max[0], ...rest } = definition
  return {
    // In one order whether the scale was named or not: the version of a site script is made of this text.
    ...{ id, version, kind, scaleMax },
    ...rest,
    wording: Object.fromEntries([...locales].map((locale) => [locale, toWording(definition, voice, locale)])),
  }
}

type WrittenWording = PromptDefinition['wording'][string]

/** Takes every text from the first of the candidate wordings that has it. */
function toWording({ kind, wording, options = [] }: PromptDefinition, { name, defaultLocale, tone }: Voice, locale: string): PromptWording {
  const english = toKindWording(en, kind, tone)
  const candidates: readonly (WrittenWording | undefined)[] = [locale, defaultLocale].flatMap((wanted) => {
    const language = toLanguage(wanted)
    return [find(wording, wanted), find(wording, wanted.split('-')[0] ?? wanted), language && toKindWording(language, kind, tone)]
  })
  const pick = (read: (wording: WrittenWording) => string | undefined, last: string): string => {
    const text = candidates.map((candidate) => candidate && read(candidate)).find((found) => found !== undefined) ?? last
    // By function: a name may contain $&, which means something to replaceAll.
    return text.replaceAll('{name}', () => name)
  }
  const pickBands = (part: 'followUp' | 'links') => ({
    low: pick((written) => written[part]?.low, english[part].low),
    mid: pick((written) => written[part]?.mid, english[part].mid),
    high: pick((written) => written[part]?.high, english[part].high),
  })
  return {
    question: pick((written) => written.question, english.question),
    low: pick((written) => written.low, english.low),
    high: pick((written) => written.high, english.high),
    options: Object.fromEntries(options.map(({ key }) => [key, pick((written) => find(written.options, key), key)])),
    other: pick((written) => written.other, english.other),
    followUp: pickBands('followUp'),
    second: pick((written) => written.second, ''),
    thanks: pick((written) => written.thanks, english.thanks),
    links: pickBands('links'),
  }
}
