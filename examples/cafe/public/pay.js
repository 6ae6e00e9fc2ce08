import { keepBasket, placeOrder, readBasket, toCents } from './basket.js'
import { COFFEES, MILKS, SIZES } from './coffees.js'
import { byId, element, enableButtons, inBothLanguages, inEuros } from './element.js'

/** @typedef {import('./basket.js').Item} Item */
/** @typedef {import('./element.js').Text} Text */

const form = byId('payment', HTMLFormElement)
/** A till takes a moment; long enough to be seen, too short to be a wait. */
const PAYING_MS = 900

/** @param {string} id */
const input = (id) => byId(id, HTMLInputElement)

/** @type {{ id: string, isRight: (value: string) => boolean, problem: Text }[]} */
const CHECKS = [
  {
    id: 'cup-name',
    isRight: (value) => value.trim() !== '',
    problem: { es: 'Escribe el nombre que ponemos en el vaso.', en: 'Tell us which name goes on the cup.' },
  },
  {
    id: 'card',
    isRight: (value) => value.replaceAll(' ', '').length === 16,
    problem: { es: 'Faltan cifras: son dieciséis.', en: 'Some digits are missing: there are sixteen.' },
  },
  {
    id: 'expiry',
    isRight: (value) => /^(0[1-9]|1[0-2])\/\d\d$/.test(value),
    problem: { es: 'Mes y año, así: 08/29.', en: 'Month and year, like this: 08/29.' },
  },
  {
    id: 'code',
    isRight: (value) => /^\d{3}$/.test(value),
    problem: { es: 'Son las tres cifras del reverso.', en: 'It is the three digits on the back.' },
  },
]

/** @param {Item} item @param {number} index */
function toLine(item, index) {
  const coffee = COFFEES.find(({ key }) => key === item.coffee)
  const size = SIZES.find(({ key }) => key === item.size)
  const milk = MILKS.find(({ key }) => key === item.milk)
  if (!coffee || !size) return ''
  const remove = element(
    'button',
    { type: 'button', class: 'plain' },
    inBothLanguages({ es: 'Quitar', en: 'Remove' }),
    element('span', { class: 'unseen' }, ' ', inBothLanguages(coffee.name)),
  )
  remove.addEventListener('click', () => {
    keepBasket(readBasket().filter((_, position) => position !== index))
    showOrder()
    byId('content').focus()
  })
  const details = milk
    ? { es: `${size.name.es}, leche ${milk.name.es.toLowerCase()}`, en: `${size.name.en}, ${milk.name.en.toLowerCase()} milk` }
    : size.name
  return element(
    'li',
    {},
    element('span', {}, element('strong', {}, inBothLanguages(coffee.name)), element('small', {}, inBothLanguages(details)), remove),
    element('span', {}, inEuros(toCents(item))),
  )
}

function showOrder() {
  const basket = readBasket()
  byId('empty').hidden = basket.length > 0
  byId('filled').hidden = basket.length === 0
  byId('items').replaceChildren(...basket.map(toLine))
  const totalCents = basket.reduce((sum, item) => sum + toCents(item), 0)
  byId('total').replaceChildren(inEuros(totalCents))
  byId('pay-total').replaceChildren(inEuros(totalCents))
}

/** Writes what is wrong beside each field; the first wrong one, if any, is given back. */
function findMistake() {
  const mistakes = CHECKS.filter(({ id, isRight }) => !isRight(input(id).value))
  for (const check of CHECKS) {
    const isWrong = mistakes.includes(check)
    input(check.id).setAttribute('aria-invalid', String(isWrong))
    byId(`${check.id}-error`).replaceChildren(...(isWrong ? [inBothLanguages(check.problem)] : []))
  }
  return mistakes[0]
}

input('card').addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.selectionStart !== target.value.length) return
  target.value = target.value.replaceAll(/\D/g, '').replaceAll(/(\d{4})(?=\d)/g, '$1 ')
})
input('expiry').addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.selectionStart !== target.value.length) return
  target.value = target.value.replaceAll(/\D/g, '').replace(/^(\d\d)(?=\d)/, '$1/')
})
byId('sample-card').addEventListener('click', () => {
  if (!input('cup-name').value) input('cup-name').value = 'Sol'
  input('card').value = '4000 0000 0000 0002'
  input('expiry').value = '08/29'
  input('code').value = '123'
  form.querySelector('[type=submit]')?.scrollIntoView({ block: 'nearest' })
})
form.addEventListener('submit', (event) => {
  event.preventDefault()
  const mistake = findMistake()
  if (mistake) {
    input(mistake.id).focus()
    return
  }
  form.classList.add('waiting')
  byId('paying').replaceChildren(inBothLanguages({ es: 'Pagando…', en: 'Paying…' }))
  placeOrder(input('cup-name').value.trim())
  setTimeout(() => location.assign('/order'), PAYING_MS)
})
showOrder()
enableButtons(byId('content'))
