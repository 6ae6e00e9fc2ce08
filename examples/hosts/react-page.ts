import { PulsoPrompt } from '@pulso/widget/react'
import { createElement, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

// A React page in strict mode, in which every effect runs twice. Where Pulso is stands in the page, or the page does without it.
const { siteKey, host } = document.querySelector<HTMLMetaElement>('meta[name=pulso]')?.dataset ?? {}
const place = document.createElement('div')
document.querySelector('main')?.append(place)
const root = createRoot(place)
root.render(createElement(StrictMode, null, siteKey && host ? createElement(PulsoPrompt, { siteKey, host, touchpoint: 'checkout' }) : null))
addEventListener('goodbye', () => root.unmount())
