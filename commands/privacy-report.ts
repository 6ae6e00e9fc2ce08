import { CommandError, runCommand } from './fail.ts'
import { readStoredFacts, type StoredFacts } from './stored-facts.ts'
import { BINDINGS, DOORS, type FieldEntry, INDIRECT_KEYS, TABLES, TEAM_KEYS, VISITOR_KEYS } from './stored-fields.ts'

/** A field that is stored, and what there is to know about it. */
export interface ReportedField extends FieldEntry {
  where: 'database' | "visitor's device" | "team member's device" | 'deployment'
  field: string
}

const ENTRIES = 'commands/stored-fields.ts'

/** Every stored field with its entry, and one sentence for each that has none, or whose entry has no field any more. */
export function toPrivacyReport(facts: StoredFacts): { fields: ReportedField[]; problems: string[] } {
  const columns = Object.fromEntries(
    Object.entries(TABLES).flatMap(([table, { kept, columns }]) =>
      Object.entries(columns).flatMap(([names, reason]) => names.split(' ').map((name) => [`${table}.${name}`, { kept, ...reason }])),
    ),
  ) as Record<string, FieldEntry>
  const parts = [
    { where: 'database', found: facts.columns, entries: columns, list: 'TABLES', what: 'A migration makes the column' },
    { where: "visitor's device", found: facts.visitorKeys, entries: VISITOR_KEYS, list: 'VISITOR_KEYS', what: 'The widget uses the key' },
    {
      where: "team member's device",
      found: facts.teamKeys,
      entries: TEAM_KEYS,
      list: 'TEAM_KEYS',
      what: 'The dashboard or the worker uses',
    },
    { where: 'deployment', found: facts.bindings, entries: BINDINGS, list: 'BINDINGS', what: 'The worker is given' },
  ] as const
  const fields = parts.flatMap(({ where, found, entries }) =>
    found.flatMap((field) => (entries[field] ? [{ where, field, ...entries[field] }] : [])),
  )
  const problems = parts.flatMap(({ found, entries, list, what }) => [
    ...found.filter((field) => !entries[field]).map((field) => toMissing(what, field, list)),
    ...Object.keys(entries)
      .filter((field) => !found.includes(field))
      .map((field) => `${list} in ${ENTRIES} explains ${field}, which is not stored any more: take its entry out.`),
  ])
  const indirect = facts.indirectKeys
    .filter((use) => !INDIRECT_KEYS.includes(use))
    .map(
      (use) =>
        `${use} is a key on the visitor's device that is not written out: write it out there, or add this line to INDIRECT_KEYS in ${ENTRIES} and its keys to VISITOR_KEYS.`,
    )
  const doors = facts.doors
    .filter((path) => !DOORS.includes(path))
    .map(
      (path) =>
        `${path} opens the device's storage itself: use core/device-storage.ts, or name the file in DOORS in ${ENTRIES} and its keys in VISITOR_KEYS.`,
    )
  return { fields, problems: [...problems, ...indirect, ...doors] }
}

function toMissing(what: string, field: string, list: string): string {
  const [table, column = ''] = field.split('.')
  const example =
    list === 'TABLES'
      ? `${column}: no('why it is stored'), or maybe('…') if it can help to identify somebody, under ${table}`
      : `'${field}': { why: '…', kept: 'for how long', identifies: 'no' | 'maybe' | 'yes' }`
  return `${what} ${field}, and nobody has said why. Add to ${list} in ${ENTRIES}: ${example}. docs/privacy.md may need a sentence too.`
}

function toText(fields: readonly ReportedField[]): string {
  const lines: string[] = []
  for (const where of new Set(fields.map((field) => field.where))) {
    lines.push('', where.toUpperCase())
    const rows = fields.filter((field) => field.where === where)
    const width = Math.max(...rows.map(({ field }) => field.length))
    for (const { field, why, kept, identifies } of rows) {
      lines.push(`${field.padEnd(width)}  identifies: ${identifies.padEnd(5)}  ${why}`, `${' '.repeat(width)}  kept: ${kept}`)
    }
  }
  const count = (answer: FieldEntry['identifies']) => fields.filter(({ identifies }) => identifies === answer).length
  return `${lines.join('\n').trim()}\n\n${fields.length} fields: ${count('yes')} identify somebody, ${count('maybe')} may with other data, ${count('no')} do not.`
}

if (import.meta.main) {
  await runCommand(async () => {
    const { fields, problems } = toPrivacyReport(readStoredFacts())
    console.log(process.argv.includes('--json') ? JSON.stringify({ fields, problems }, null, 2) : toText(fields))
    if (problems.length > 0) throw new CommandError(`the report is not complete:\n${problems.join('\n')}`)
  })
}
