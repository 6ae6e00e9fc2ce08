import { type ImportBatch, Response } from '@pulso/protocol'
import { LIMITS } from '@pulso/protocol/constants'
import { expect, test } from 'vitest'
import { findColumns, isPersonal } from './columns.ts'
import { findFormat } from './file-format.ts'
import type { ImportPlan, Target } from './import-plan.ts'
import { lookOver } from './look-over.ts'
import { parseScore } from './parse-score.ts'
import { prepare } from './prepare.ts'
import { canHold, toSurveyType } from './survey-type.ts'
import { toReportCsv } from './to-report-csv.ts'

const NOW = Date.parse('2026-06-01T12:00:00Z')
const NPS: Target = { promptId: 'nps', promptVersion: 2, kind: 'nps', min: 0, scaleMax: 10, touchpoint: 'checkout' }

const HEAD = 'Response ID,Survey Type,Score,Comment,Person Email,Person Name,Created At'

async function prepareText(text: string, changes: Partial<ImportPlan> = {}) {
  const file = new Blob([text])
  const format = await findFormat(file)
  const { columns } = await lookOver(file, format, null)
  const plan: ImportPlan = {
    site: 'cafe',
    columns,
    time: { timeZone: 'Europe/Madrid', order: 'day-first' },
    targets: new Map([['nps', NPS]]),
    locale: 'es',
    tellsPeopleApart: false,
    ...changes,
  }
  const result = await prepare(file, format, plan, NOW)
  const responses = result.batches.flatMap((batch) => batch.responses.map((text) => JSON.parse(text) as ImportBatch['responses'][number]))
  return { ...result, responses }
}

test('knows the columns of an export by their names, in either language', () => {
  expect(findColumns(HEAD.split(','))).toEqual({ score: 2, comment: 3, time: 6, type: 1, id: 0, person: 4, locale: null, segment: null })
  expect(findColumns(['id', 'survey_type', 'score', 'comment', 'created_at', 'updated_at', 'permalink'])).toMatchObject({
    time: 4,
    id: 0,
    type: 1,
  })
  expect(findColumns(['Fecha', 'Puntuación', 'Comentario'])).toMatchObject({ time: 0, score: 1, comment: 2 })
  expect(['Person Email', 'Name', 'First Name', 'phone_number', 'Teléfono', 'Plan', 'Score'].map(isPersonal)).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
    false,
  ])
})

test('sends score, words and time, and never who it was', async () => {
  const { responses, ready } = await prepareText(
    `${HEAD}\nr1,nps,9,"Quick, and\nkind",ana@example.com,Ana Pérez,2026-03-01 12:34:56 UTC\n`,
    { tellsPeopleApart: true },
  )
  expect(ready).toBe(1)
  const [{ respondentId, ...response } = {}] = responses
  expect(Response.parse(response)).toEqual({
    id: expect.stringMatching(/^019ca965-0580-7/),
    rev: 1,
    promptId: 'nps',
    promptVersion: 2,
    kind: 'nps',
    scaleMax: 10,
    touchpoint: 'checkout',
    state: 'completed',
    locale: 'es',
    shownAt: Date.parse('2026-03-01T12:34:56Z'),
    answeredAt: Date.parse('2026-03-01T12:34:56Z'),
    score: 9,
    comment: 'Quick, and\nkind',
  })
  expect(respondentId).toMatch(/^[0-9a-f]{64}$/)
  expect(JSON.stringify(responses)).not.toMatch(/ana|Pérez/i)
})

test('gives a row the same id in every run, and rows that say the same ids of their own', async () => {
  const text =
    'Survey Type,Score,Created At,Person Email\nnps,9,2026-03-01,a@example.com\nnps,9,2026-03-01,b@example.com\nnps,8,2026-03-01,b@example.com\n'
  const [first, again] = [
    await prepareText(text),
    await prepareText(text, { targets: new Map([['nps', { ...NPS, touchpoint: 'other' }]]) }),
  ]
  const ids = first.responses.map(({ id }) => id)
  expect(new Set(ids).size).toBe(3)
  expect(again.responses.map(({ id }) => id)).toEqual(ids)
  // A newer export of the same account has the same rows, and more before them.
  const newer = await prepareText(text.replace('\nnps,9', '\nnps,1,2026-04-01,c@example.com\nnps,9'))
  expect(newer.responses.map(({ id }) => id).slice(1)).toEqual(ids)
})

