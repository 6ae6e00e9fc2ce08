import type { Arm, Triggers } from '../core/parts.ts'

/** Makes of a table of triggers what listens for all prompts. A site that uses none, and calls nothing off, carries none of this. */
export const createArm =
  (triggers: Triggers): Arm =>
  (prompts, fire, page) => {
    for (const prompt of prompts) {
      page.pulso.on('event', (name) => {
        if (name === prompt.cancel) prompt.coming = false
      })
      for (const [name, value] of Object.entries(prompt.triggers ?? {})) {
        try {
          triggers[name]?.(value as never, () => fire(prompt), page)
        } catch {
          // A selector that is none costs its own prompt only.
        }
      }
    }
  }
