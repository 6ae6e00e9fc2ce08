import type { SiteDefinitionInput } from '@pulso/protocol/types'

export const BUSINESSES = ['shop', 'place', 'software', 'services'] as const
export type Business = (typeof BUSINESSES)[number]

/** A journey to begin with: where people meet such a business, and what it asks there first. */
type Starter = Pick<SiteDefinitionInput, 'stages' | 'touchpoints'> & { prompts: StarterPrompt[] }
type StarterPrompt = SiteDefinitionInput['prompts'][number] & { wording: Record<'en' | 'es', { question: string }> }

/** A prompt at a touchpoint, with its question in both languages. */
function ask(
  touchpoint: string,
  kind: StarterPrompt['kind'],
  en: string,
  es: string,
  rest: Partial<Pick<StarterPrompt, 'delayMs'>> = {},
): StarterPrompt {
  return { id: touchpoint, kind, touchpoints: [touchpoint], wording: { en: { question: en }, es: { question: es } }, ...rest }
}

/** Somebody reads before there is anything to say about it. */
const AFTER_READING = { delayMs: 15_000 }

const shop: Starter = {
  stages: [
    { key: 'discover', name: { en: 'Discover', es: 'Descubrir' }, phase: 'before' },
    { key: 'choose', name: { en: 'Choose', es: 'Elegir' }, phase: 'before' },
    { key: 'buy', name: { en: 'Buy', es: 'Comprar' }, phase: 'during' },
    { key: 'receive', name: { en: 'Receive', es: 'Recibir' }, phase: 'during' },
    { key: 'help', name: { en: 'Get help', es: 'Pedir ayuda' }, phase: 'after' },
    { key: 'return', name: { en: 'Come back', es: 'Volver' }, phase: 'after' },
  ],
  touchpoints: [
    { key: 'home', stage: 'discover', name: { en: 'Home page', es: 'Portada' } },
    { key: 'product', stage: 'choose', name: { en: 'Product page', es: 'Página de producto' } },
    { key: 'checkout', stage: 'buy', name: { en: 'Checkout', es: 'Pago' }, momentOfTruth: true, targetScore: 80 },
    { key: 'delivery', stage: 'receive', name: { en: 'Delivery', es: 'Entrega' }, channel: 'physical', momentOfTruth: true },
    { key: 'support', stage: 'help', name: { en: 'Customer service', es: 'Atención al cliente' }, channel: 'personal' },
    { key: 'recommend', stage: 'return', name: { en: 'Recommendation', es: 'Recomendación' } },
  ],
  prompts: [
    ask('checkout', 'csat', 'How did paying go today?', '¿Cómo te fue al pagar hoy?'),
    ask('product', 'thumbs', 'Did this page answer your questions?', '¿Resolvió esta página tus dudas?', AFTER_READING),
    ask('delivery', 'csat', 'How did your order reach you?', '¿Cómo te llegó el pedido?'),
    ask('support', 'ces', 'How easy did we make it to get help?', '¿Fue fácil que te ayudáramos?'),
    ask(
      'recommend',
      'nps',
      'How likely are you to send a friend to {name}?',
      '¿Con qué probabilidad mandarías a alguien cercano a {name}?',
    ),
  ],
}

const place: Starter = {
  stages: [
    { key: 'find', name: { en: 'Find us', es: 'Encontrarnos' }, phase: 'before' },
    { key: 'arrive', name: { en: 'Arrive', es: 'Llegar' }, phase: 'during' },
    { key: 'stay', name: { en: 'Stay', es: 'Quedarse' }, phase: 'during' },
    { key: 'pay', name: { en: 'Pay', es: 'Pagar' }, phase: 'during' },
    { key: 'return', name: { en: 'Come back', es: 'Volver' }, phase: 'after' },
  ],
  touchpoints: [
    { key: 'website', stage: 'find', name: { en: 'Website', es: 'Página web' } },
    { key: 'welcome', stage: 'arrive', name: { en: 'Welcome', es: 'Bienvenida' }, channel: 'personal' },
    { key: 'visit', stage: 'stay', name: { en: 'The visit', es: 'La visita' }, channel: 'physical', momentOfTruth: true, targetScore: 80 },
    { key: 'payment', stage: 'pay', name: { en: 'Payment', es: 'El pago' }, channel: 'personal', momentOfTruth: true },
    { key: 'recommend', stage: 'return', name: { en: 'Recommendation', es: 'Recomendación' } },
  ],
  prompts: [
    ask('visit', 'emoji', 'How is your visit going?', '¿Qué tal va tu visita?'),
    ask('website', 'thumbs', 'Did you find what you came for?', '¿Encontraste lo que buscabas?', AFTER_READING),
    ask('payment', 'csat', 'How did it go at the till?', '¿Cómo te fue en la caja?'),
    ask(
      'recommend',
      'nps',
      'How likely are you to bring a friend to {name}?',
      '¿Con qué probabilidad traerías a alguien cercano a {name}?',
    ),
  ],
}

