import { createPulso } from '@pulso/widget'

// What a page's own bundle does. Where Pulso is stands in the page, or the page does without it.
const { siteKey, host } = document.querySelector<HTMLMetaElement>('meta[name=pulso]')?.dataset ?? {}
const pulso = siteKey && host ? createPulso({ siteKey, host }) : undefined
pulso?.touchpoint('checkout')
addEventListener('goodbye', () => pulso?.destroy())
