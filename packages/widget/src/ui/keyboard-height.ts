/**
 * Tells how much of the page's bottom an on-screen keyboard covers, whenever
 * that changes: phones lay it over fixed elements (Chrome since 108, Safari
 * always). Pinching to zoom shrinks the visible part too, hence the scale.
 */
export function onKeyboardHeight(then: (height: string) => void, signal: AbortSignal): void {
  const view = visualViewport
  for (const event of ['resize', 'scroll']) {
    view?.addEventListener(event, () => then(Math.max(0, innerHeight - view.height * view.scale - view.offsetTop) + 'px'), { signal })
  }
}
