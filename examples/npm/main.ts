import { createPulso } from '@pulso/widget'

const pulso = createPulso({
  siteKey: import.meta.env.VITE_PULSO_SITE_KEY ?? 'pk_demo_cafe',
  host: import.meta.env.VITE_PULSO_HOST ?? 'http://127.0.0.1:8787',
})

const booking = document.querySelector<HTMLFormElement>('#booking')
const booked = document.querySelector<HTMLElement>('#booked')

// A touchpoint: something that the customer has just been through.
booking?.addEventListener('submit', (event) => {
  event.preventDefault()
  if (booked) booked.textContent = `See you on ${String(new FormData(booking).get('day'))}.`
  pulso.touchpoint('checkout')
})

// A feedback button: asks whenever it is pressed.
document.querySelector('#feedback')?.addEventListener('click', () => pulso.ask('nps', { touchpoint: 'recommend' }))
