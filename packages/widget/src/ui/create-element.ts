import type { CreateElement } from '../core/parts.ts'

/** Not by the element's own `append`: old libraries have put methods of theirs in the place of that and its like. */
export function fill(element: Element, children: (Element | string | false | undefined)[]): Element {
  for (const child of children) {
    if (child) element.appendChild(typeof child === 'string' ? document.createTextNode(child) : child)
  }
  return element
}

/**
 * Makes elements as JSX libraries do, but real ones at once: a card is drawn
 * anew at each step and nothing in between needs comparing, so a library of four
 * kilobytes would only do what this does.
 */
export const h: CreateElement = (tag, attributes, ...children) => {
  const isDrawing = /^(svg|path|circle)$/.test(tag)
  const element = document.createElementNS(isDrawing ? 'http://www.w3.org/2000/svg' : 'http://www.w3.org/1999/xhtml', tag)
  // Only its own: there are pages that add to every object.
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value)
    else if (value !== false && value != null) element.setAttribute(name, value === true ? '' : (value as string))
  }
  return fill(element, children.flat())
}
