import type { Arm, Triggers } from '../core/parts.ts'

/** Makes of a table of triggers what listens for all prompts. A site that uses none carries none of this. */
export const createArm =
  (triggers: Triggers): Arm =>
  (prompts, fire, page) => {
    for (const prompt of prompts) {
      for (const [name, value] of Object.entries(prompt.triggers ?? {})) {
        try {
          triggers[name]?.(value as never, () => fire(prompt), page)
        } catch {
          // A selector that is none costs its own prompt only.
        }
      }
    }
  }
