import type { Locator, Page } from '@playwright/test'
import { PATHS, type Site, type SiteDefinitionInput } from '@pulso/protocol'
import { findViolations } from '../axe.ts'
import { changeSite, createSite, expect, readJourney, readSite, test } from '../product.ts'
import { openSite, sidewaysScroll } from './dashboard-page.ts'
import { giveAnswer } from './give-answer.ts'

const CAFE = { id: 'cafe' }

/** Three stages with four touchpoints; nothing is asked in the last stage. */
const SHOP: Partial<SiteDefinitionInput> = {
  stages: [
    { key: 'look', name: { en: 'Look', es: 'Mirar' }, phase: 'before' },
    { key: 'buy', name: { en: 'Buy', es: 'Comprar' }, phase: 'during' },
    { key: 'use', name: { en: 'Use', es: 'Usar' }, phase: 'after' },
  ],
  touchpoints: [
    { key: 'menu', stage: 'look', name: { en: 'Menu', es: 'Carta' } },
    { key: 'checkout', stage: 'buy', name: { en: 'Checkout', es: 'Pago' }, targetScore: 80 },
    { key: 'pickup', stage: 'buy', name: { en: 'Pickup', es: 'Recogida' }, channel: 'personal' },
    { key: 'kitchen', stage: 'use', name: { en: 'Kitchen', es: 'Cocina' }, audience: 'employee' },
  ],
  prompts: [
    { id: 'checkout', kind: 'csat', touchpoints: ['checkout'], delayMs: 0 },
    { id: 'mood', kind: 'emoji', touchpoints: ['menu', 'pickup'], delayMs: 0 },
  ],
}

/** A shop of its own, whose checkout has been answered. */
async function createShop(scores: readonly number[] = [5, 4, 2]): Promise<Site> {
  const site = await createSite(SHOP)
  for (const score of scores) await giveAnswer(site, { score })
  return site
}

const cardOf = (page: Page, key: string) => page.locator(`[data-touchpoint=${key}]`)
const keysIn = (stage: Locator) =>
  stage.locator('[data-touchpoint]').evaluateAll((cards) => cards.map((card) => card.dataset['touchpoint']))
const stageOf = (page: Page, key: string) => page.locator(`[data-stage=${key}]`)
const arrangement = async (site: Pick<Site, 'id'>) =>
  (await readSite(site.id)).touchpoints.map(({ key, stage }) => `${stage}/${key}`).join(' ')

async function openEditor(page: Page, site: Pick<Site, 'id'>): Promise<void> {
  await openSite(page, site, 'days=30&edit=map')
  await expect(page.getByRole('heading', { level: 1, name: 'Edit the journey' })).toBeVisible()
}

test('answers on one screen what to fix first and how sure that is, beside how people feel along the way', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await openSite(page, CAFE)
  const first = page.getByRole('region', { name: 'What to fix first' }).getByRole('listitem').first()
  await expect(first).toContainText(/Payment.*beyond doubt.*>99% sure/)
  for (const part of [first, page.getByText('Of every 100 people'), page.locator('.emotion-point').first()])
    await expect(part).toBeInViewport()
  await page.getByText('The curve in numbers').click()
  const emotions = (await readJourney(CAFE, 'days=30')).stages.map(({ emotion }) => Math.round((emotion.value ?? 0) * 100))
  const told = await page.getByRole('row').locator('td:nth-of-type(1)').allTextContents()
  expect(told.map((text) => Number(text.replace('−', '-')))).toEqual(emotions)
  await first.getByRole('link', { name: 'Payment' }).click()
  await expect(page).toHaveURL(/\/sites\/cafe\/touchpoints\/checkout\?days=30$/)
})

test('hatches what nobody can see, pulses where somebody answers, and draws the curve as far as there are answers', async ({ page }) => {
  const site = await createShop()
  await openSite(page, site)
  await expect(page.locator('.stage[data-blind=true]')).toHaveCount(3)
  await expect(page.getByText('Blind spot: nobody is asked').first()).toBeVisible()
  await expect(page.getByText('Blind spot: 3 answers, 30 needed')).toBeVisible()
  for (let answer = 0; answer < 27; answer += 1) await giveAnswer(site, { score: 5 })
  await expect(page.locator('.stage[data-blind=true]')).toHaveCount(2)
  await expect(cardOf(page, 'checkout').locator('.card-beat')).toBeAttached()
  await expect(page.getByText(/^Emotion \+93, between/)).toBeAttached()
})

