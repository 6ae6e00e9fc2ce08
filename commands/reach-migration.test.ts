import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { WORKER_FOLDER } from './workspace.ts'

test('takes the reach of before into weeks, day by day, and loses no count', () => {
  const folder = join(WORKER_FOLDER, 'migrations')
  const database = new DatabaseSync(':memory:')
  const migrate = (isWanted: (name: string) => boolean) => {
    for (const name of readdirSync(folder).sort().filter(isWanted)) database.exec(readFileSync(join(folder, name), 'utf8'))
  }
  migrate((name) => name < '0006')
  const add = database.prepare("INSERT INTO reach_day VALUES ('cafe', ?, ?, ?, ?, ?, ?)")
  // A Monday, the Sunday of its week, and the Monday after.
  add.run('production', '2026-11-23', 'checkout', '', 'reached', 5)
  add.run('production', '2026-11-23', 'checkout', 'csat', 'after-shown', 2)
  add.run('production', '2026-11-29', '(unmapped)', '', 'reached', 7)
  add.run('production', '2026-11-30', 'checkout', '', 'reached', 1)
  add.run('test', '2026-11-25', 'checkout', '', 'reached', 3)
  migrate((name) => name >= '0006')
  const weeks = database.prepare('SELECT environment, week, d0, d1, d2, d6 FROM reach_week ORDER BY environment, week').all()
  expect(weeks.map((row) => ({ ...row }))).toEqual([
    {
      environment: 'production',
      week: '2026-11-23',
      d0: '{"checkout reached":5,"checkout after-shown csat":2}',
      d1: '{}',
      d2: '{}',
      d6: '{"(unmapped) reached":7}',
    },
    { environment: 'production', week: '2026-11-30', d0: '{"checkout reached":1}', d1: '{}', d2: '{}', d6: '{}' },
    { environment: 'test', week: '2026-11-23', d0: '{}', d1: '{}', d2: '{"checkout reached":3}', d6: '{}' },
  ])
})
