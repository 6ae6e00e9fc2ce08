import { isPageAt } from './is-page-at.ts'

/** On these pages alone: globs over the path, or over the whole address if they begin with `http`; with `!` before it, not there. */
export const rule = (globs: readonly string[]): boolean => isPageAt(globs)
