// The yardstick: the same NPS prompt by hand, as short as a careful person would
// write it. No framework, no layers, no languages, no kinds, no options; it asks,
// follows up, thanks, sends, and can be used by keyboard and screen reader.
// It is measured beside Pulso, so it is kept complete and as fast as it can be.

const ASK_AGAIN_MS = 90 * 86_400_000
const READING_MS = 6000

const WORDS = {
  question: 'How likely are you to recommend Acme to a friend or colleague?',
  low: 'Not at all likely',
  high: 'Extremely likely',
  follow: ['What should we do better?', 'What would have made it better?', 'What do you like best?'],
  thanks: 'Thank you! Every answer is read.',
}

const CSS = `
:host { all: initial !important; position: fixed !important; inset: auto var(--gap) calc(var(--gap) + env(safe-area-inset-bottom)) auto !important; z-index: 2147483647 !important; max-width: calc(100vw - 2 * var(--gap)) !important; --gap: clamp(6px, 2vw, 20px); --paper: #fff; --ink: #1c1a25; --soft: #5e5b6d; --line: #8a869b; --tint: #f1f0f8; --accent: #4b3fd0; --on-accent: #fff; --radius: 18px; --font: system-ui, sans-serif }
@media (prefers-color-scheme: dark) { :host { --paper: #1e1d27; --ink: #f2f1f8; --soft: #b4b1c4; --line: #817d94; --tint: #2c2a38; --accent: #aea6ff; --on-accent: #16141f } }
* { box-sizing: border-box; margin: 0; color: inherit; font: inherit }
[role=status] { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
.card { position: relative; width: 33em; max-width: 100%; max-height: calc(100vh - 2 * var(--gap)); padding: 16px clamp(10px, 2vw, 18px) 14px; border: 1px solid color-mix(in srgb, var(--ink) 14%, var(--paper)); border-radius: var(--radius); background: var(--paper); box-shadow: 0 12px 40px -8px #0005; color: var(--ink); font: 1em / 1.4 var(--font); overflow: auto; overflow-wrap: anywhere; outline: none; animation: rise .3s cubic-bezier(.2, .9, .3, 1) }
.step { display: grid; gap: 14px }
.question { padding-inline: 6px 36px; font-size: 1.0625em; font-weight: 600 }
button { min-height: 44px; padding: 6px 12px; border: 1px solid transparent; border-radius: 10px; background: none; cursor: pointer }
.close { position: absolute; top: 8px; inset-inline-end: 8px; min-height: 36px; font-size: 1.5em; line-height: 1 }
.close, .back, .ends { color: var(--soft) }
.scale { display: flex; flex-wrap: wrap }
.scale label { position: relative; flex: 1 0 24px }
input { position: absolute; inset: 0; width: 100%; height: 100%; z-index: 1; opacity: 0; cursor: pointer }
.point { display: grid; place-items: center; height: 44px; border: 1px solid var(--line); margin-inline-end: -1px; transition: .12s }
label:first-child .point { border-start-start-radius: 10px; border-end-start-radius: 10px }
label:last-child .point { border-start-end-radius: 10px; border-end-end-radius: 10px; margin: 0 }
button:hover, label:hover .point { background: var(--tint) }
.send, .send:hover, input:checked + .point { background: var(--accent); color: var(--on-accent) }
textarea:focus-visible, button:focus-visible, input:focus-visible + .point { outline: 2px solid var(--accent); outline-offset: 2px; z-index: 1 }
.ends, .actions { display: flex; align-items: center; justify-content: space-between; gap: 8px; font-size: .875em }
.ends { padding: 0 6px }
.ends :last-child { text-align: end }
textarea { width: 100%; padding: 10px 12px; border: 1px solid var(--line); border-radius: 10px; background: none; resize: vertical }
::placeholder { color: var(--soft); opacity: 1 }
.back { text-decoration: underline; text-underline-offset: 3px }
.send { margin-inline-start: auto; padding-inline: 24px; font-weight: 600 }
@keyframes rise { from { translate: 0 14px } }
@media (prefers-reduced-motion: reduce) { * { animation: none !important; transition: none !important } }
@media print { :host { display: none !important } }
@media (forced-colors: active) { input:checked + .point { outline: 2px solid Highlight } }
`

