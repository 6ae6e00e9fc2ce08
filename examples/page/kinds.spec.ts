import type { Page } from '@playwright/test'
import type { SiteDefinitionInput } from '@pulso/protocol'
import { createSite, expect, test } from '../product.ts'
import { expectAnswer, focusedName, openPage, theCard, thePoint } from './open-page.ts'

type PromptInput = SiteDefinitionInput['prompts'][number]

/** A site that asks one thing at once. */
const createAsking = (prompt: Partial<PromptInput>, more: Partial<SiteDefinitionInput> = {}) =>
  createSite({ prompts: [{ id: 'ask', kind: 'csat', touchpoints: ['checkout'], delayMs: 0, ...prompt } as PromptInput], ...more })

const COLOURS = { options: [{ key: 'price' }, { key: 'taste' }, { key: 'none', exclusive: true as const }] }
const NAMES = { wording: { es: { options: { price: 'El precio', taste: 'El sabor', none: 'Nada de esto' } } } }

const send = (page: Page) => page.getByRole('button', { name: 'Enviar' }).click()

for (const [kind, point, score] of [
  ['nps', '9 de 10', 9],
  ['csat', '4 de 5', 4],
  ['ces', '7 de 7', 7],
  ['emoji', '2 de 5', 2],
  ['thumbs', 'Pulgar abajo', 0],
  ['stars', '4 estrellas', 4],
] as const) {
  test(`${kind}: one tap, a follow-up, thanks`, async ({ page, servePage }) => {
    const site = await createAsking({ kind })
    await openPage(page, servePage, { site, reaches: 'checkout', lang: 'es' })
    await thePoint(page, point).click()
    // Kept at once, before anything else is said.
    await expectAnswer(site, { kind, score, state: 'answered' })
    await expect(page.getByRole('img', { name: new RegExp(`^${point}`) })).toBeVisible()
    await page.getByRole('textbox').fill('Con sombra')
    await send(page)
    await expect(theCard(page)).toContainText('¡Gracias!')
    await expectAnswer(site, { kind, score, comment: 'Con sombra', state: 'completed' })
  })

  test(`${kind}: by keyboard alone`, async ({ page, servePage }) => {
    const site = await createAsking({ kind })
    await openPage(page, servePage, { site, reaches: 'checkout', lang: 'es' })
    await expect(theCard(page)).toBeVisible()
    await page.keyboard.press('F6')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox')).toBeFocused()
    await page.keyboard.press('Control+Enter')
    await expect(theCard(page)).toContainText('¡Gracias!')
    await expect(page.getByRole('status')).toHaveText('¡Gracias! Leemos todas las respuestas.')
  })
}

test('stars fill up to the one that is pointed at, and are seen without it', async ({ page, servePage }) => {
  const site = await createAsking({ kind: 'stars' })
  await openPage(page, servePage, { site, reaches: 'checkout', lang: 'es' })
  await page.getByRole('radio').nth(2).hover()
  const fills = await page
    .getByRole('radio')
    .evaluateAll((stars) => stars.map((star) => getComputedStyle(star.nextElementSibling?.firstElementChild ?? star).fill))
  expect(fills.map((fill) => fill !== 'none')).toEqual([true, true, true, false, false])
})

test('choice: one option leads on', async ({ page, servePage }) => {
  const site = await createAsking({ kind: 'choice', ...COLOURS, ...NAMES })
  await openPage(page, servePage, { site, reaches: 'checkout', lang: 'es' })
  await page.getByRole('radio', { name: 'El sabor' }).click()
  await page.getByRole('textbox').fill('Amargo')
  await send(page)
  await expectAnswer(site, { choices: ['taste'], comment: 'Amargo', state: 'completed' })
})

