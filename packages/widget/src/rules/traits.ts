import type { Visit } from '../core/parts.ts'
import { isLike, type Wanted } from './is-like.ts'

/** For visitors of whom the page has told all of this by `configure({ traits })`. */
export const rule = (wanted: Wanted, { settings }: Visit): boolean => isLike(settings.traits ?? {}, wanted)
