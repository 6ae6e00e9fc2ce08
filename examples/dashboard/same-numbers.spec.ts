import type { Kind, Report, Score } from '@pulso/protocol'
import { csvParse } from 'd3-dsv'
import { createSite, expect, readExport, readReport, test } from '../product.ts'
import { openSite } from './dashboard-page.ts'
import { giveAnswer } from './give-answer.ts'

/** What was asked where: the scale's ends, and how many answers. */
const ASKED = [
  { kind: 'nps', touchpoint: 'recommend', lowest: 0, scaleMax: 10, answers: 23 },
  { kind: 'csat', touchpoint: 'checkout', lowest: 1, scaleMax: 5, answers: 17 },
  { kind: 'ces', touchpoint: 'returns', lowest: 1, scaleMax: 7, answers: 13 },
  { kind: 'stars', touchpoint: 'checkout', lowest: 1, scaleMax: 5, answers: 11 },
  { kind: 'thumbs', touchpoint: 'help', lowest: 0, scaleMax: 1, answers: 9 },
] as const

/** The formulas again, written out as the literature has them, to hold the product's library against. */
const FORMULAS: Partial<Record<Kind, (scores: readonly number[]) => number>> = {
  nps: (scores) => 100 * (share(scores, (score) => score >= 9) - share(scores, (score) => score <= 6)),
  csat: (scores) => 100 * share(scores, (score) => score >= 4),
  ces: (scores) => 100 * share(scores, (score) => score >= 5),
  stars: (scores) => 100 * share(scores, (score) => score >= 4),
  thumbs: (scores) => 100 * share(scores, (score) => score === 1),
}
const share = (scores: readonly number[], isMeant: (score: number) => boolean) => scores.filter(isMeant).length / scores.length

interface Row {
  touchpoint: string
  kind: string
  score: number
}
const scoresIn = (rows: readonly Row[], { kind, touchpoint }: { kind: string; touchpoint: string }) =>
  rows.filter((row) => row.kind === kind && row.touchpoint === touchpoint).map(({ score }) => score)

const scoreIn = (report: Report, { kind, touchpoint }: { kind: string; touchpoint: string }): Score | undefined =>
  report.stages
    .flatMap(({ touchpoints }) => touchpoints)
    .find(({ key }) => key === touchpoint)
    ?.scores.find((score) => score.kind === kind)

test('says the same number everywhere: endpoint, breakdown, screen, NDJSON and a recount of the CSV', async ({ page }) => {
  const keys = ['checkout', 'returns', 'help', 'recommend']
  const site = await createSite({
    stages: [{ key: 'use', name: { en: 'Use' }, phase: 'during' }],
    touchpoints: keys.map((key) => ({ key, stage: 'use', name: { en: key } })),
    prompts: ASKED.map(({ kind, scaleMax, touchpoint }) => ({ id: kind, kind, scaleMax, touchpoints: [touchpoint] })),
  })
  let chance = 11
  for (const { kind, touchpoint, lowest, scaleMax, answers } of ASKED) {
    for (let answer = 0; answer < answers; answer += 1) {
      chance = (chance * 1_103_515_245 + 12_345) % 2_147_483_648
      const score = lowest + (Math.floor(chance / 65_536) % (scaleMax - lowest + 1))
      await giveAnswer(site, { promptId: kind, kind, scaleMax, touchpoint, score })
    }
  }

  const csv = csvParse(await readExport(site, 'csv')).map(
    ({ touchpoint = '', kind = '', score }): Row => ({ touchpoint, kind, score: Number(score) }),
  )
  const ndjson = (await readExport(site, 'ndjson'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)
  const report = await readReport(site, 'days=30&by=prompt')
  await openSite(page, site)
  for (const asked of ASKED) {
    const score = scoreIn(report, asked)
    const scores = scoresIn(csv, asked)
    expect(scores).toHaveLength(asked.answers)
    expect(scoresIn(ndjson, asked).sort()).toEqual(scores.toSorted())
    expect(score?.n).toBe(asked.answers)
    expect(score?.value).toBeCloseTo(FORMULAS[asked.kind]?.(scores) ?? Number.NaN, 9)
    const counted = Array.from(
      { length: asked.scaleMax - asked.lowest + 1 },
      (_, step) => scores.filter((one) => one === asked.lowest + step).length,
    )
    expect(score?.distribution).toEqual(counted)
    // The same answers, put together in another way.
    expect(report.breakdown?.groups.find(({ key }) => key === asked.kind)?.scores[0]?.score).toEqual(score)
    // A touchpoint asked in two kinds shows two scores.
    const card = page.locator(`[data-touchpoint=${asked.touchpoint}] .card-score`).filter({ hasText: `${asked.answers} answers` })
    const whole = Math.round(score?.value ?? Number.NaN)
    await expect(card.locator('.score-value')).toHaveText(
      asked.kind === 'nps'
        ? String(whole)
            .replace(/^(?=[1-9])/, '+')
            .replace('-', '−')
        : `${whole}%`,
    )
  }
})
