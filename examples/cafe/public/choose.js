import { keepBasket, readBasket, toCents } from './basket.js'
import { COFFEES, MILKS, SIZES } from './coffees.js'
import { drawCup } from './cup-drawing.js'
import { byId, element, enableButtons, inBothLanguages, inEuros } from './element.js'

/** @typedef {import('./element.js').Text} Text */

const wanted = new URLSearchParams(location.search).get('coffee')
const coffee = COFFEES.find(({ key }) => key === wanted) ?? COFFEES[0]
const form = byId('choice', HTMLFormElement)

/**
 * @param {string} name
 * @param {{ key: string, name: Text, detail?: Node | string }} option
 * @param {boolean} isChosen
 */
function toOption(name, option, isChosen) {
  const radio = element('input', { type: 'radio', name, value: option.key })
  radio.checked = isChosen
  return element('label', { class: 'option' }, radio, element('span', {}, inBothLanguages(option.name)), option.detail ?? '')
}

function readChoice() {
  const choice = new FormData(form)
  return {
    coffee: coffee?.key ?? '',
    size: String(choice.get('size')),
    milk: coffee?.hasMilk ? String(choice.get('milk')) : null,
  }
}

function showChoice() {
  const choice = readChoice()
  const scale = SIZES.find(({ key }) => key === choice.size)?.scale
  if (coffee) byId('portrait').replaceChildren(drawCup(coffee, scale))
  byId('price').replaceChildren(inEuros(toCents(choice)))
}

if (coffee) {
  byId('coffee-name').replaceChildren(inBothLanguages(coffee.name))
  byId('coffee-story').append(inBothLanguages(coffee.story))
  byId('sizes').append(
    ...SIZES.map((size) => {
      const detail = element('small', {}, `${size.millilitres} ml`)
      return toOption('size', { ...size, detail }, size.key === 'medium')
    }),
  )
  byId('milks').append(...MILKS.map((milk) => toOption('milk', milk, milk.key === 'whole')))
  byId('milk-field').hidden = !coffee.hasMilk
  showChoice()
}

form.addEventListener('change', showChoice)
form.addEventListener('submit', (event) => {
  event.preventDefault()
  keepBasket([...readBasket(), readChoice()])
  byId('added').replaceChildren(
    element('p', {}, inBothLanguages({ es: 'Añadido a tu pedido.', en: 'Added to your order.' })),
    element('a', { class: 'button', href: '/pay' }, inBothLanguages({ es: 'Ir a pagar', en: 'Go to payment' })),
  )
  byId('added').scrollIntoView({ block: 'nearest' })
  // The choice is made: the moment to ask how choosing was.
  window.pulso ||= []
  window.pulso.push(['touchpoint', 'choose'])
})
enableButtons(byId('content'))
