import { LIMITS, UnmappedNames } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { CAFE, callWorker, createResponse, createSite, manage, OPERATOR, readProblem, storeAnswers } from '../../test/talk-to-worker.ts'

const csat = (touchpoint: string) => createResponse({ promptId: 'csat', kind: 'csat', scaleMax: 5, touchpoint, score: 4 })
const call = (site: { id: string }, query = '') => callWorker(`/v1/sites/${site.id}/unmapped${query}`, { headers: OPERATOR })
const read = async (site: { id: string }, query = '') => UnmappedNames.parse(await (await call(site, query)).json())
const toCounts = ({ names }: UnmappedNames) => names.map(({ name, shown, answered }) => [name, shown, answered])

test('lists what pages call the places that the journey does not know, the most frequent first', async () => {
  const site = await createSite('tray')
  await storeAnswers(site, csat('kiosk'), csat('terrace'), csat('terrace'), csat('checkout'))
  const { score: _, answeredAt: __, ...shownOnly } = csat('terrace')
  await storeAnswers(site, { ...shownOnly, state: 'shown' })
  const tray = await read(site)
  expect(toCounts(tray)).toEqual([
    ['terrace', 3, 2],
    ['kiosk', 1, 1],
  ])
  expect([tray.scanned, tray.next]).toEqual([5, null])
})

test('leaves out what has a place by now, and brings in what has lost it', async () => {
  const site = await createSite('tray-places')
  await storeAnswers(site, csat('kiosk'), csat('pickup'))
  const kiosk = { key: 'kiosk', stage: 'purchase', name: { en: 'Kiosk' } }
  const others = CAFE.touchpoints.filter(({ key }) => key !== 'pickup')
  const prompts = CAFE.prompts.filter(({ touchpoints }) => !touchpoints?.includes('pickup'))
  await createSite('tray-places', { touchpoints: [...others, kiosk], prompts })
  // The kiosk's answer lies in the tray until it is claimed; that of the pickup counts under a name that is gone.
  expect(toCounts(await read(site)).toSorted()).toEqual([
    ['kiosk', 1, 1],
    ['pickup', 1, 1],
  ])
  await manage('POST', `/v1/sites/${site.id}/unmapped/claim`, { name: 'kiosk' })
  expect(toCounts(await read(site))).toEqual([['pickup', 1, 1]])
  await createSite('tray-places', { touchpoints: [...others, { ...kiosk, formerly: ['pickup'] }], prompts })
  expect(toCounts(await read(site))).toEqual([])
})

test('keeps to the days and the lane that are asked for', async () => {
  const site = await createSite('tray-days')
  await storeAnswers(site, csat('kiosk'))
  expect(toCounts(await read(site, '?from=2020-01-01&to=2020-12-31'))).toEqual([])
  expect(toCounts(await read(site, '?environment=test'))).toEqual([])
  expect(toCounts(await read(site, '?lane=production'))).toEqual([['kiosk', 1, 1]])
  expect(toCounts(await read(site, '?before=0'))).toEqual([])
  expect((await readProblem(await call(site, '?lane=anybody'))).detail).toContain('lane')
})

test('goes on from any id, those of verified respondents too', async () => {
  const site = await createSite('tray-ids')
  const kiosk = csat('kiosk')
  await storeAnswers(site, kiosk)
  const verified = (time: string) => `${time}-v${'0'.repeat(32)}-csat`
  expect(toCounts(await read(site, `?before=${verified('ffffffff-ffff')}`))).toEqual([['kiosk', 1, 1]])
  expect(toCounts(await read(site, `?before=${verified('00000000-0000')}`))).toEqual([])
  const claim = await manage('POST', `/v1/sites/${site.id}/unmapped/claim`, { name: 'checkout', after: verified('ffffffff-ffff') })
  expect(await claim.json()).toMatchObject({ claimed: 0, next: null })
})

test('names no more than a screen can hold', async () => {
  const site = await createSite('tray-many')
  const names = Array.from({ length: LIMITS.trayNames + 5 }, (_, index) => `place-${index}`)
  for (let from = 0; from < names.length; from += 40) await storeAnswers(site, ...names.slice(from, from + 40).map(csat))
  expect((await read(site)).names).toHaveLength(LIMITS.trayNames)
})
