import { createSite, expect, readReach, test } from '../product.ts'
import { theCard, toHtml } from './open-page.ts'
import { settled, withPulso } from './page-pulso.ts'

const frequency = { afterAnswered: 0, afterDismissed: 0, afterShown: 0 }

test('of several tabs one asks, the others say why not, and can when it has closed', async ({ context, servePage }) => {
  const site = await createSite({ prompts: [{ id: 'ask', kind: 'csat', touchpoints: ['checkout'], delayMs: 0, frequency }] })
  const { origin } = await servePage(toHtml({ site }))
  const tabs = await Promise.all([1, 2, 3].map(() => context.newPage()))
  await Promise.all(tabs.map((tab) => tab.goto(origin)))
  await Promise.all(tabs.map((tab) => settled(tab)))
  const reach = () => Promise.all(tabs.map((tab) => withPulso(tab, (pulso) => pulso.touchpoint('checkout'))))
  const findAsking = async () => {
    const asking = []
    for (const tab of tabs) if (await theCard(tab).isVisible()) asking.push(tab)
    return asking
  }
  await reach()
  await expect.poll(async () => (await findAsking()).length).toBe(1)
  const [first] = await findAsking()
  const others = tabs.filter((tab) => tab !== first)
  // The others have decided by now, or never will.
  await Promise.all(others.map((tab) => tab.waitForLoadState('networkidle').then(() => settled(tab))))
  expect(await findAsking()).toEqual([first])

  await first?.close()
  tabs.splice(tabs.indexOf(first as (typeof tabs)[number]), 1)
  await others[0]?.bringToFront()
  // A lock ends with its tab, which ends a moment after it is closed.
  await others[0]?.waitForFunction(
    async (name) => !(await navigator.locks.query()).held?.some((lock) => lock.name === name),
    `pulso:${site.siteKey}`,
  )
  await withPulso(others[0] as (typeof tabs)[number], (pulso) => pulso.touchpoint('checkout'))
  await expect.poll(findAsking).toEqual([others[0]])
  await Promise.all(others.map((tab) => tab.goto('about:blank')))
  await expect.poll(() => readReach(site, 'checkout')).toMatchObject({ reached: 4, heldBack: { 'other-tab': 2 } })
})

test('a prompt that was closed frees the other tabs, one that crashed too', async ({ context, servePage }) => {
  const site = await createSite({ prompts: [{ id: 'ask', kind: 'csat', touchpoints: ['checkout'], delayMs: 0, frequency }] })
  const { origin } = await servePage(toHtml({ site }))
  const [one, two, three] = [await context.newPage(), await context.newPage(), await context.newPage()]
  for (const tab of [one, two, three]) {
    await tab.goto(origin)
    await settled(tab)
  }
  await withPulso(one, (pulso) => pulso.touchpoint('checkout'))
  await expect(theCard(one)).toBeVisible()
  await one.getByRole('button', { name: 'Close' }).click()
  await withPulso(two, (pulso) => pulso.touchpoint('checkout'))
  await expect(theCard(two)).toBeVisible()
  const session = await context.newCDPSession(two)
  const crashed = two.waitForEvent('crash')
  session.send('Page.crash').catch(() => {})
  await crashed
  await expect(async () => {
    await withPulso(three, (pulso) => pulso.touchpoint('checkout'))
    await expect(theCard(three)).toBeVisible({ timeout: 1000 })
  }).toPass()
})
