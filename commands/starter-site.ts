import { DEFAULT_STAGES, type SiteDefinitionInput } from '@pulso/protocol'

/** The site a fresh deployment starts with: the default journey, a touchpoint at each stage, and a question at four of them. */
export function toStarterSite(site: { name: string; timeZone: string; defaultLocale: string; origins: string[] }): SiteDefinitionInput {
  return {
    name: site.name,
    timeZone: site.timeZone,
    defaultLocale: site.defaultLocale,
    origins: site.origins,
    stages: [...DEFAULT_STAGES],
    touchpoints: [
      { key: 'home', stage: 'awareness', name: { en: 'Home page', es: 'Página de inicio' } },
      { key: 'product', stage: 'consideration', name: { en: 'Product page', es: 'Página de producto' } },
      { key: 'checkout', stage: 'purchase', name: { en: 'Checkout', es: 'Pago' }, momentOfTruth: true },
      { key: 'delivery', stage: 'use', name: { en: 'Delivery', es: 'Entrega' }, channel: 'physical', momentOfTruth: true },
      { key: 'help', stage: 'support', name: { en: 'Help', es: 'Ayuda' }, channel: 'personal' },
      { key: 'recommend', stage: 'advocacy', name: { en: 'Recommendation', es: 'Recomendación' } },
    ],
    prompts: [
      { id: 'product-feeling', kind: 'emoji', touchpoints: ['product'], delayMs: 15_000 },
      { id: 'checkout-satisfaction', kind: 'csat', touchpoints: ['checkout'] },
      { id: 'help-satisfaction', kind: 'csat', touchpoints: ['help', 'delivery'] },
      { id: 'recommendation', kind: 'nps', touchpoints: ['recommend'] },
    ],
  }
}
