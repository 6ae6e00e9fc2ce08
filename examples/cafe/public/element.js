/** @typedef {{ es: string, en: string }} Text a text in both languages of the shop */

/**
 * An element with attributes and children, without markup in strings.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

/**
 * A text as the page carries it: twice, one of them shown by the language of <html>.
 *
 * @param {Text} text
 * @returns {DocumentFragment}
 */
export function inBothLanguages({ es, en }) {
  const fragment = document.createDocumentFragment()
  fragment.append(element('span', { lang: 'es' }, es), element('span', { lang: 'en' }, en))
  return fragment
}

/**
 * An amount as each language writes it: 1,90 € and €1.90.
 *
 * @param {number} cents
 * @returns {DocumentFragment}
 */
export function inEuros(cents) {
  const format = (/** @type {string} */ locale) => new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(cents / 100)
  return inBothLanguages({ es: format('es-ES'), en: format('en-IE') })
}

/**
 * The one element of this page with that id.
 *
 * @template {HTMLElement} [Kind=HTMLElement]
 * @param {string} id
 * @param {{ new (): Kind }} [kind]
 * @returns {Kind}
 */
export function byId(id, kind) {
  const found = document.getElementById(id)
  const expected = kind ?? HTMLElement
  if (!(found instanceof expected)) throw new Error(`This page has no #${id}`)
  return /** @type {Kind} */ (found)
}

/**
 * Lets the buttons of a part of the page be pressed. They wait for it in the
 * HTML: pressed before their script has come, a form would send itself and
 * take what was chosen with it.
 *
 * @param {HTMLElement} part
 */
export function enableButtons(part) {
  for (const button of part.querySelectorAll('button')) button.disabled = false
}
