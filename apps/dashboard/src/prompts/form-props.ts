import type { Site } from '@pulso/protocol/types'
import type { Mistakes } from './find-mistakes.ts'
import type { PromptDraft } from './prompt-draft.ts'

/** Members of a draft with what they become; `undefined` takes one away. */
export type DraftChange = { [Member in keyof PromptDraft]?: PromptDraft[Member] | undefined }

/** What each part of the form gets. */
export type FormProps = {
  draft: PromptDraft
  site: Site
  mistakes: Mistakes
  onChange: (changes: DraftChange) => void
}
