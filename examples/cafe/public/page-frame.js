import { readBasket } from './basket.js'
import { byId, enableButtons } from './element.js'
import { forgetVisitor, remember } from './visitor-storage.js'

const root = document.documentElement

function showLanguage() {
  for (const button of document.querySelectorAll('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.getAttribute('data-language') === root.lang))
  }
  const { titleEs, titleEn } = byId('content').dataset
  const title = root.lang === 'en' ? titleEn : titleEs
  document.title = title ? `${title} · Café Azotea` : 'Café Azotea'
}

function showBasket() {
  const count = readBasket().length
  byId('basket-count').textContent = String(count)
  byId('basket-count').classList.toggle('some', count > 0)
}

for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => {
    root.lang = button.getAttribute('data-language') ?? 'es'
    remember('language', root.lang)
    showLanguage()
  })
}
for (const link of document.querySelectorAll('.top nav a')) {
  if (link.getAttribute('href') === location.pathname) link.setAttribute('aria-current', 'page')
}
byId('start-over').addEventListener('click', () => {
  forgetVisitor()
  location.assign('/')
})
document.addEventListener('basketchange', showBasket)
// Nobody has shown a card of the club here: who comes to this page drops in.
window.pulso ||= []
window.pulso.push(['configure', { segment: 'casual' }])
showLanguage()
showBasket()
for (const part of document.querySelectorAll('header, footer')) if (part instanceof HTMLElement) enableButtons(part)
