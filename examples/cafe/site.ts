import { DEFAULT_STAGES, type SiteDefinitionInput } from '@pulso/protocol'
import { PROMPTS_OF_OTHERS } from './prompts-of-others.ts'
import { CASUAL, CLUB } from './seed/club.ts'

/** Where the demo site lives in the store: its id, and the public key in the café's script tag. */
export const CAFE_SITE_ID = 'cafe'
export const CAFE_SITE_KEY = 'pk_demo_cafe'
export const CAFE_TIME_ZONE = 'Europe/Madrid'

/** Who comes back is asked again each month, once: with the ninety days that a prompt has by itself nobody could change their mind within a season. */
const MONTHLY = { afterAnswered: 28 }

/**
 * The café as a Pulso site: its journey and what is asked where.
 *
 * @param cafeOrigin the origin that the shop is served from, for example
 * `http://127.0.0.1:8080`. It is named so that the answers count although the
 * shop is local.
 */
export function toCafeSite(cafeOrigin: string): SiteDefinitionInput {
  return {
    name: 'Café Azotea',
    siteKey: CAFE_SITE_KEY,
    timeZone: CAFE_TIME_ZONE,
    defaultLocale: 'es',
    origins: [cafeOrigin],
    segments: [CLUB, CASUAL],
    stages: [...DEFAULT_STAGES],
    touchpoints: [
      { key: 'menu', stage: 'awareness', name: { en: 'Menu', es: 'Carta' } },
      { key: 'choose', stage: 'consideration', name: { en: 'Choosing a coffee', es: 'Elegir el café' } },
      { key: 'checkout', stage: 'purchase', name: { en: 'Payment', es: 'Pago' }, momentOfTruth: true, targetScore: 80 },
      {
        key: 'pickup',
        stage: 'purchase',
        name: { en: 'Counter pickup', es: 'Recogida en el mostrador' },
        channel: 'personal',
        targetScore: 75,
      },
      {
        key: 'courier',
        stage: 'purchase',
        name: { en: 'Collecting for delivery', es: 'Recogida para reparto' },
        channel: 'personal',
        audience: 'partner',
      },
      {
        key: 'coffee',
        stage: 'use',
        name: { en: 'The coffee itself', es: 'El café en la mano' },
        channel: 'physical',
        momentOfTruth: true,
        targetScore: 85,
      },
      { key: 'terrace', stage: 'use', name: { en: 'Rooftop tables', es: 'Mesas de la azotea' }, channel: 'physical' },
      {
        key: 'beans',
        stage: 'use',
        name: { en: 'Bringing the beans', es: 'Entrega del café en grano' },
        channel: 'personal',
        audience: 'supplier',
      },
      { key: 'help', stage: 'support', name: { en: 'Help', es: 'Ayuda' }, targetScore: 70 },
      { key: 'desk', stage: 'support', name: { en: 'Answering customers', es: 'Atender las consultas' }, audience: 'employee' },
      { key: 'recommend', stage: 'advocacy', name: { en: 'Inviting a friend', es: 'Invitar a alguien' }, targetScore: 50 },
      {
        key: 'shift',
        stage: 'advocacy',
        name: { en: 'End of the shift', es: 'Fin de turno' },
        channel: 'personal',
        audience: 'employee',
      },
    ],
    prompts: [
      {
        id: 'menu',
        kind: 'emoji',
        touchpoints: ['menu'],
        frequency: MONTHLY,
        // A look at the menu is worth asking about only after somebody has looked.
        delayMs: 12_000,
        wording: {
          en: {
            question: 'What do you make of our menu?',
            low: 'Not for me',
            high: 'I love it',
            followUp: { low: 'What were you looking for?', mid: 'What is missing from it?', high: 'What caught your eye?' },
            thanks: 'Thank you! The menu changes with answers like yours.',
          },
          es: {
            question: '¿Qué te parece nuestra carta?',
            low: 'No me dice nada',
            high: 'Me encanta',
            followUp: { low: '¿Qué venías buscando?', mid: '¿Qué echas en falta?', high: '¿Qué te ha llamado la atención?' },
            thanks: '¡Gracias! La carta cambia con respuestas como la tuya.',
          },
        },
      },
      {
        id: 'choose',
        kind: 'csat',
        touchpoints: ['choose'],
        frequency: MONTHLY,
        delayMs: 900,
        wording: {
          en: {
            question: 'How was choosing your coffee?',
            low: 'Confusing',
            high: 'A breeze',
            followUp: { low: 'Where did you get lost?', mid: 'What would have made it easier?', high: 'What helped you decide?' },
            thanks: 'Thank you! That helps the next person choose.',
          },
          es: {
            question: '¿Qué tal ha sido elegir tu café?',
            low: 'Un lío',
            high: 'Facilísimo',
            followUp: { low: '¿Dónde te has perdido?', mid: '¿Qué lo habría hecho más fácil?', high: '¿Qué te ha ayudado a decidir?' },
            thanks: '¡Gracias! Así será más fácil para quien venga después.',
          },
        },
      },
      {
        id: 'checkout',
        kind: 'csat',
        touchpoints: ['checkout'],
        frequency: MONTHLY,
        delayMs: 900,
        wording: {
          en: {
            question: 'How did the payment go?',
            low: 'Very badly',
            high: 'Very well',
            followUp: { low: 'What went wrong?', mid: 'What slowed you down?', high: 'What worked well for you?' },
            thanks: 'Thank you! Enjoy your coffee.',
          },
          es: {
            question: '¿Qué tal ha ido el pago?',
            low: 'Muy mal',
            high: 'Muy bien',
            followUp: { low: '¿Qué ha fallado?', mid: '¿Qué te ha hecho perder tiempo?', high: '¿Qué te ha funcionado bien?' },
            thanks: '¡Gracias! Que disfrutes del café.',
          },
        },
      },
      {
        id: 'pickup',
        kind: 'emoji',
        scaleMax: 3,
        touchpoints: ['pickup'],
        frequency: MONTHLY,
        delayMs: 900,
        wording: {
          en: {
            question: 'How were you looked after at the counter?',
            low: 'Not well',
            high: 'Really well',
            followUp: { low: 'What happened?', mid: 'What would have been nicer?', high: 'Anybody we should thank?' },
            thanks: 'Thank you! We will pass it on behind the bar.',
          },
          es: {
            question: '¿Qué tal te han atendido en el mostrador?',
            low: 'Mal',
            high: 'De maravilla',
            followUp: { low: '¿Qué ha pasado?', mid: '¿Qué te habría gustado más?', high: '¿Qué es lo mejor de la atención?' },
            thanks: '¡Gracias! Se lo contamos al equipo de barra.',
          },
        },
      },
      {
        id: 'coffee',
        kind: 'emoji',
        touchpoints: ['coffee'],
        frequency: MONTHLY,
        delayMs: 600,
        wording: {
          en: {
            question: 'How is your coffee?',
            low: 'Undrinkable',
            high: 'Just right',
            followUp: { low: 'What is wrong with it?', mid: 'What would make it better?', high: 'What do you like about it?' },
            thanks: 'Thank you! Straight to whoever pulled it.',
          },
          es: {
            question: '¿Qué tal está tu café?',
            low: 'Imbebible',
            high: 'En su punto',
            followUp: { low: '¿Qué le pasa?', mid: '¿Qué lo haría mejor?', high: '¿Qué es lo que más te gusta?' },
            thanks: '¡Gracias! Se lo decimos a quien lo ha preparado.',
          },
        },
      },
      {
        id: 'terrace',
        kind: 'csat',
        touchpoints: ['terrace'],
        frequency: MONTHLY,
        delayMs: 600,
        wording: {
          en: {
            question: 'How is it up here on the rooftop?',
            low: 'Very bad',
            high: 'Very good',
            followUp: { low: 'What is bothering you?', mid: 'What would you change?', high: 'What do you like most up here?' },
            thanks: 'Thank you! Stay as long as you like.',
          },
          es: {
            question: '¿Qué tal se está aquí, en la azotea?',
            low: 'Muy mal',
            high: 'Muy bien',
            followUp: { low: '¿Qué te molesta?', mid: '¿Qué cambiarías?', high: '¿Qué es lo que más te gusta de aquí arriba?' },
            thanks: '¡Gracias! Quédate el tiempo que quieras.',
          },
        },
      },
      {
        id: 'help',
        kind: 'csat',
        touchpoints: ['help'],
        frequency: MONTHLY,
        delayMs: 900,
        wording: {
          en: {
            question: 'Did we sort it out for you?',
            low: 'Not at all',
            high: 'Completely',
            followUp: { low: 'What is still not solved?', mid: 'What was missing?', high: 'What helped most?' },
            thanks: 'Thank you! If something is still open, write to us.',
          },
          es: {
            question: '¿Te hemos resuelto lo que necesitabas?',
            low: 'En absoluto',
            high: 'Del todo',
            followUp: { low: '¿Qué queda por resolver?', mid: '¿Qué te ha faltado?', high: '¿Qué es lo que más te ha ayudado?' },
            thanks: '¡Gracias! Si queda algo pendiente, escríbenos.',
          },
        },
      },
      {
        id: 'recommend',
        kind: 'nps',
        touchpoints: ['recommend'],
        frequency: MONTHLY,
        delayMs: 900,
        wording: {
          en: {
            question: 'How likely are you to recommend {name} to a friend?',
            followUp: { low: 'What should we do better?', mid: 'What would make it a 10?', high: 'What would you tell them about us?' },
            thanks: 'Thank you! See you on the rooftop.',
          },
          es: {
            question: '¿Con qué probabilidad recomendarías {name} a alguien de tu entorno?',
            followUp: {
              low: '¿Qué deberíamos hacer mejor?',
              mid: '¿Qué haría que fuera un 10?',
              high: '¿Qué le contarías de nuestro café?',
            },
            thanks: '¡Gracias! Nos vemos en la azotea.',
          },
        },
      },
      ...PROMPTS_OF_OTHERS,
    ],
  }
}
