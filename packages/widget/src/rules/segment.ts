import type { Visit } from '../core/parts.ts'

/** For these values of the site's one grouping. */
export const rule = (segments: readonly string[], { settings }: Visit): boolean => segments.includes(settings.segment ?? '')
