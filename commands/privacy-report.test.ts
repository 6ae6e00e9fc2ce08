import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { toPrivacyReport } from './privacy-report.ts'
import { findVisitorKeys, readColumns, readStoredFacts } from './stored-facts.ts'

test('every field that is stored is explained, and nothing else is', () => {
  const { fields, problems } = toPrivacyReport(readStoredFacts())
  expect(problems.join('\n')).toBe('')
  expect(fields).toContainEqual(expect.objectContaining({ where: 'database', field: 'responses.comment', identifies: 'maybe' }))
  expect(fields).toContainEqual(expect.objectContaining({ where: "visitor's device", field: 'pulso:SITE:asked:*' }))
  expect(fields).toContainEqual(expect.objectContaining({ where: "team member's device", field: 'cookie pulso_session' }))
  expect(fields).toContainEqual(expect.objectContaining({ where: "team member's device", field: 'IndexedDB pulso-import' }))
})

test('whoever adds a column, a key or a binding is told what to do', () => {
  const facts = readStoredFacts()
  const { problems } = toPrivacyReport({
    ...facts,
    columns: [...facts.columns, 'responses.shoe_size'],
    visitorKeys: [...facts.visitorKeys, 'pulso:SITE:mood'],
    indirectKeys: [...facts.indirectKeys, 'packages/widget/src/rules/mood.ts: moodName'],
    bindings: [...facts.bindings, 'ARCHIVE'],
    doors: [...facts.doors, 'packages/widget/src/rules/mood.ts'],
  })
  expect(problems).toEqual([
    expect.stringMatching(/responses\.shoe_size.*Add to TABLES in commands\/stored-fields\.ts: shoe_size: no\(.*under responses/),
    expect.stringMatching(/pulso:SITE:mood.*Add to VISITOR_KEYS/),
    expect.stringMatching(/ARCHIVE.*Add to BINDINGS/),
    expect.stringMatching(/rules\/mood\.ts: moodName .* add this line to INDIRECT_KEYS/),
    expect.stringMatching(/rules\/mood\.ts opens the device's storage itself/),
  ])
})

test('an entry for what is not stored any more has to go', () => {
  const facts = readStoredFacts()
  const { problems } = toPrivacyReport({ ...facts, columns: facts.columns.filter((column) => column !== 'sessions.expires_at') })
  expect(problems).toEqual([expect.stringContaining('sessions.expires_at, which is not stored any more')])
})

test('columns are those that the migrations leave, renamed and generated ones too', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pulso-migrations-'))
  writeFileSync(
    join(folder, '0002.sql'),
    'ALTER TABLE t RENAME COLUMN a TO b; ALTER TABLE t ADD COLUMN c TEXT GENERATED ALWAYS AS (b) VIRTUAL;',
  )
  writeFileSync(join(folder, '0001.sql'), 'CREATE TABLE t (a TEXT);')
  expect(readColumns(folder)).toEqual(['t.b', 't.c'])
  rmSync(folder, { recursive: true })
})

test('finds keys however they are put together', () => {
  expect(findVisitorKeys(`storage.set('mood', x); readNumbers(storage, \`mood:\${id}\`) // storage.get('comment')`)).toEqual({
    keys: ['pulso:SITE:mood', 'pulso:SITE:mood:*'],
    indirect: [],
  })
  const clock = `const toMoodKey = (id: string) => \`mood:\${group ?? \`\${id}:\${touchpoint}\`}\`; storage.get(toMoodKey(id)); storage.set(name, '')`
  expect(findVisitorKeys(clock)).toEqual({ keys: ['pulso:SITE:mood:*'], indirect: ['toMoodKey(id)', 'name'] })
  expect(findVisitorKeys(`open(\`pulso:mood:\${site.siteKey}:\`)`)).toEqual({ keys: ['pulso:mood:SITE:'], indirect: [] })
})
