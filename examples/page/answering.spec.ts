import { answersStored, expect, storedResponses, test } from '../product.ts'
import { createPageSite, expectAnswer, focusedName, openPage, theCard, thePoint } from './open-page.ts'

test('answers an NPS by mouse, with a comment, and is thanked', async ({ page, servePage }) => {
  const site = await createPageSite()
  await openPage(page, servePage, { site, reaches: 'nps' })
  await expect(theCard(page)).toContainText('How likely are you to recommend Corner Shop')
  await thePoint(page, '9 out of 10').click()
  await page.getByRole('textbox', { name: 'What do you like most?' }).fill('The bread')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(theCard(page)).toContainText('Thank you!')
  await expectAnswer(site, {
    kind: 'nps',
    scaleMax: 10,
    touchpoint: 'nps',
    score: 9,
    comment: 'The bread',
    state: 'completed',
    locale: 'en',
  })
})

for (const [touchpoint, point, followUp, score, scaleMax] of [
  ['nps', '0 out of 10', 'What should we improve?', 0, 10],
  ['nps', '7 out of 10', 'What would make it a 10?', 7, 10],
  ['csat', '1 out of 5', 'What went wrong?', 1, 5],
  ['csat', '5 out of 5', 'What did you like most?', 5, 5],
  ['emoji', '3 out of 5', 'What would make it better?', 3, 5],
  ['three-faces', '1 out of 3', 'What bothered you?', 1, 3],
  ['three-faces', '3 out of 3', 'What made you smile?', 3, 3],
] as const) {
  test(`follows ${point} at ${touchpoint} with "${followUp}"`, async ({ page, servePage }) => {
    const site = await createPageSite()
    await openPage(page, servePage, { site, reaches: touchpoint })
    await thePoint(page, point).click()
    await expect(page.getByRole('textbox', { name: followUp })).toBeVisible()
    await page.getByRole('button', { name: 'Send' }).click()
    await expect(theCard(page)).toContainText('Thank you!')
    await expectAnswer(site, { touchpoint, score, scaleMax, comment: null, state: 'completed' })
  })
}

