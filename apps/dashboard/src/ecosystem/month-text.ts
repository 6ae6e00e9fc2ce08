/** A calendar month in full: `October 2026`. It is a month, not an instant: no zone may move it. */
export function toMonthText(month: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(`${month}-01`))
}
