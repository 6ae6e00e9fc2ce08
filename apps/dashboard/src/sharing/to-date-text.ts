/** A day with its year, in the reader's own time zone: it is about what the team does, not about a site. */
export function toDateText(atMs: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(atMs)
}
