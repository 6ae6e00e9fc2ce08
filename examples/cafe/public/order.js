import { keepOrder, readOrder } from './basket.js'
import { COFFEES, SIZES } from './coffees.js'
import { drawCup } from './cup-drawing.js'
import { byId, element, enableButtons, inBothLanguages } from './element.js'

/** @typedef {import('./element.js').Text} Text */

/**
 * A shop in a hurry: what takes minutes at a real bar takes seconds here.
 *
 * @type {{ key: string, sinceMs: number, status: Text }[]}
 */
const STEPS = [
  { key: 'received', sinceMs: 0, status: { es: 'Lo tenemos apuntado.', en: 'We have written it down.' } },
  { key: 'preparing', sinceMs: 1800, status: { es: 'Moliendo el grano ahora mismo.', en: 'Grinding the beans right now.' } },
  { key: 'ready', sinceMs: 5000, status: { es: 'Listo. Te espera en el mostrador.', en: 'Ready. It is waiting at the counter.' } },
]

const order = readOrder()
byId('none').hidden = order !== null
byId('placed').hidden = order === null

/** @param {number} reached index of the step that the order has reached */
function showStep(reached) {
  for (const [index, item] of [...byId('progress').children].entries()) {
    item.classList.toggle('done', index <= reached)
    if (index === reached) item.setAttribute('aria-current', 'step')
    else item.removeAttribute('aria-current')
  }
  const step = STEPS[reached]
  if (step) byId('status').replaceChildren(inBothLanguages(step.status))
}

/** @param {import('./basket.js').Item} item */
function toCup(item) {
  const coffee = COFFEES.find(({ key }) => key === item.coffee)
  if (!coffee) return ''
  const scale = SIZES.find(({ key }) => key === item.size)?.scale
  return element('li', {}, drawCup(coffee, scale), inBothLanguages(coffee.name))
}

function showCollected() {
  showStep(STEPS.length - 1)
  byId('status').replaceChildren(inBothLanguages({ es: 'Que lo disfrutes.', en: 'Enjoy it.' }))
  byId('collect').hidden = true
  byId('on-the-cup').hidden = false
}

if (order) {
  byId('cup-name').textContent = order.cupName
  byId('number').textContent = order.number
  byId('tray').append(...order.items.map(toCup))
  if (order.isCollected) showCollected()
  else {
    for (const [index, { sinceMs }] of STEPS.entries()) {
      setTimeout(
        () => {
          showStep(index)
          byId('collect').hidden = index < STEPS.length - 1
        },
        order.placedAt + sinceMs - Date.now(),
      )
    }
    // Paid just now: the moment to ask how paying went.
    window.pulso ||= []
    window.pulso.push(['touchpoint', 'checkout'])
  }
  byId('collected').addEventListener('click', () => {
    keepOrder({ ...order, isCollected: true })
    showCollected()
    byId('content').focus()
    window.pulso?.push(['touchpoint', 'pickup'])
  })
}
enableButtons(byId('content'))
