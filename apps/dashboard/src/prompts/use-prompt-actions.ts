import type { Prompt, Site } from '@pulso/protocol/types'
import { useToasts } from '../controls/toasts.tsx'
import { useOneAtATime } from '../controls/use-one-at-a-time.ts'
import { isOvertaken, type ToldProblem } from '../request.ts'
import type { SiteDefinitionStore } from '../site/site-definition-store.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { withoutPrompt, withPrompt, withState } from './change-prompts.ts'
import { toPromptName } from './to-prompt-words.ts'
import { promptsWords } from './words.ts'

/** What is done to a whole prompt at once, each with its way back. */
export function usePromptActions(definition: SiteDefinitionStore) {
  const words = useWords(promptsWords)
  const { language, words: shell } = useSpeech()
  const toasts = useToasts()
  const nameOf = (prompt: Prompt) => toPromptName(prompt, definition.site.value ?? { defaultLocale: 'en' }, { language })
  const toReason = (problem: ToldProblem | null) =>
    isOvertaken(problem) ? `${shell.overtaken.title}. ${shell.overtaken.text}` : problem?.detail || words.told.failed
  const { isUnderWay, run } = useOneAtATime()
  const act = async (change: (site: Site) => Site, text: string, undo: (site: Site) => Site, undone: string) => {
    let isDone = false
    await run(async () => {
      const outcome = await definition.save(change)
      isDone = outcome.ok
      if (!outcome.ok) toasts.say({ text: toReason(outcome.problem), tone: 'failed' })
      else
        toasts.say({
          text,
          undo: async () => {
            const back = await definition.save(undo)
            toasts.say(back.ok ? { text: undone } : { text: toReason(back.problem), tone: 'failed' })
          },
        })
    })
    return isDone
  }
  return {
    /** While something is done to it, nothing else is. */
    isUnderWay,
    pause: (prompt: Prompt) =>
      act(
        (site) => withState(site, prompt.id, 'paused'),
        words.told.paused(nameOf(prompt)),
        (site) => withState(site, prompt.id, 'live'),
        words.told.resumed(nameOf(prompt)),
      ),
    resume: (prompt: Prompt) =>
      act(
        (site) => withState(site, prompt.id, 'live'),
        words.told.resumed(nameOf(prompt)),
        (site) => withState(site, prompt.id, 'paused'),
        words.told.paused(nameOf(prompt)),
      ),
    /** @returns whether it is gone */
    retire: (prompt: Prompt) => {
      // Of several prompts of one priority the first is asked, so it matters where it comes back.
      let place: number | undefined
      return act(
        (site) => {
          place = site.prompts.findIndex(({ id }) => id === prompt.id)
          return withoutPrompt(site, prompt.id)
        },
        words.told.retired(nameOf(prompt)),
        (site) => withPrompt(site, prompt, place),
        words.told.back(nameOf(prompt)),
      )
    },
  }
}
