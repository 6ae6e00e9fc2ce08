// Runs first in every measured page, the empty one too, so that all of them pay for it.
;(() => {
  const entries = { longtask: [], 'layout-shift': [] }
  for (const type of Object.keys(entries)) {
    new PerformanceObserver((list) => entries[type].push(...list.getEntries())).observe({ type, buffered: true })
  }
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  /** From a frame's callback: the task after it. By then the frame's style, layout and paint are done. */
  const afterPaint = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = resolve
      port2.postMessage(0)
    })
  const nextChange = () =>
    new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect()
        resolve()
      })
      observer.observe(document, { subtree: true, childList: true, attributes: true })
    })
  const isVisible = (selector) => document.querySelector(selector)?.checkVisibility({ visibilityProperty: true }) === true

  window.probe = {
    /**
     * The time at which the first frame that shows it has been painted. A frame is
     * asked for when something in the page has changed and not before: one that is
     * drawn for this watch alone makes whatever comes just after it wait for the
     * next tick of the screen, 16.7 ms that no visitor would have waited.
     */
    async painted(selector) {
      // On a machine that has just stood still it may be there already: then there is no change to wait for.
      while (!isVisible(selector)) await nextChange().then(nextFrame)
      await afterPaint()
      return performance.now()
    },
    /** What disturbed the visitor from then on: long tasks in milliseconds each, and layout shift. */
    async disturbance(from) {
      // Observers are told after the task: two frames later they know.
      for (let frame = 0; frame < 2; frame += 1) await nextFrame().then(afterPaint)
      return {
        longTasks: entries.longtask.filter(({ startTime, duration }) => startTime + duration > from).map(({ duration }) => duration),
        layoutShift: entries['layout-shift'].filter(({ startTime }) => startTime >= from).reduce((sum, { value }) => sum + value, 0),
      }
    },
  }
})()
