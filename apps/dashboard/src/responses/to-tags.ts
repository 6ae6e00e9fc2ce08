/** The tags that somebody typed, as they are kept: a comma stands between two, and no tag is there twice. */
export function toTags(text: string): string[] {
  const tags = text.split(',').map((tag) => tag.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase())
  return [...new Set(tags.filter((tag) => tag !== ''))]
}