test('shows one audience or channel, and keeps that in the address; a key chooses the range', async ({ page }) => {
  const site = await createShop()
  await openSite(page, site)
  await page.getByLabel('Audience').selectOption('Employees')
  await expect(page).toHaveURL(/audience=employee/)
  await expect(page.locator('[data-touchpoint]')).toHaveCount(1)
  await page.reload()
  await expect(cardOf(page, 'kitchen')).toBeVisible()
  await page.getByLabel('Audience').selectOption('All')
  await page.getByLabel('Channel').selectOption('In person')
  await expect(cardOf(page, 'pickup')).toBeVisible()
  await expect(page.locator('[data-touchpoint]')).toHaveCount(1)
  await page.locator('h1').click()
  await page.keyboard.press('y')
  await expect(page).toHaveURL(/days=365/)
  await expect(page).toHaveURL(/channel=personal/)
})

test('is arranged by mouse, says what it did, and takes it back', async ({ page }) => {
  const site = await createShop()
  await openEditor(page, site)
  const from = await page.getByRole('button', { name: 'Drag Checkout' }).boundingBox()
  const to = await cardOf(page, 'kitchen').boundingBox()
  if (!from || !to) throw new Error('nothing to drag')
  await page.mouse.move(from.x + 8, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(from.x + 40, from.y + 20, { steps: 3 })
  await page.mouse.move(to.x + to.width / 2, to.y + 6, { steps: 8 })
  await expect(stageOf(page, 'use').locator('.arrange-gap')).toBeVisible()
  await page.mouse.up()
  await expect(page.getByText('Checkout moved to Use.')).toBeVisible()
  await expect.poll(() => keysIn(stageOf(page, 'use'))).toEqual(['checkout', 'kitchen'])
  expect(await arrangement(site)).toBe('look/menu buy/pickup use/checkout use/kitchen')
  await expect(cardOf(page, 'checkout')).toContainText('67%')

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Undone.')).toBeVisible()
  await expect.poll(() => keysIn(stageOf(page, 'buy'))).toEqual(['checkout', 'pickup'])
  expect(await arrangement(site)).toBe('look/menu buy/checkout buy/pickup use/kitchen')
})

test('is arranged by a finger on the handle', async ({ browser }) => {
  const site = await createShop()
  const page = await (await browser.newContext({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true })).newPage()
  await openEditor(page, site)
  const finger = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] })
  const from = await page.getByRole('button', { name: 'Drag Menu' }).boundingBox()
  const to = await cardOf(page, 'checkout').boundingBox()
  if (!from || !to) throw new Error('nothing to drag')
  const x = from.x + 10
  await touch('touchStart', x, from.y + 10)
  for (const part of [0.1, 0.4, 0.7, 1]) await touch('touchMove', x, from.y + 10 + (to.y - from.y) * part)
  await expect(stageOf(page, 'buy').locator('.arrange-gap')).toBeVisible()
  await touch('touchEnd')
  await expect(page.getByText('Menu moved to Buy.')).toBeVisible()
  await expect.poll(() => keysIn(stageOf(page, 'buy'))).toEqual(['menu', 'checkout', 'pickup'])
})