test('choice: several options, one that excludes the others, and one of their own', async ({ page, servePage }) => {
  const site = await createAsking({ kind: 'choice', ...COLOURS, ...NAMES, multiple: true, other: true })
  await openPage(page, servePage, { site, reaches: 'checkout', lang: 'es' })
  const option = (name: string) => page.getByRole('checkbox', { name })
  await expect(page.getByRole('group', { name: '¿Qué te trae hoy por aquí?' })).toHaveAccessibleDescription('Puedes elegir varias')
  await option('El precio').click()
  await option('Nada de esto').click()
  await expect(option('El precio')).not.toBeChecked()
  await option('El sabor').click()
  await expect(option('Nada de esto')).not.toBeChecked()
  await option('Otra cosa').click()
  await page.getByRole('textbox', { name: 'Otra cosa' }).fill('El ruido')
  await page.getByRole('button', { name: 'Siguiente' }).click()
  await send(page)
  await expectAnswer(site, { choices: ['taste', 'other'], other: 'El ruido', state: 'completed' })
})

test('choice: shuffled, with what is other and what excludes at the end', async ({ page, servePage }) => {
  const options = [...Array.from({ length: 6 }, (_, index) => ({ key: `o${index}` })), { key: 'none', exclusive: true as const }]
  const site = await createAsking({ kind: 'choice', options, other: true, shuffle: true })
  const orders = new Set<string>()
  for (let visit = 0; visit < 4; visit += 1) {
    await openPage(page, servePage, { site, reaches: 'checkout' })
    await expect(theCard(page)).toBeVisible()
    const names = await page.getByRole('radio').evaluateAll((radios) => radios.map((radio) => radio.closest('label')?.textContent ?? ''))
    expect(names.slice(-2)).toEqual(['Something else', 'none'])
    expect([...names.slice(0, 6)].sort()).toEqual(['o0', 'o1', 'o2', 'o3', 'o4', 'o5'])
    orders.add(names.join())
  }
  expect(orders.size).toBeGreaterThan(1)
})

test('text: a suggestion counts when it is sent', async ({ page, servePage }) => {
  const site = await createAsking({ kind: 'text' })
  await openPage(page, servePage, { site, reaches: 'checkout', lang: 'es' })
  const box = page.getByRole('textbox', { name: '¿Qué cambiarías de Corner Shop?' })
  await send(page)
  await expect(box).toBeVisible()
  await box.fill('Más sombra')
  await send(page)
  await expectAnswer(site, { kind: 'text', score: null, comment: 'Más sombra', state: 'completed' })
})

test('a second question, back and forth, and a link for who is happy', async ({ page, servePage }) => {
  const links = { high: 'https://reviews.example/shop', low: 'mailto:help@shop.example' }
  const site = await createAsking({
    kind: 'nps',
    links,
    wording: { es: { second: '¿Cómo te llamas?', links: { high: 'Escribe una reseña' } } },
  })
  await openPage(page, servePage, { site, reaches: 'checkout', lang: 'es' })
  await thePoint(page, '10 de 10').click()
  await page.getByRole('textbox').fill('Todo')
  await page.getByRole('button', { name: 'Siguiente' }).click()
  await page.getByRole('textbox', { name: '¿Cómo te llamas?' }).fill('Ana')
  await page.getByRole('button', { name: 'Cambiar' }).click()
  await expect(page.getByRole('textbox', { name: '¿Qué es lo que más te gusta?' })).toHaveValue('Todo')
  await page.getByRole('button', { name: 'Siguiente' }).click()
  await expect(page.getByRole('textbox')).toHaveValue('Ana')
  await send(page)
  const link = page.getByRole('link', { name: 'Escribe una reseña' })
  await expect(link).toHaveAttribute('href', links.high)
  await expect(link).toHaveAttribute('rel', 'noreferrer')
  await expectAnswer(site, { score: 10, comment: 'Todo', second: 'Ana', state: 'completed' })
})

test('a finger that was on its way to something else chooses nothing', async ({ browser, servePage }) => {
  const site = await createAsking({ kind: 'csat' })
  const context = await browser.newContext({ hasTouch: true })
  const page = await context.newPage()
  await page.clock.install()
  await openPage(page, servePage, { site, reaches: 'checkout' })
  await expect(theCard(page)).toBeVisible()
  await page.clock.pauseAt(Date.now() + 3_600_000)
  await page.evaluate(() => {
    const { pulso } = window as unknown as { pulso: { ask(what: string, where: object): void } }
    const card = document.querySelector('pulso-card')?.shadowRoot?.querySelector<HTMLElement>('.close')
    card?.click()
    pulso.ask('csat', { touchpoint: 'checkout' })
  })
  await page.clock.runFor(50)
  await expect(theCard(page)).toBeVisible()
  await thePoint(page, '1 out of 5').tap()
  await expect(page.getByRole('radio')).toHaveCount(5)
  await page.clock.runFor(1000)
  await thePoint(page, '4 out of 5').tap()
  await expect(page.getByRole('textbox')).toBeVisible()
})

