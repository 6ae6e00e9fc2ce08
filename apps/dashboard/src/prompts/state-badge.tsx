import type { PromptState } from '@pulso/protocol/types'
import { useWords } from '../words/speech.tsx'
import { promptsWords } from './words.ts'

export function StateBadge({ state = 'live' }: { state?: PromptState | undefined }) {
  const { states } = useWords(promptsWords)
  return (
    <span class="state-badge" data-state={state}>
      {states[state]}
    </span>
  )
}
