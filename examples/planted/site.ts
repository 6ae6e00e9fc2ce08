import { DEFAULT_STAGES, type SiteDefinitionInput } from '@pulso/protocol'

export const PLANTED_TIME_ZONE = 'Europe/Madrid'
export const PLANTED_SEGMENTS = ['business', 'new', 'returning'] as const

/** A shop's journey of ten touchpoints over six stages and seven kinds, made to have known truths planted into it. */
export function toPlantedSite({ name, segments = PLANTED_SEGMENTS }: { name: string; segments?: readonly string[] }): SiteDefinitionInput {
  return {
    name,
    timeZone: PLANTED_TIME_ZONE,
    defaultLocale: 'es',
    segments: [...segments],
    stages: [...DEFAULT_STAGES],
    touchpoints: [
      { key: 'ad', stage: 'awareness', name: { en: 'Advertisement', es: 'Anuncio' } },
      { key: 'home', stage: 'awareness', name: { en: 'Home page', es: 'Portada' } },
      { key: 'catalogue', stage: 'consideration', name: { en: 'Catalogue', es: 'Catálogo' } },
      { key: 'compare', stage: 'consideration', name: { en: 'Comparison', es: 'Comparador' } },
      { key: 'cart', stage: 'purchase', name: { en: 'Basket', es: 'Cesta' } },
      { key: 'payment', stage: 'purchase', name: { en: 'Payment', es: 'Pago' }, momentOfTruth: true, targetScore: 85 },
      { key: 'delivery', stage: 'use', name: { en: 'Delivery', es: 'Entrega' }, channel: 'physical', momentOfTruth: true, targetScore: 80 },
      { key: 'help', stage: 'support', name: { en: 'Help', es: 'Ayuda' }, channel: 'personal' },
      { key: 'returns', stage: 'support', name: { en: 'Returns', es: 'Devoluciones' }, channel: 'physical' },
      { key: 'recommend', stage: 'advocacy', name: { en: 'Recommendation', es: 'Recomendación' } },
    ],
    prompts: [
      { id: 'ad', kind: 'thumbs', touchpoints: ['ad'] },
      { id: 'home', kind: 'emoji', scaleMax: 5, touchpoints: ['home'] },
      { id: 'catalogue', kind: 'stars', touchpoints: ['catalogue'] },
      { id: 'compare', kind: 'choice', touchpoints: ['compare'], options: COMPARED.map((key) => ({ key })) },
      { id: 'cart', kind: 'ces', touchpoints: ['cart'] },
      { id: 'payment', kind: 'csat', touchpoints: ['payment'] },
      { id: 'delivery', kind: 'csat', touchpoints: ['delivery'] },
      { id: 'help', kind: 'ces', touchpoints: ['help'] },
      { id: 'returns', kind: 'csat', touchpoints: ['returns'] },
      { id: 'recommend', kind: 'nps', touchpoints: ['recommend'] },
    ],
  }
}

/** What people compare by, in the places of its options. */
export const COMPARED = ['price', 'quality', 'reviews'] as const
