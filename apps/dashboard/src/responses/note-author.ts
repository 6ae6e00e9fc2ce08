const KEY = 'pulso.author'

/** How this person signs notes, as this browser remembers it. */
export function recallAuthor(): string {
  try {
    return localStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

export function rememberAuthor(author: string): void {
  try {
    localStorage.setItem(KEY, author)
  } catch {
    // Storage can be blocked or full: they sign again next time.
  }
}
