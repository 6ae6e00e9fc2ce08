import type { Locator, Page } from '@playwright/test'
import type { Report, Site, TouchpointReport } from '@pulso/protocol'
import { expect, readReport, signIn, storedResponses } from '../product.ts'
import { PULSO_URL } from '../product-address.ts'
import { test } from './cafe-of-its-own.ts'

/** Presses Tab until the focus is where somebody without a mouse wants it. */
async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element.getRootNode() instanceof Document && element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${target}`)
}

async function tabToAndPress(page: Page, target: Locator, key: string) {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

function toTouchpoint(report: Report, key: string): TouchpointReport {
  const found = report.stages.flatMap(({ touchpoints }) => touchpoints).find((touchpoint) => touchpoint.key === key)
  if (!found) throw new Error(`The report has no touchpoint ${key}`)
  return found
}

async function openDashboard(page: Page, site: Site) {
  await signIn(page)
  await page.goto(`${PULSO_URL}/sites/${site.id}?days=30`)
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
}

test('buys a coffee in Spanish and answers by keyboard only, while the dashboard beside it moves within two seconds', async ({
  browser,
  cafe,
}) => {
  const beside = await browser.newPage({ locale: 'en-GB' })
  await openDashboard(beside, cafe.site)
  const payment = beside.locator('[data-touchpoint=checkout]')
  const [before] = toTouchpoint(await readReport(cafe.site), 'checkout').scores
  const answersBefore = before?.n ?? 0
  await expect(payment).toContainText(`${answersBefore} answers`)

  const page = await browser.newPage({ locale: 'es-ES' })
  await page.goto(cafe.url)
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  await tabToAndPress(page, page.getByRole('link', { name: /^Azotea El de la casa/ }), 'Enter')

  await tabTo(page, page.getByRole('radio', { name: 'Mediano 180 ml' }))
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Grande 240 ml' })).toBeChecked()
  await tabTo(page, page.getByRole('radio', { name: 'Entera' }))
  await page.keyboard.press('ArrowRight')
  await tabToAndPress(page, page.getByRole('button', { name: /Añadir al pedido/ }), 'Enter')
  await expect(page.getByRole('radiogroup', { name: '¿Qué tal ha sido elegir tu café?' })).toBeVisible()
  await page.keyboard.press('F6')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /Añadir al pedido/ })).toBeFocused()
  await tabToAndPress(page, page.getByRole('link', { name: 'Ir a pagar' }), 'Enter')

  await expect(page.getByText('Grande, leche avena')).toBeVisible()
  await tabToAndPress(page, page.getByRole('button', { name: 'Usar una tarjeta de muestra' }), 'Enter')
  await tabToAndPress(page, page.getByRole('button', { name: /^Pagar/ }), 'Enter')

  await expect(page.getByRole('heading', { name: /Tu número es el \d\d/ })).toBeVisible()
  const question = page.getByRole('radiogroup', { name: '¿Qué tal ha ido el pago?' })
  await expect(question).toBeVisible()
  await page.keyboard.press('F6')
  await expect(question.getByRole('radio', { name: '1 de 5, Muy mal' })).toBeFocused()
  await page.keyboard.press('4')
  await expect(payment).toContainText(`${answersBefore + 1} answers`, { timeout: 2000 })

  const comment = page.getByRole('textbox', { name: '¿Qué te ha funcionado bien?' })
  await expect(comment).toBeFocused()
  await page.keyboard.type('Sin registrarme y en un minuto')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Enviar' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByText('¡Gracias! Que disfrutes del café.')).toBeVisible()
  await expect(beside.getByText('Sin registrarme y en un minuto').first()).toBeVisible({ timeout: 2000 })

  await page.keyboard.press('Escape')
  await tabToAndPress(page, page.getByRole('button', { name: 'Ya lo tengo' }), 'Enter')
  await expect(page.getByRole('radiogroup', { name: '¿Qué tal te han atendido en el mostrador?' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Abrir lo que abre el código' })).toBeVisible()
})

test('walks the whole journey in English, and every answer counts at its own touchpoint', async ({ browser, cafe }) => {
  const page = await browser.newPage({ locale: 'en-GB' })
  const before = await readReport(cafe.site)
  /** Answers the prompt that asks this, and lets it go. */
  const answer = async (question: string, point: string) => {
    const scale = page.getByRole('radiogroup', { name: question })
    await scale
      .locator('label')
      .filter({ has: page.getByRole('radio', { name: point }) })
      .click()
    await page.getByRole('button', { name: 'Close' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await page.goto(cafe.url)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page).toHaveTitle('Café Azotea')
  await page.getByRole('link', { name: /^Cortado/ }).click()
  await page.getByRole('radio', { name: 'Small 120 ml' }).check({ force: true })
  await page.getByRole('button', { name: /Add to order · €1\.90/ }).click()
  await answer('How was choosing your coffee?', '5 out of 5, A breeze')
  await page.getByRole('link', { name: 'Go to payment' }).click()
  await page.getByRole('button', { name: /^Pay/ }).click()
  await expect(page.getByLabel('Name for the cup')).toHaveAccessibleDescription('Tell us which name goes on the cup.')
  await expect(page.getByLabel('Name for the cup')).toBeFocused()
  await page.getByRole('button', { name: 'Use a sample card' }).click()
  await page.getByRole('button', { name: /^Pay €1\.90/ }).click()
  await answer('How did the payment go?', '3 out of 5')
  await page.getByRole('button', { name: 'I’ve got it' }).click()
  await answer('How were you looked after at the counter?', '3 out of 3, Really well')
  await page.getByRole('link', { name: 'Open what the code opens' }).click()
  await answer('How is your coffee?', '5 out of 5, Just right')
  await page.getByRole('link', { name: 'Something is not right' }).click()
  await page.getByLabel('Tell us').fill('The lid leaks')
  await page.getByRole('button', { name: 'Send' }).click()
  await answer('Did we sort it out for you?', '2 out of 5')
  await page.getByRole('link', { name: 'Invite', exact: true }).click()
  await answer('How likely are you to recommend Café Azotea to a friend?', '9 out of 10')

  const walked = ['choose', 'checkout', 'pickup', 'coffee', 'help', 'recommend']
  const toAnswers = (report: Report) => walked.map((key) => toTouchpoint(report, key).answered)
  const expected = toAnswers(before).map((answered) => answered + 1)
  await expect.poll(async () => toAnswers(await readReport(cafe.site))).toEqual(expected)
})

test('changes the language in the middle of a visit, for the shop and for what it is asked', async ({ browser, cafe }) => {
  const page = await browser.newPage({ locale: 'es-ES' })
  await page.goto(`${cafe.url}/invite`)
  await expect(page.getByRole('heading', { level: 1, name: 'Un café a medias' })).toBeVisible()
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Half a coffee each' })).toBeVisible()
  await expect(page).toHaveTitle('Invite somebody · Café Azotea')
  await page.getByRole('link', { name: 'Help', exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByRole('group').filter({ hasText: 'You charged me twice' }).getByText('You charged me twice').click()
  await expect(page.getByRole('radiogroup', { name: 'Did we sort it out for you?' })).toBeVisible()
})

test('is a first-time visitor again after asking to be, and is asked again', async ({ browser, cafe }) => {
  const page = await browser.newPage({ locale: 'en-GB' })
  const question = page.getByRole('radiogroup', { name: 'How is your coffee?' })
  await page.goto(`${cafe.url}/cup`)
  await expect(question).toBeVisible()
  await page.keyboard.press('F6')
  await page.keyboard.press('5')
  await expect(page.getByRole('textbox', { name: 'What do you like about it?' })).toBeVisible()
  await page.getByRole('button', { name: 'Visit for the first time again' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Coffee with your feet up' })).toBeVisible()
  await page.goto(`${cafe.url}/cup`)
  await expect(question).toBeVisible()
})

test('answers by touch on a phone 320 pixels wide', async ({ browser, cafe }) => {
  const context = await browser.newContext({ locale: 'es-ES', viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true })
  const page = await context.newPage()
  await page.goto(`${cafe.url}/invite`)
  await page.getByRole('radiogroup').getByRole('radio', { name: '10 de 10, Extremadamente probable' }).tap()
  await page.getByRole('textbox', { name: '¿Qué le contarías de nuestro café?' }).fill('Que suba al tejado')
  await page.getByRole('button', { name: 'Enviar' }).tap()
  await expect(page.getByRole('dialog').getByText('¡Gracias!')).toBeVisible()
  await expect(page.getByRole('dialog')).toBeInViewport({ ratio: 1 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await expect
    .poll(async () => (await storedResponses(cafe.site)).find(({ source, state }) => source === 'visitor' && state === 'completed'))
    .toMatchObject({ touchpoint: 'recommend', score: 10, comment: 'Que suba al tejado', locale: 'es' })
})
