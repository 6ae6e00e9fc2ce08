/** @typedef {import('./coffees.js').Coffee} Coffee */

const SVG = 'http://www.w3.org/2000/svg'
let drawn = 0
const INSIDE = { top: 30, bottom: 138 }

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {Node[]} children
 */
function draw(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value))
  made.append(...children)
  return made
}

/**
 * The cup cut open: a glass with what is in it, layer on layer. A picture of
 * what the text beside it says, so it is hidden from screen readers.
 *
 * @param {Coffee} coffee
 * @param {number} scale 1 is the largest size
 */
export function drawCup(coffee, scale = 1) {
  drawn += 1
  const clip = `glass-${drawn}`
  const body = 'M44 26h112l-9 98q-2 18-20 18H73q-18 0-20-18z'
  const inside = draw('path', { class: 'inside', d: body })
  const layers = draw('g', { 'clip-path': `url(#${clip})` })
  let bottom = INSIDE.bottom
  for (const [layer, share] of coffee.layers) {
    const height = ((INSIDE.bottom - INSIDE.top) * share) / 100
    // A hair of overlap, so that no line of background shows between two layers.
    layers.append(draw('rect', { class: `layer ${layer}`, x: 36, y: bottom - height, width: 128, height: height + 6 }))
    bottom -= height
  }
  const outline = draw('path', { class: 'glass', d: body })
  const handle = draw('path', { class: 'glass', d: 'M154 50h14a22 22 0 0 1 0 44h-18' })
  const shine = draw('path', { class: 'shine', d: 'M62 44l6 66' })
  const cup = draw('g', { transform: `translate(100 146) scale(${scale}) translate(-100 -146)` }, inside, layers, handle, outline, shine)
  const clipPath = draw('clipPath', { id: clip }, draw('path', { d: body }))
  return draw(
    'svg',
    { viewBox: '0 0 200 164', class: 'cup-drawing', 'aria-hidden': 'true' },
    clipPath,
    draw('path', { class: 'board', d: 'M26 150h148' }),
    cup,
  )
}