test('is arranged by keyboard, and tells whoever listens', async ({ page }) => {
  const site = await createShop()
  await openEditor(page, site)
  const heard = page.locator('[aria-live=assertive]')
  const handle = page.getByRole('button', { name: 'Drag Pickup' })
  await handle.focus()
  await page.keyboard.press('Space')
  await expect(heard).toHaveText('Pickup lifted. Buy, place 2 of 2.')
  await page.keyboard.press('ArrowLeft')
  await expect(heard).toHaveText('Look, place 2 of 2.')
  await page.keyboard.press('ArrowLeft')
  await expect(heard).toHaveText('It goes no further in this direction.')
  await page.keyboard.press('Escape')
  await expect(heard).toHaveText('Pickup is back where it was.')
  expect(await arrangement(site)).toBe('look/menu buy/checkout buy/pickup use/kitchen')

  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Space')
  await expect(heard).toHaveText('Pickup put down in Look, place 1.')
  await expect(page.getByText('Pickup moved to Look.')).toBeVisible()
  await expect(handle).toBeFocused()
  expect(await arrangement(site)).toBe('look/pickup look/menu buy/checkout use/kitchen')

  // Without dragging, too.
  await page.getByRole('button', { name: 'Move Pickup' }).press('Enter')
  await page.getByRole('dialog').getByLabel('Stage').selectOption('Buy')
  await page.getByRole('dialog').getByLabel('Place').selectOption('After Checkout')
  await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click()
  await expect(page.getByText('Pickup moved to Buy.')).toBeVisible()
  expect(await arrangement(site)).toBe('look/menu buy/checkout buy/pickup use/kitchen')
})