test('answers in Spanish by keyboard alone', async ({ page, servePage }) => {
  const site = await createPageSite()
  await openPage(page, servePage, { site, reaches: 'nps', lang: 'es' })
  await expect(page.getByRole('status')).toHaveText(
    '¿Con qué probabilidad recomendarías Corner Shop a un amigo o compañero? Pulsa F6 para responder.',
  )
  await page.getByRole('button', { name: 'Add to basket' }).focus()

  await page.keyboard.press('F6')
  expect(await focusedName(page)).toBe('0 de 10, Nada probable')
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft'])
    await page.keyboard.press(key)
  expect(await focusedName(page)).toBe('10 de 10, Extremadamente probable')
  await page.keyboard.press('ArrowLeft')
  expect(await focusedName(page)).toBe('9 de 10')
  await page.keyboard.press('Space')

  await expect(page.getByRole('textbox', { name: '¿Qué es lo que más te gusta?' })).toBeFocused()
  await page.keyboard.type('El pan, 10 de 10')
  await page.keyboard.press('Tab')
  expect(await focusedName(page)).toBe('Cambiar')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toHaveText('¡Gracias! Leemos todas las respuestas.')
  await page.keyboard.press('Escape')
  await expect(theCard(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Add to basket' })).toBeFocused()

  await expectAnswer(site, { score: 9, comment: 'El pan, 10 de 10', locale: 'es', state: 'completed' })
})

for (const [keys, score] of [
  [['7'], 7],
  [['0'], 0],
  [['1'], 1],
  [['1', '0'], 10],
  [['1', '4'], 4],
  [['ArrowRight', 'Enter'], 1],
] as const) {
  test(`chooses ${score} by pressing ${keys.join(', then ')}`, async ({ page, servePage }) => {
    const site = await createPageSite()
    await openPage(page, servePage, { site, reaches: 'nps' })
    await expect(theCard(page)).toBeVisible()
    await page.keyboard.press('F6')
    for (const key of keys) await page.keyboard.press(key)
    await expect(page.getByRole('textbox')).toBeFocused()
    await expect(page.getByRole('img', { name: new RegExp(`^${score} out of 10(,|$)`) })).toBeVisible()
  })
}

test('sends nothing when arrows only move', async ({ page, servePage }) => {
  const site = await createPageSite()
  await openPage(page, servePage, { site, reaches: 'csat' })
  await expect(theCard(page)).toBeVisible()
  await page.keyboard.press('F6')
  for (let presses = 0; presses < 4; presses++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Escape')
  await expect(theCard(page)).toHaveCount(0)
  await expect
    .poll(async () => (await storedResponses(site)).map(({ state, score }) => ({ state, score })))
    .toEqual([{ state: 'dismissed', score: null }])
})

test('sends the comment with Control and Enter', async ({ page, servePage }) => {
  const site = await createPageSite()
  await openPage(page, servePage, { site, reaches: 'csat' })
  await thePoint(page, '2 out of 5').click()
  await page.keyboard.type('Slow\n')
  await page.keyboard.press('Control+Enter')
  await expect(theCard(page)).toContainText('Thank you!')
  await expect.poll(async () => (await storedResponses(site)).at(0)?.comment).toBe('Slow')
})

test('keeps the score at once, and lets it be corrected', async ({ page, servePage }) => {
  const site = await createPageSite()
  await openPage(page, servePage, { site, reaches: 'csat' })
  await thePoint(page, '1 out of 5').click()
  const [first] = await answersStored(site, 1)
  expect(first).toMatchObject({ score: 1, state: 'answered' })
  await page.getByRole('textbox').fill('Wrong one')
  await page.getByRole('button', { name: 'Change' }).click()
  await expect(thePoint(page, '1 out of 5')).toBeChecked()
  await thePoint(page, '5 out of 5').click()
  await expect(page.getByRole('textbox', { name: 'What did you like most?' })).toHaveValue('Wrong one')
  await expect
    .poll(async () => (await storedResponses(site)).map(({ id, score }) => ({ id, score })))
    .toEqual([{ id: first?.id, score: 5 }])
})

test('takes words back that are closed unsent, but not the score', async ({ page, servePage }) => {
  const site = await createPageSite()
  await openPage(page, servePage, { site, reaches: 'csat' })
  await thePoint(page, '2 out of 5').click()
  await page.getByRole('textbox').fill('Never mind')
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(theCard(page)).toHaveCount(0)
  await expectAnswer(site, { score: 2, state: 'answered', comment: null })
})

test('closes by itself once read, and waits while a pointer is on it', async ({ page, servePage }) => {
  await page.clock.install()
  const site = await createPageSite()
  await openPage(page, servePage, { site, reaches: 'csat' })
  await page.clock.runFor(2000)
  await thePoint(page, '5 out of 5').click()
  await page.getByRole('button', { name: 'Send' }).click()
  await theCard(page).hover()
  await page.clock.runFor(60_000)
  await expect(theCard(page)).toContainText('Thank you!')
  await page.mouse.move(5, 5)
  await page.clock.runFor(7000)
  await expect(theCard(page)).toHaveCount(0)
})

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 320, height: 568 } })

  test('answers without pulling the keyboard over the page', async ({ page, servePage }) => {
    const site = await createPageSite()
    await openPage(page, servePage, { site, reaches: 'emoji', lang: 'es' })
    await thePoint(page, '5 de 5').tap()
    const comment = page.getByRole('textbox', { name: '¿Qué te ha hecho sonreír?' })
    await expect(comment).toBeVisible()
    await expect(comment).not.toBeFocused()
    await comment.tap()
    await page.keyboard.type('El sol')
    await page.getByRole('button', { name: 'Enviar' }).tap()
    await expect(theCard(page)).toContainText('¡Gracias!')
    await expectAnswer(site, { kind: 'emoji', score: 5, comment: 'El sol', state: 'completed' })
  })

  for (const touchpoint of ['nps', 'csat', 'emoji', 'three-faces'] as const) {
    test(`gives fingers room at 320 pixels: ${touchpoint}`, async ({ page, servePage }) => {
      const site = await createPageSite()
      await openPage(page, servePage, { site, reaches: touchpoint, lang: 'es' })
      await expect(theCard(page)).toBeVisible()
      // All at once: the card may still be moving into its place, and a moving box is
      // measured through its transform: 44 pixels came back as 43.99997.
      const boxes = await page.getByRole('radio').evaluateAll((points) => points.map((point) => point.getBoundingClientRect().toJSON()))
      for (const { width, height, left, right } of boxes) {
        expect(Math.round(width * 100) / 100).toBeGreaterThanOrEqual(24)
        expect(Math.round(height * 100) / 100).toBeGreaterThanOrEqual(44)
        expect(left).toBeGreaterThanOrEqual(0)
        expect(right).toBeLessThanOrEqual(320)
      }
      expect(new Set(boxes.map(({ top }) => Math.round(top))).size).toBe(1)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    })
  }
})
