import { toCardTexts } from '@pulso/protocol/default-wording'
import type { PreviewOrder, PreviewView, Site } from '@pulso/protocol/types'
import { type PromptDraft, toWhole } from './prompt-draft.ts'
import { toBands } from './to-prompt-changes.ts'

export type PreviewChoices = { locale: string; theme: 'light' | 'dark'; view: PreviewView }

/** What the preview is told: the prompt as the worker would serve it in this language, in the site's own colours. */
export function toPreviewOrder(
  draft: PromptDraft,
  site: Site,
  { locale, theme, view }: PreviewChoices,
): Omit<PreviewOrder, 'turn' | 'isQuiet'> | null {
  const voice = { ...site, locales: [...new Set([...site.locales, locale])] }
  const { wording: wordings, ...prompt } = toWhole(draft, voice)
  const wording = wordings[locale]
  if (!wording) return null
  return { type: 'pulso-preview-order', prompt, wording, texts: toCardTexts(locale, site), locale, look: { ...site.look, theme }, view }
}

/** What there is to look at: the question, what follows each kind of answer, and the thanks. */
export function toViews(draft: Pick<PromptDraft, 'kind'>, hasSecond: boolean): PreviewView[] {
  return ['question', ...toBands(draft), ...(hasSecond ? (['second'] as const) : []), 'thanks']
}