test('grows by a stage and a touchpoint, and a renamed one keeps its score and its questions', async ({ page }) => {
  const site = await createShop()
  await openEditor(page, site)
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Add a stage' }).click()
  await dialog.getByRole('button', { name: 'Add' }).click()
  await expect(dialog.getByText('Give it a name in at least one language.')).toBeVisible()
  await dialog.getByLabel('Name in English').fill('After-sales care')
  await expect(dialog.getByLabel('Key')).toHaveValue('after-sales-care')
  await dialog.getByLabel('Phase').selectOption('After')
  await dialog.getByRole('button', { name: 'Add' }).click()
  await expect(page.getByText('After-sales care added.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'After-sales care' })).toBeInViewport({ ratio: 1 })

  await page.getByRole('button', { name: 'Add a touchpoint to After-sales care' }).click()
  await dialog.getByLabel('Name in English').fill('Repairs')
  await dialog.getByLabel('Name in Spanish').fill('Reparaciones')
  await dialog.getByLabel('Channel').selectOption('In person')
  await dialog.getByLabel('Moment of truth').check()
  await dialog.getByLabel('Target score').fill('900')
  await dialog.getByRole('button', { name: 'Add' }).click()
  await expect(dialog.getByText('Use a number from −100 to 100')).toBeVisible()
  await dialog.getByLabel('Target score').fill('75')
  await dialog.getByRole('button', { name: 'Add' }).click()
  await expect(page.getByText('Repairs added.')).toBeVisible()

  await page.getByRole('button', { name: 'Edit Checkout' }).click()
  await dialog.getByLabel('Name in English').fill('Payment')
  await dialog.getByLabel('Key').fill('payment')
  await expect(dialog.getByText('What was answered as checkout stays here')).toBeVisible()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Payment saved.')).toBeVisible()
  // The card is another one now, and whoever works by keyboard goes on from it.
  await expect(page.getByRole('button', { name: 'Edit Payment' })).toBeFocused()
  await expect(cardOf(page, 'payment')).toContainText('67%')

  const saved = await readSite(site.id)
  expect(saved.touchpoints).toContainEqual(
    expect.objectContaining({ key: 'repairs', stage: 'after-sales-care', channel: 'personal', momentOfTruth: true, targetScore: 75 }),
  )
  expect(saved.touchpoints).toContainEqual(expect.objectContaining({ key: 'payment', formerly: ['checkout'], targetScore: 80 }))
  expect(saved.prompts.find(({ id }) => id === 'checkout')?.touchpoints).toEqual(['payment'])
  await page.getByRole('button', { name: 'Done' }).click()
  await giveAnswer(site, { score: 5 })
  await expect(cardOf(page, 'payment')).toContainText('4 answers')
  await expect(cardOf(page, 'payment')).toContainText('75%')
})

test('merges, splits and deletes, and undoes each of them', async ({ page }) => {
  const site = await createShop()
  await openEditor(page, site)
  const dialog = page.getByRole('dialog')
  const before = await arrangement(site)
  const undo = async () => {
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await expect.poll(() => arrangement(site)).toBe(before)
    await page.getByRole('button', { name: 'Close' }).first().click()
  }
  await page.getByRole('button', { name: 'Edit Checkout' }).click()
  await dialog.getByRole('button', { name: 'Merge…' }).click()
  await dialog.getByLabel('Merge into').selectOption('Pickup')
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(page.getByText('Checkout is part of Pickup now.')).toBeVisible()
  await expect(cardOf(page, 'pickup')).toContainText('67%')
  await undo()

  await page.getByRole('button', { name: 'Edit Menu' }).click()
  await dialog.getByRole('button', { name: 'Split…' }).click()
  await dialog.getByLabel('Mood mood').check()
  await dialog.getByLabel('Name in English').fill('Daily specials')
  await dialog.getByRole('button', { name: 'Split', exact: true }).click()
  await expect(page.getByText('Daily specials stands on its own now.')).toBeVisible()
  expect((await readSite(site.id)).prompts.find(({ id }) => id === 'mood')?.touchpoints).toEqual(['daily-specials', 'pickup'])
  await undo()

  await page.getByRole('button', { name: 'Edit Checkout' }).click()
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('Checkout deleted.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Not on the map yet' })).toBeVisible()
  await undo()
  expect((await readSite(site.id)).prompts.find(({ id }) => id === 'checkout')?.touchpoints).toEqual(['checkout'])
  await expect(page.getByRole('heading', { name: 'Not on the map yet' })).toBeHidden()

  await page.getByRole('button', { name: 'Edit Look' }).click()
  await expect(dialog.getByText('Its touchpoints move to Buy.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect.poll(() => arrangement(site)).toBe('buy/menu buy/checkout buy/pickup use/kitchen')
})

test('does not write over what somebody else has changed meanwhile, and says so', async ({ page }) => {
  const site = await createShop()
  await openEditor(page, site)
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Edit Checkout' }).click()
  await changeSite(site, (current) => ({
    ...current,
    touchpoints: current.touchpoints.map((one) => (one.key === 'checkout' ? { ...one, targetScore: 95 } : one)),
  }))
  await dialog.getByLabel('Name in English').fill('Payment')
  await dialog.getByRole('button', { name: 'Save' }).click()
  // In the dialog, since what is behind it is dimmed and silent.
  await expect(dialog.getByRole('alert')).toContainText('Somebody else has changed checkout while you were editing it.')
  const checkout = (await readSite(site.id)).touchpoints.find(({ key }) => key === 'checkout')
  expect([checkout?.targetScore, checkout?.name['en']]).toEqual([95, 'Checkout'])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Edit Checkout' }).click()
  await expect(dialog.getByLabel('Target score')).toHaveValue('95')
})

test('says in the dialog that Pulso does not answer, and saves once it does', async ({ page, context }) => {
  const site = await createShop()
  await openEditor(page, site)
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Edit Checkout' }).click()
  await dialog.getByLabel('Name in English').fill('Payment')
  await context.setOffline(true)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Not saved: Pulso does not answer')
  await expect(dialog.getByRole('alert')).toBeInViewport({ ratio: 1 })
  await context.setOffline(false)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Payment saved.')).toBeVisible()
  await expect(page.getByText('Not saved: Pulso does not answer')).toHaveCount(0)
})

test('shows in every open editor what anybody has arranged, and keeps the changes of both', async ({ page, context }) => {
  const site = await createShop()
  const other = await context.newPage()
  await openEditor(page, site)
  await other.goto(page.url())
  for (const [editor, name, stage] of [
    [page, 'Menu', 'Use'],
    [other, 'Pickup', 'Look'],
  ] as const) {
    await editor.getByRole('button', { name: `Move ${name}` }).click()
    await editor.getByRole('dialog').getByLabel('Stage').selectOption(stage)
  }
  // Both dialogs were opened before either was saved.
  for (const editor of [page, other]) {
    await editor.getByRole('dialog').getByRole('button', { name: 'Move' }).click()
    await expect(editor.getByRole('dialog')).toBeHidden()
  }
  for (const editor of [page, other]) {
    await expect.poll(() => keysIn(stageOf(editor, 'use'))).toEqual(['kitchen', 'menu'])
    await expect.poll(() => keysIn(stageOf(editor, 'look'))).toEqual(['pickup'])
  }
})

test('gives names from the tray a place, with all that was answered under them', async ({ page }) => {
  const site = await createShop()
  for (const touchpoint of ['terrace', 'till', 'terrace']) await giveAnswer(site, { touchpoint, score: 5 })
  await openSite(page, site)
  const dialog = page.getByRole('dialog')
  const names = page.getByRole('list', { name: 'The pages call them:' })
  await expect(names.getByRole('listitem')).toHaveCount(2)
  await expect(names.getByRole('listitem').first()).toContainText('2 answers of 2 shown')
  await page.getByRole('button', { name: 'Give it a place: terrace' }).click()
  await expect(dialog.getByLabel('Name in English')).toHaveValue('Terrace')
  await dialog.getByLabel('Stage').selectOption('Use')
  await dialog.getByRole('button', { name: 'Add' }).click()
  await expect(page.getByText('2 responses of terrace count at terrace now.')).toBeVisible()
  await expect(cardOf(page, 'terrace')).toContainText('2 answers')
  await expect(names.getByRole('listitem')).toHaveCount(1)

  await page.getByRole('button', { name: 'Give it a place: till' }).click()
  await dialog.getByLabel('Another name of a touchpoint').check()
  await dialog.getByLabel('Which touchpoint?').selectOption('Checkout')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('1 response of till counts at checkout now.')).toBeVisible()
  await expect(cardOf(page, 'checkout')).toContainText('4 answers')
  await expect(page.getByRole('heading', { name: 'Not on the map yet' })).toBeHidden()
})

test('goes on bringing a name to the map after the page was left in the middle of it', async ({ page }) => {
  const site = await createShop([])
  await giveAnswer(site, { touchpoint: 'terrace' })
  await openSite(page, site)
  await changeSite(site, (current) => ({
    ...current,
    touchpoints: [...current.touchpoints, { key: 'terrace', stage: 'use', name: { en: 'Terrace' } }],
  }))
  await page.route(`**${PATHS.claim(site.id)}`, (route) => route.abort())
  await page.evaluate(
    (id) => localStorage.setItem(`pulso.claims.${id}`, JSON.stringify([{ name: 'terrace', after: '', claimed: 0 }])),
    site.id,
  )
  await page.reload()
  await expect(page.getByText('Not all answers of terrace are on the map yet')).toBeVisible()
  await page.unroute(`**${PATHS.claim(site.id)}`)
  await page.reload()
  await expect(page.getByText('1 response of terrace counts at terrace now.')).toBeVisible()
  await expect(cardOf(page, 'terrace')).toContainText('1 answer')
})

for (const { locale, colorScheme, width } of [
  { locale: 'en-GB', colorScheme: 'light', width: 1280 },
  { locale: 'es-ES', colorScheme: 'dark', width: 320 },
] as const) {
  test(`is edited without fault, in ${locale}, ${colorScheme}, ${width} pixels wide`, async ({ browser }) => {
    const site = await createShop()
    await giveAnswer(site, { touchpoint: 'terrace' })
    const context = await browser.newContext({ locale, colorScheme, reducedMotion: 'reduce', viewport: { width, height: 800 } })
    const page = await context.newPage()
    await openSite(page, site, 'days=30&edit=map')
    await expect(cardOf(page, 'kitchen')).toBeVisible()
    await expect(page.locator('.unmapped-keys')).toBeVisible()
    expect(await findViolations(page)).toEqual([])
    expect(await sidewaysScroll(page)).toBe(0)
    for (const name of [/^(Edit Checkout|Editar Pago)$/, /^(Move Checkout|Mover Pago)$/, /^(Edit Buy|Editar Comprar)$/, /terrace/]) {
      await page.getByRole('button', { name }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await findViolations(page), String(name)).toEqual([])
      expect(await sidewaysScroll(page)).toBe(0)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toBeHidden()
    }
  })
}
