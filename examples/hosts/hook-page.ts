import { PulsoPrompt, usePulso } from '@pulso/widget/react'
import { createElement, StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'

// An application that uses the hook alone in two places, and the component in a third that comes and goes.
const { siteKey = '', host = '' } = document.querySelector<HTMLMetaElement>('meta[name=pulso]')?.dataset ?? {}

function Feedback({ name, locale }: { name: string; locale: string }) {
  const pulso = usePulso({ siteKey, host, locale })
  return createElement('button', { type: 'button', onClick: () => pulso?.ask('csat', { touchpoint: 'checkout' }) }, name)
}

function App() {
  const [isHere, setIsHere] = useState({ first: true, second: true, prompt: false })
  const [locale, setLocale] = useState('en')
  const toggle = (name: keyof typeof isHere) => () => setIsHere((here) => ({ ...here, [name]: !here[name] }))
  const button = (name: string, onClick: () => void) => createElement('button', { type: 'button', onClick, key: name }, name)
  return createElement(
    'div',
    null,
    isHere.first && createElement(Feedback, { name: 'Ask first', locale }),
    isHere.second && createElement(Feedback, { name: 'Ask second', locale }),
    isHere.prompt && createElement(PulsoPrompt, { siteKey, host, locale, touchpoint: 'checkout', prompt: 'thumbs', className: 'place' }),
    button('Toggle first', toggle('first')),
    button('Toggle second', toggle('second')),
    button('Toggle prompt', toggle('prompt')),
    button('Speak Spanish', () => setLocale('es')),
  )
}

const place = document.createElement('div')
document.querySelector('main')?.append(place)
const root = createRoot(place)
root.render(createElement(StrictMode, null, createElement(App)))
addEventListener('goodbye', () => root.unmount())
