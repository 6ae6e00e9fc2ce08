import type { ThemesReport } from '@pulso/protocol'

const DAY_MS = 86_400_000

/**
 * Themes as a share link shows them. Whoever knows the id of an answer may revise it,
 * as its author would, so none is given out; nor is the minute, or how much was looked through
 * that the link leaves out.
 */
export function toSharedThemes({ themes, comments, ...report }: ThemesReport): ThemesReport {
  return {
    ...report,
    comments: { ...comments, rowsRead: comments.here + comments.elsewhere },
    themes: themes.map((theme) => ({
      ...theme,
      examples: theme.examples.map(({ text, occurredAt }) => ({ id: '', text, occurredAt: occurredAt - (occurredAt % DAY_MS) })),
    })),
  }
}
