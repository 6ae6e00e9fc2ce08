import { READY_ONLINE } from './ready-online.ts'
import { READY_PEOPLE } from './ready-people.ts'
import type { ReadyPrompt } from './ready-prompt.ts'
import { READY_RELATION } from './ready-relation.ts'

/** The gallery, in the order in which it is looked through. */
export const READY_PROMPTS: readonly ReadyPrompt[] = [...READY_RELATION, ...READY_ONLINE, ...READY_PEOPLE]
