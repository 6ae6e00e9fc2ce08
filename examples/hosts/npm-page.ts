import { createPulso } from '@pulso/widget'

// What a page's own bundle does. Where Pulso is stands in the page.
const { siteKey = '', host = '' } = document.querySelector<HTMLMetaElement>('meta[name=pulso]')?.dataset ?? {}
const pulso = createPulso({ siteKey, host })
pulso.touchpoint('checkout')
addEventListener('goodbye', () => pulso.destroy())
