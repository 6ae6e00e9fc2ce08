import { PulsoPrompt } from '@pulso/widget/react'
import { createElement, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

// A React page in strict mode, in which every effect runs twice.
const { siteKey = '', host = '' } = document.querySelector<HTMLMetaElement>('meta[name=pulso]')?.dataset ?? {}
const place = document.createElement('div')
document.querySelector('main')?.append(place)
const root = createRoot(place)
root.render(createElement(StrictMode, null, createElement(PulsoPrompt, { siteKey, host, touchpoint: 'checkout' })))
addEventListener('goodbye', () => root.unmount())
