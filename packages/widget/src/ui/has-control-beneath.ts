/** What a visitor may want to reach, so that it must not be covered. */
const CONTROLS =
  'a[href],button,input,select,textarea,summary,label,audio,video,iframe,object,embed,[role=button],[role=link],[role=tab],[role=slider],[contenteditable],[tabindex]:not([tabindex="-1"]),[onclick]'
/** A control smaller than this cannot hide between the points that are tried: no target may be smaller (WCAG 2.2, 2.5.8). */
const GRID_PX = 12

function isControl(element: Element): boolean {
  return !!element.closest(CONTROLS) || getComputedStyle(element).cursor === 'pointer'
}

/**
 * Everything at a point of the page, also what lies in the page's own open
 * shadow roots. Two components over one another each see the other's host, so
 * what has been looked into is not looked into again.
 */
function listElementsAt(root: Document | ShadowRoot, x: number, y: number, seen: Set<unknown>): Element[] {
  seen.add(root)
  return root
    .elementsFromPoint(x, y)
    .flatMap((element) =>
      element.shadowRoot && !seen.has(element.shadowRoot) ? [element, ...listElementsAt(element.shadowRoot, x, y, seen)] : [element],
    )
}

/** Whether one of the page's own controls lies beneath this element of ours in `host`. */
export function hasControlBeneath(ours: Element, host: Element): boolean {
  const { left, right, top, bottom } = ours.getBoundingClientRect()
  for (let y = top + 1; y < bottom + GRID_PX; y += GRID_PX) {
    for (let x = left + 1; x < right + GRID_PX; x += GRID_PX) {
      const found = listElementsAt(document, Math.min(x, right - 1), Math.min(y, bottom - 1), new Set([host.shadowRoot]))
      if (found.some((element) => element !== host && isControl(element))) return true
    }
  }
  return false
}
