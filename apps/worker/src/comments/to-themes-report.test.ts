import { LIMITS } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { SeededRandom } from '../../test/seeded-random.ts'
import { CORPORA } from '../../test/sentiment/corpora.ts'
import type { StoredComment } from './comment-store.ts'
import { toThemesReport } from './to-themes-report.ts'

const ASKED = {
  range: { from: '2026-11-01', to: '2026-11-30' },
  previous: { from: '2026-10-02', to: '2026-10-31' },
  touchpoint: 'here',
  environment: 'production',
  lane: 'production',
  asOf: 0,
} as const

function report(comments: readonly { text: string; locale: string; isHere: boolean }[]) {
  const stored = comments.map(({ text, locale, isHere }, place): StoredComment => {
    return {
      id: `${place}`,
      promptId: 'csat',
      kind: 'csat',
      segment: 'other',
      scaleMax: 5,
      score: null,
      text,
      locale,
      touchpoint: isHere ? 'here' : 'elsewhere',
      day: '2026-11-10',
      occurredAt: place,
    }
  })
  return toThemesReport({ ...ASKED, read: { comments: stored, rowsRead: stored.length, isAll: true } })
}

test('finds nothing in comments that were dealt to touchpoints by chance', () => {
  const random = new SeededRandom(2026)
  const texts = CORPORA.flatMap(({ comments, language }) => comments.map(({ text }) => ({ text, locale: language })))
  const deals = 20
  let withThemes = 0
  for (let deal = 0; deal < deals; deal += 1) {
    const { themes, lookedAt } = report(texts.map((comment) => ({ ...comment, isHere: random.next() < 0.3 })))
    expect(lookedAt).toBeGreaterThan(50)
    if (themes.length > 0) withThemes += 1
  }
  console.info(`${texts.length} comments dealt ${deals} times by chance: themes in ${withThemes}`)
  expect(withThemes / deals).toBeLessThanOrEqual(0.05)
})

test(`lists ${LIMITS.themes} themes at most, the most telling first, with ${LIMITS.themeExamples} examples each`, () => {
  const planted = (count: number) =>
    Array.from({ length: count }, (_, theme) => Array.from({ length: 40 }, () => `theme${'abcdefghijklmnopqrstuvwxyz'[theme]}`)).flat()
  const usual = Array.from({ length: 1000 }, () => ({ text: 'As always', locale: 'en', isHere: false }))
  const themesOf = (count: number) => report([...planted(count).map((text) => ({ text, locale: 'en', isHere: true })), ...usual]).themes
  expect(themesOf(LIMITS.themes)).toHaveLength(LIMITS.themes)
  const themes = themesOf(LIMITS.themes + 1)
  expect(themes).toHaveLength(LIMITS.themes)
  expect(themes.every(({ n, examples }) => n === 40 && examples.length === LIMITS.themeExamples)).toBe(true)
  expect(themes.map(({ z }) => z)).toEqual(themes.map(({ z }) => z).toSorted((left, right) => right - left))
})
