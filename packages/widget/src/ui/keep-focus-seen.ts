/**
 * Moves the card to the other edge when what the visitor works with in the page
 * would lie beneath it (WCAG 2.2, 2.4.11). Called with the page's focused element.
 */
export function keepFocusSeen(host: HTMLElement, root: HTMLElement, focused: Element | null): void {
  const at = host.getAttribute('at')
  if (!at || !focused || focused === host || focused === document.body) return
  const card = root.getBoundingClientRect()
  const control = focused.getBoundingClientRect()
  if (control.top < card.bottom && control.bottom > card.top && control.left < card.right && control.right > card.left)
    host.setAttribute(
      'at',
      at.replace(/^\w+/, (edge) => (edge === 'top' ? 'bottom' : 'top')),
    )
}
