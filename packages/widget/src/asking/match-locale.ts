/**
 * The locale of `available` that fits best: wishes in their order, each first
 * exactly and then by its base (`es-MX`, then `es`), the site's default, `en`.
 * Something is always found: a missing language must never hide a prompt.
 */
export function matchLocale(available: readonly string[], wishes: readonly (string | undefined)[], defaultLocale: string): string {
  for (const wish of [...wishes, defaultLocale, 'en']) {
    for (let tag = wish ?? ''; tag; tag = tag.replace(/[-_]?[^-_]*$/, '')) {
      const found = available.find((locale) => locale.toLowerCase() === tag.replace(/_/g, '-').toLowerCase())
      if (found) return found
    }
  }
  return available[0] ?? 'en'
}
