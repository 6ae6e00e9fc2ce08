/** Escape by itself, and not the end of a composition or of a list of suggestions. */
export function isEscape(event: KeyboardEvent): boolean {
  return event.key === 'Escape' && !event.isComposing && !event.defaultPrevented
}
