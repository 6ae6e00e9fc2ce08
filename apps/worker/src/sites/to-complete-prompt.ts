import type { Prompt } from '@pulso/protocol'

/** A prompt as it was stored, perhaps by an earlier version of Pulso: prompts of that time have only what was asked then. */
export function toCompletePrompt(prompt: Prompt): Prompt {
  prompt.mode ??= 'popover'
  prompt.position ??= 'bottom-end'
  for (const wording of Object.values(prompt.wording)) {
    wording.options ??= {}
    wording.other ??= ''
    wording.second ??= ''
    wording.links ??= { low: '', mid: '', high: '' }
  }
  return prompt
}
