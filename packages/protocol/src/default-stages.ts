import type { Stage } from './journey-definition.ts'

/** The journey most businesses know: from first noticing the brand to recommending it. A site may write its own. */
export const DEFAULT_STAGES: readonly Stage[] = [
  { key: 'awareness', name: { en: 'Awareness', es: 'Reconocimiento' }, phase: 'before' },
  { key: 'consideration', name: { en: 'Consideration', es: 'Consideración' }, phase: 'before' },
  { key: 'purchase', name: { en: 'Purchase', es: 'Compra' }, phase: 'during' },
  { key: 'use', name: { en: 'Use', es: 'Uso' }, phase: 'during' },
  { key: 'support', name: { en: 'Support', es: 'Soporte' }, phase: 'after' },
  { key: 'advocacy', name: { en: 'Advocacy', es: 'Recomendación' }, phase: 'after' },
]
