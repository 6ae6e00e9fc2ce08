import { createHmac, randomUUID } from 'node:crypto'
import type { Site } from '@pulso/protocol'
import { createRespondentKey, createSite, expect, goOffline, goOnline, storedResponses, test } from '../product.ts'
import { openPage, thePoint } from './open-page.ts'
import { withPulso } from './page-pulso.ts'

const ALWAYS = { afterAnswered: 0, afterDismissed: 0, afterShown: 0 }
const createAsking = () =>
  createSite({
    respondents: 'verified',
    prompts: [{ id: 'ask', kind: 'csat', touchpoints: ['checkout'], delayMs: 0, frequency: ALWAYS }],
  })

/** What a site's own server says of whom it has signed in. */
function signToken(site: Site, secret: string, sub: string): string {
  const toPart = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const claims = { sub, aud: site.id, exp: Math.floor(Date.now() / 1000) + 300, jti: randomUUID() }
  const signed = `${toPart({ alg: 'HS256', typ: 'JWT' })}.${toPart(claims)}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

const readScores = async (site: Site) =>
  (await storedResponses(site)).map(({ score, respondent }) => [respondent?.[0], score]).toSorted((a, b) => Number(a[1]) - Number(b[1]))

test('who is vouched for answers once, as often as they answer; who is not, not at all', async ({ page, servePage }) => {
  const site = await createAsking()
  const { secret } = await createRespondentKey(site)
  const visit = async (token: string | null, point: string) => {
    await openPage(page, servePage, { site })
    await withPulso(
      page,
      (pulso, respondentToken) => {
        if (respondentToken) pulso.configure({ respondent: () => ({ respondentToken }) })
        pulso.touchpoint('checkout')
      },
      token,
    )
    const sent = page.waitForResponse((response) => response.url().endsWith('/v1/responses') && response.request().method() === 'POST')
    await thePoint(page, point).click()
    return (await sent).status()
  }
  await visit(signToken(site, secret, 'ana'), '5 out of 5')
  await expect.poll(() => readScores(site)).toEqual([['v', 5]])
  await visit(signToken(site, secret, 'ana'), '2 out of 5')
  await expect.poll(() => readScores(site)).toEqual([['v', 2]])
  await visit(signToken(site, secret, 'ben'), '4 out of 5')
  await expect
    .poll(() => readScores(site))
    .toEqual([
      ['v', 2],
      ['v', 4],
    ])
  expect(await visit(null, '1 out of 5')).toBe(403)
  expect(await readScores(site)).toHaveLength(2)
})

test('an answer that waited for the network is its giver’s, whoever is on the page by then', async ({ page, context, servePage }) => {
  const site = await createAsking()
  const { secret } = await createRespondentKey(site)
  const tokens = { ana: signToken(site, secret, 'ana'), ben: signToken(site, secret, 'ben') }
  await openPage(page, servePage, { site })
  await withPulso(
    page,
    (pulso, { ana }) => {
      pulso.configure({ respondent: () => ({ respondentToken: ana }) })
      pulso.touchpoint('checkout')
    },
    tokens,
  )
  await expect(thePoint(page, '3 out of 5')).toBeVisible()
  await goOffline(context)
  await thePoint(page, '3 out of 5').click()
  await page.getByRole('button', { name: 'Close' }).click()
  await withPulso(page, (pulso, { ben }) => pulso.configure({ respondent: () => ({ respondentToken: ben }) }), tokens)
  await goOnline(context)
  await expect.poll(() => readScores(site)).toEqual([['v', 3]])
  await withPulso(page, (pulso) => pulso.touchpoint('checkout'))
  await thePoint(page, '5 out of 5').click()
  await expect
    .poll(() => readScores(site))
    .toEqual([
      ['v', 3],
      ['v', 5],
    ])
})