const software: Starter = {
  stages: [
    { key: 'discover', name: { en: 'Discover', es: 'Descubrir' }, phase: 'before' },
    { key: 'try', name: { en: 'Try', es: 'Probar' }, phase: 'before' },
    { key: 'start', name: { en: 'Get started', es: 'Empezar' }, phase: 'during' },
    { key: 'use', name: { en: 'Use', es: 'Usar' }, phase: 'during' },
    { key: 'help', name: { en: 'Get help', es: 'Pedir ayuda' }, phase: 'after' },
    { key: 'renew', name: { en: 'Renew', es: 'Renovar' }, phase: 'after' },
  ],
  touchpoints: [
    { key: 'pricing', stage: 'discover', name: { en: 'Pricing', es: 'Precios' } },
    { key: 'sign-up', stage: 'try', name: { en: 'Sign-up', es: 'Registro' } },
    {
      key: 'first-steps',
      stage: 'start',
      name: { en: 'First steps', es: 'Primeros pasos' },
      momentOfTruth: true,
      targetScore: 75,
    },
    { key: 'daily-use', stage: 'use', name: { en: 'Daily use', es: 'Uso diario' } },
    { key: 'help-centre', stage: 'help', name: { en: 'Help centre', es: 'Centro de ayuda' } },
    { key: 'renewal', stage: 'renew', name: { en: 'Renewal', es: 'Renovación' }, momentOfTruth: true },
  ],
  prompts: [
    ask('first-steps', 'ces', 'How easy was it to get going with {name}?', '¿Fue fácil ponerte en marcha con {name}?'),
    ask('pricing', 'thumbs', 'Is it clear what {name} would cost you?', '¿Te queda claro cuánto te costaría {name}?', AFTER_READING),
    ask(
      'daily-use',
      'nps',
      'How likely are you to tell a colleague to use {name}?',
      '¿Con qué probabilidad le dirías a alguien del trabajo que use {name}?',
    ),
    ask('help-centre', 'thumbs', 'Is it solved now?', '¿Quedó resuelto?', AFTER_READING),
    ask('renewal', 'csat', 'How was your last year with {name}?', '¿Cómo fue tu último año con {name}?'),
  ],
}

const services: Starter = {
  stages: [
    { key: 'enquire', name: { en: 'Enquire', es: 'Consultar' }, phase: 'before' },
    { key: 'agree', name: { en: 'Agree', es: 'Acordar' }, phase: 'before' },
    { key: 'work', name: { en: 'Work together', es: 'Trabajar juntos' }, phase: 'during' },
    { key: 'finish', name: { en: 'Finish', es: 'Terminar' }, phase: 'after' },
    { key: 'return', name: { en: 'Come back', es: 'Volver' }, phase: 'after' },
  ],
  touchpoints: [
    { key: 'contact', stage: 'enquire', name: { en: 'First contact', es: 'Primer contacto' } },
    { key: 'proposal', stage: 'agree', name: { en: 'Proposal', es: 'Propuesta' }, channel: 'personal' },
    {
      key: 'appointment',
      stage: 'work',
      name: { en: 'Appointment', es: 'Cita' },
      channel: 'personal',
      momentOfTruth: true,
      targetScore: 85,
    },
    { key: 'result', stage: 'finish', name: { en: 'Result', es: 'Resultado' }, momentOfTruth: true },
    { key: 'invoice', stage: 'finish', name: { en: 'Invoice', es: 'Factura' } },
    { key: 'recommend', stage: 'return', name: { en: 'Recommendation', es: 'Recomendación' } },
  ],
  prompts: [
    ask('contact', 'ces', 'How easy was it to reach us?', '¿Fue fácil contactar con nosotros?'),
    ask('appointment', 'csat', 'How was your appointment?', '¿Qué tal tu cita?'),
    ask('result', 'csat', 'How happy are you with the result?', '¿Qué te parece el resultado?'),
    ask(
      'recommend',
      'nps',
      'How likely are you to send a friend to {name}?',
      '¿Con qué probabilidad mandarías a alguien de confianza a {name}?',
    ),
  ],
}

export const STARTERS: Record<Business, Starter> = { shop, place, software, services }