/** An element with properties, attributes and children. */
function make(name, properties = {}, attributes = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children)
  return element
}

/** Asks, unless this visitor was asked lately. The paint comes first, storage and network afterwards. */
function askByHand(endpoint) {
  const answer = { id: crypto.randomUUID(), state: 'shown', score: null, comment: '' }
  const host = make('hand-written-card', { lang: 'en' })
  const shadow = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(CSS)
  shadow.adoptedStyleSheets = [sheet]
  const ending = new AbortController()
  const { signal } = ending
  let cameFrom

  const send = (changes) => {
    Object.assign(answer, changes)
    fetch(endpoint, { method: 'POST', body: JSON.stringify(answer), keepalive: true, credentials: 'omit' }).catch(() => {})
  }
  const close = () => {
    ending.abort()
    if (cameFrom?.isConnected) cameFrom.focus()
    host.remove()
    if (answer.state === 'shown') send({ state: 'dismissed' })
  }
  const show = (step) => {
    const focused = shadow.activeElement
    card.querySelector('.step').replaceWith(step)
    if (focused) (step.querySelector(':checked, input, textarea') ?? card).focus()
  }
  const choose = (score) => {
    send({ state: 'answered', score })
    show(follow())
  }
  const ask = () =>
    make(
      'div',
      { className: 'step' },
      {},
      make('p', { id: 'question', className: 'question' }, {}, WORDS.question),
      make(
        'div',
        { className: 'scale' },
        { role: 'radiogroup', 'aria-labelledby': 'question' },
        ...Array.from({ length: 11 }, (_, score) => {
          const end = score === 0 ? `, ${WORDS.low}` : score === 10 ? `, ${WORDS.high}` : ''
          const radio = { type: 'radio', name: 'score', value: score, checked: score === answer.score, onclick: () => choose(score) }
          const point = make('span', { className: 'point' }, {}, `${score}`)
          return make('label', {}, {}, make('input', radio, { 'aria-label': `${score} out of 10${end}` }), point)
        }),
      ),
      make('div', { className: 'ends' }, { 'aria-hidden': 'true' }, make('span', {}, {}, WORDS.low), make('span', {}, {}, WORDS.high)),
    )
  const follow = () => {
    const comment = make('textarea', { id: 'comment', rows: 3, maxLength: 2000, placeholder: 'Optional', value: answer.comment })
    const form = make(
      'form',
      { className: 'step' },
      {},
      make('label', { className: 'question', htmlFor: 'comment' }, {}, WORDS.follow[answer.score <= 6 ? 0 : answer.score <= 8 ? 1 : 2]),
      comment,
      make(
        'div',
        { className: 'actions' },
        {},
        make('button', { type: 'button', className: 'back', onclick: () => show(ask()) }, {}, 'Change'),
        make('button', { type: 'submit', className: 'send' }, {}, 'Send'),
      ),
    )
    form.onsubmit = (event) => {
      event.preventDefault()
      send({ state: 'completed', comment: comment.value })
      show(make('div', { className: 'step' }, {}, make('p', { className: 'question' }, {}, WORDS.thanks)))
      status.textContent = WORDS.thanks
      setTimeout(close, READING_MS)
    }
    return form
  }
  const press = (event) => {
    if (event.key === 'Escape') close()
    else if (event.key === 'F6' && host.contains(document.activeElement)) cameFrom?.focus()
    else if (event.key === 'F6') {
      cameFrom = document.activeElement
      ;(card.querySelector('input, textarea') ?? card).focus()
    } else return
    event.preventDefault()
  }

  const status = make('div', {}, { role: 'status' })
  const card = make(
    'div',
    { className: 'card', tabIndex: -1 },
    { role: 'dialog', 'aria-label': 'Your opinion' },
    ask(),
    make('button', { type: 'button', className: 'close', onclick: close }, { 'aria-label': 'Close' }, '×'),
  )
  document.addEventListener('keydown', press, { signal })
  shadow.append(card, status)
  document.documentElement.append(host)
  setTimeout(() => {
    status.textContent = `${WORDS.question} Press F6 to answer.`
  }, 150)
  requestIdleCallback(() => {
    localStorage.setItem('asked-again-from', `${Date.now() + ASK_AGAIN_MS}`)
    send({})
  })
}

window.askByHand = askByHand
