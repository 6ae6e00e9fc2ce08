import type { Visit } from '../core/parts.ts'

/** Shown at most so often, and never again after an answer. */
export const rule = (showings: number, { times }: Visit): boolean => !times()[0] && !((times()[3] ?? 0) >= showings)