test('says of every row that it leaves out why, and on which line it stands', async () => {
  const { report, skipped, ready, responses } = await prepareText(
    [
      HEAD,
      'r1,nps,9,fine,,,2026-03-01',
      'r2,nps,,,,,2026-03-01',
      'r3,nps,11,,,,2026-03-01',
      'r4,nps,Jan-05,,,,2026-03-01',
      'r5,nps,5,,,,',
      'r6,nps,5,,,,soon',
      'r7,nps,5,,,,2027-03-01',
      'r8,pmf,5,,,,2026-03-01',
      'r1,nps,2,again,,,2026-03-01',
      `r9,nps,7,${'x'.repeat(2500)},,,2026-03-01`,
    ].join('\n'),
  )
  expect(report).toEqual([
    { line: 3, reason: 'no-score', what: '' },
    { line: 4, reason: 'bad-score', what: '11' },
    { line: 5, reason: 'bad-score', what: 'Jan-05' },
    { line: 6, reason: 'no-time', what: '' },
    { line: 7, reason: 'bad-time', what: 'soon' },
    { line: 8, reason: 'future', what: '2027-03-01' },
    { line: 9, reason: 'left-out', what: 'pmf' },
    { line: 10, reason: 'twice', what: '' },
    { line: 11, reason: 'comment-cut', what: '2500' },
  ])
  expect(ready).toBe(2)
  expect(Object.values(skipped).reduce((sum, count) => sum + count)).toBe(8)
  expect(responses.at(-1)?.comment).toHaveLength(LIMITS.commentLength)
})

test('puts no more into a request than the worker takes', async () => {
  const rows = Array.from({ length: 1500 }, (_, index) => `r${index},nps,9,${'ñ'.repeat(1000)},,,2026-03-01`)
  const { batches, ready } = await prepareText([HEAD, ...rows].join('\n'))
  expect(ready).toBe(1500)
  expect(batches.flatMap(({ lines }) => lines)).toEqual(rows.map((_, index) => index + 2))
  for (const { responses } of batches) {
    expect(responses.length).toBeLessThanOrEqual(LIMITS.importResponses)
    const body = JSON.stringify({ source: 'import', responses: responses.map((text) => JSON.parse(text)) })
    expect(new TextEncoder().encode(body).length).toBeLessThan(LIMITS.managementBytes)
  }
})

test('takes a score only onto the scale that it was given on', () => {
  const ces = { kind: 'ces', scaleMax: 7 } as const
  expect(toSurveyType('CES', null)).toEqual({ kind: 'ces', min: 1, max: 7 })
  expect(toSurveyType('5-Star', null)).toEqual({ kind: 'stars', min: 1, max: 5 })
  expect(toSurveyType('PMF', { lowest: 1, highest: 3 })).toBe(null)
  expect(toSurveyType('', { lowest: 0, highest: 10 })).toEqual({ kind: 'nps', min: 0, max: 10 })
  expect(toSurveyType('', { lowest: 1, highest: 5 })).toBe(null)
  expect(canHold(ces, { lowest: 1, highest: 7 })).toBe(true)
  expect(canHold(ces, { lowest: 0, highest: 5 })).toBe(false)
  expect(canHold({ kind: 'csat', scaleMax: 5 }, { lowest: 1, highest: 7 })).toBe(false)
  expect(['9', '9.0', '9,00', '08', '9.5', 'Thumbs up', 'down', 'maybe', ''].map(parseScore)).toEqual([9, 9, 9, 8, null, 1, 0, null, null])
})

test('a report opened in a spreadsheet runs nothing of what the file held', () => {
  const csv = toReportCsv(
    [
      { line: 12, reason: 'bad-score', what: '=HYPERLINK("x")' },
      { line: 3, reason: 'bad-time', what: 'a, b' },
    ],
    ['Line', 'Why', 'What'],
    (reason) => reason,
  )
  expect(csv).toBe('Line,Why,What\n3,bad-time,"a, b"\n12,bad-score,"\'=HYPERLINK(""x"")"')
})
