import { byId, element, enableButtons, inBothLanguages } from './element.js'

/** @typedef {import('./element.js').Text} Text */

/** @type {Text[]} */
const TOPICS = [
  { es: 'Un cobro', en: 'A charge' },
  { es: 'Un pedido', en: 'An order' },
  { es: 'Una factura', en: 'An invoice' },
  { es: 'Otra cosa', en: 'Something else' },
]

const form = byId('message', HTMLFormElement)
const topics = byId('topic', HTMLSelectElement)

/** An <option> holds plain text only, so these follow the language by hand. */
function showTopics() {
  const chosen = Math.max(topics.selectedIndex, 0)
  const language = document.documentElement.lang === 'en' ? 'en' : 'es'
  topics.replaceChildren(...TOPICS.map((topic) => element('option', {}, topic[language])))
  topics.selectedIndex = chosen
}

function reachHelp() {
  window.pulso ||= []
  window.pulso.push(['touchpoint', 'help'])
}

showTopics()
new MutationObserver(showTopics).observe(document.documentElement, { attributeFilter: ['lang'] })

for (const question of document.querySelectorAll('details')) {
  question.addEventListener('toggle', () => {
    if (question.open) reachHelp()
  })
}
form.addEventListener('submit', (event) => {
  event.preventDefault()
  form.hidden = true
  byId('sent').replaceChildren(
    element(
      'p',
      {},
      inBothLanguages({
        es: 'Recibido. En un café de verdad te contestaría alguien de la barra antes de una hora.',
        en: 'Received. In a real café somebody from the bar would answer within the hour.',
      }),
    ),
  )
  reachHelp()
})
enableButtons(byId('content'))
