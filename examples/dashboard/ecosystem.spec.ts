import type { Page } from '@playwright/test'
import type { Site } from '@pulso/protocol'
import { findViolations } from '../axe.ts'
import { createSite, expect, importHistory, readJourney, readRetention, signIn, test } from '../product.ts'
import { PULSO_URL } from '../product-address.ts'
import { collectTrouble, sidewaysScroll } from './dashboard-page.ts'
import { giveAnswer } from './give-answer.ts'
import { toPastAnswer, toPastAnswers } from './past-answer.ts'

async function openEcosystem(page: Page, site: Pick<Site, 'id'>, days = 90): Promise<void> {
  await signIn(page)
  await page.goto(`${PULSO_URL}/sites/${site.id}/ecosystem?days=${days}`)
  await expect(page.locator('[data-connection=live]')).toBeVisible()
  await expect(page.locator('.ecosystem-body')).toHaveAttribute('aria-busy', 'false')
}

/** A shop that customers like and employees do not, whose people come back and of whom half of the critics are won over. */
async function createShop(): Promise<Site> {
  const site = await createSite({
    touchpoints: [
      { key: 'checkout', stage: 'purchase', name: { en: 'Checkout', es: 'Pago' }, momentOfTruth: true },
      { key: 'recommend', stage: 'purchase', name: { en: 'Recommendation', es: 'Recomendación' } },
      { key: 'till', stage: 'purchase', name: { en: 'At the till', es: 'En caja' }, audience: 'employee' },
    ],
    prompts: [
      { id: 'checkout', kind: 'csat', touchpoints: ['checkout'] },
      { id: 'recommend', kind: 'nps', touchpoints: ['recommend', 'till'] },
    ],
  })
  const nps = { kind: 'nps', scaleMax: 10, promptId: 'recommend' } as const
  const lastMonth = new Date().getDate() + 15
  const monthBefore = lastMonth + 30
  const people = Array.from({ length: 80 }, (_, person) => ({
    respondentId: `person-${person}-of-the-shop`,
    isCritic: person % 2 === 0,
    isWon: person % 4 === 0,
  }))
  const visits = people.flatMap(({ respondentId, isCritic, isWon }) => {
    const now = isCritic && !isWon ? 2 : 10
    return [
      toPastAnswer(monthBefore, { ...nps, touchpoint: 'recommend', respondentId, score: isCritic ? 2 : 10 }),
      toPastAnswer(monthBefore, { respondentId, score: isCritic ? 2 : 5 }),
      toPastAnswer(lastMonth, { ...nps, touchpoint: 'recommend', respondentId, score: now }),
    ]
  })
  await importHistory(site, [...visits, ...toPastAnswers(3, 10, 40, { ...nps, touchpoint: 'till' })])
  return site
}

test('sets audiences side by side, and what they say of the same stage', async ({ page }) => {
  const site = await createShop()
  await openEcosystem(page, site)
  const journey = await readJourney(site, 'days=90')
  const employees = journey.audiences.find(({ audience }) => audience === 'employee')
  const card = page.getByRole('article', { name: /^Employees/ })
  await expect(card).toContainText('eNPS')
  await expect(card).toContainText(
    `NPS −60, between −${Math.abs(Math.round(employees?.scores[0]?.low ?? 0))} and −${Math.abs(Math.round(employees?.scores[0]?.high ?? 0))}`,
  )
  await expect(page.getByRole('heading', { name: 'Nobody asks partners or suppliers yet' })).toBeVisible()
  const stages = page.getByRole('region', { name: 'The same stage, seen by different people', exact: true })
  await expect(stages).toContainText(/Employees: \d+ points below customers, beyond doubt; with 95% confidence between \d+ and \d+\./)
  await expect(stages).toContainText('They were asked in different ways')
  await stages.getByText('The numbers as a table', { exact: true }).click()
  await expect(stages.getByRole('row', { name: /^Purchase Employees −60/ })).toBeVisible()
  await card.getByRole('link', { name: 'At the till' }).click()
  await expect(page).toHaveURL(/\/touchpoints\/till\?days=90$/)
})

test('counts the months when asked, then shows who came back as what', async ({ page }) => {
  const site = await createShop()
  await openEcosystem(page, site)
  const retention = page.getByRole('region', { name: 'Who comes back, and how minds change', exact: true })
  await expect(retention.getByRole('heading', { name: 'No month has been counted yet' })).toBeVisible()
  await expect(page.getByText('The months of this range have not been counted yet.')).toBeVisible()
  await retention.getByRole('button', { name: 'Count them now' }).press('Enter')
  await expect(retention.getByRole('table')).toBeVisible()
  // Its people have had the next month to come back in; until a week after that it is still being counted.
  const [oldest] = (await readRetention(site)).cohorts.slice(-1)
  await retention.getByRole('combobox', { name: 'Month' }).selectOption(oldest?.month ?? '')
  const detractors = oldest?.classes[0]
  await expect(retention.getByRole('row', { name: /^Detractors 40 100%/ })).toContainText('50%')
  await expect(retention).toContainText(
    `Of detractors who said it again, 50% are promoters now (between ${Math.round(detractors?.migrated?.promoter.low ?? 0)}% and ${Math.round(detractors?.migrated?.promoter.high ?? 0)}%).`,
  )
  await expect(retention.getByRole('figure')).toContainText('Where 80 people of one month are in the next one')
  const moments = page.getByRole('region', { name: 'What moves with being recommended' }).getByRole('listitem')
  await expect(moments.first()).toContainText('Moves together with recommendation, beyond doubt. 80 people')
  await expect(moments.first()).toContainText('you call it a moment of truth')
})

test('teaches a site that knows nobody what to do, and moves when somebody answers', async ({ page }) => {
  const site = await createSite()
  await openEcosystem(page, site)
  await expect(page.getByRole('heading', { name: 'Nobody can be told apart yet' })).toBeVisible()
  await expect(page.getByText('Once a second audience has answered at some stage')).toBeVisible()
  const customers = page.getByRole('article', { name: /^Customers/ })
  await expect(customers).toContainText('not asked yet')
  await giveAnswer(site)
  await expect(customers).toContainText('Satisfaction 100%, between', { timeout: 7000 })
})

for (const { locale, colorScheme, width } of [
  { locale: 'en-GB', colorScheme: 'dark', width: 1280 },
  { locale: 'es-ES', colorScheme: 'light', width: 320 },
] as const) {
  test(`has nothing for axe to find and fits, in ${locale}, ${colorScheme}, ${width} pixels wide`, async ({ browser }) => {
    const site = await createShop()
    const context = await browser.newContext({ locale, colorScheme, reducedMotion: 'reduce', viewport: { width, height: 800 } })
    const page = await context.newPage()
    const trouble = collectTrouble(page)
    await openEcosystem(page, site)
    await page.locator('.retention-pending button').click()
    await expect(page.locator('.migration')).toBeVisible()
    await page.locator('summary').click()
    expect(await findViolations(page)).toEqual([])
    expect(await sidewaysScroll(page)).toBe(0)
    expect(trouble).toEqual([])
  })
}