test('the second half of a double click means nothing at the next step', async ({ page, servePage }) => {
  const site = await createAsking({ kind: 'choice', ...COLOURS, ...NAMES })
  await openPage(page, servePage, { site, reaches: 'checkout', lang: 'es' })
  // Where the next step has the button that sends.
  await page.getByRole('radio', { name: 'Nada de esto' }).dblclick({ position: { x: 300, y: 30 } })
  await expect(page.getByRole('textbox', { name: '¿Quieres añadir algo?' })).toBeVisible()
  await expectAnswer(site, { choices: ['none'], state: 'answered' })
  await page.mouse.click(0, 0)
  await expect(page.getByRole('textbox')).toBeVisible()
})

test('choice: the box for one of their own appears without taking the focus', async ({ page, servePage }) => {
  const site = await createAsking({ kind: 'choice', ...COLOURS, ...NAMES, multiple: true, other: true })
  await openPage(page, servePage, { site, reaches: 'checkout', lang: 'es' })
  const send = page.getByRole('button', { name: 'Siguiente' })
  await expect(send).toBeDisabled()
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await page.keyboard.press('F6')
  await page.getByRole('checkbox', { name: 'Otra cosa' }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('textbox', { name: 'Otra cosa' })).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Otra cosa' })).toBeFocused()
  await expect(send).toBeEnabled()
  await page.keyboard.press('Space')
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await expect(send).toBeDisabled()
})

for (const [locale, close, rtl, point] of [
  ['en', 'Close', 'ltr', '5 out of 5, Very good'],
  ['es', 'Cerrar', 'ltr', '5 de 5, Muy buena'],
  ['es-MX', 'Cerrar', 'ltr', '5 de 5, Muy buena'],
  ['pt-BR', 'Fechar', 'ltr', '5 de 5, Muito boa'],
  ['fr', 'Fermer', 'ltr', '5 sur 5, Très bien'],
  ['de', 'Schließen', 'ltr', '5 von 5, Sehr gut'],
  ['it', 'Chiudi', 'ltr', '5 su 5, Ottima'],
  ['nl', 'Sluiten', 'ltr', '5 van 5, Heel goed'],
  ['ca', 'Tanca', 'ltr', '5 de 5, Molt bona'],
  ['ja', '閉じる', 'ltr', '5段階中5, とても良い'],
  ['zh-Hans', '关闭', 'ltr', '5 分（满分 5 分）, 非常好'],
  ['ar', 'إغلاق', 'rtl', null],
] as const) {
  test(`speaks ${locale}, names included`, async ({ page, servePage }) => {
    const locales = ['en', 'es', 'es-419', 'pt-BR', 'fr', 'de', 'it', 'nl', 'ca', 'ja', 'zh-Hans', 'ar']
    const site = await createAsking({ kind: 'csat' }, { locales })
    const fetched: string[] = []
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
    await openPage(page, servePage, { site, reaches: 'checkout', lang: locale })
    await expect(page.getByRole('button', { name: close, exact: true })).toBeVisible()
    if (point) await expect(page.getByRole('radio', { name: point, exact: true })).toBeAttached()
    await expect(page.locator('pulso-card')).toHaveAttribute('dir', rtl)
    // One language at a time.
    expect(fetched.filter((path) => path.startsWith(`/w/${site.siteKey}/`))).toHaveLength(1)
    await page.keyboard.press('F6')
    expect(await focusedName(page)).toBeTruthy()
  })
}

test('never hides for a language that nobody has written', async ({ page, servePage }) => {
  const site = await createAsking({ kind: 'csat' }, { defaultLocale: 'es' })
  await openPage(page, servePage, { site, reaches: 'checkout', lang: 'fi' })
  await expect(theCard(page)).toBeVisible()
})
