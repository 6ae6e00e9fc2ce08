import { Field } from '../../controls/field.tsx'
import { useWords } from '../../words/speech.tsx'
import { SettingsGroup } from '../settings-group.tsx'
import { isPersonal, ROLES, type Role } from './columns.ts'
import type { FileLook } from './look-over.ts'
import { importWords } from './words.ts'

const NEEDED: ReadonlySet<Role> = new Set<Role>(['score', 'time'])
const SAMPLE_LENGTH = 40

type Props = {
  look: FileLook
  /** Names of the columns that are about somebody. */
  personal: readonly string[]
  tellsPeopleApart: boolean
  onColumn: (role: Role, place: number | null) => void
  onPeople: (tellsPeopleApart: boolean) => void
}

/** Which column of the file is what: recognised, and to be corrected by hand. */
export function ColumnsGroup({ look: { names, columns, samples }, personal, tellsPeopleApart, onColumn, onPeople }: Props) {
  const { columns: words, people } = useWords(importWords)
  const toSample = (place: number | null, role: Role) => {
    const cells = place === null ? [] : (samples[place] ?? [])
    // Nobody looks over a shoulder at the addresses of customers.
    if (cells.length === 0 || role === 'person' || (place !== null && isPersonal(names[place] ?? ''))) return words.roles[role].hint ?? ''
    const cut = cells.map((cell) => (cell.length > SAMPLE_LENGTH ? `${cell.slice(0, SAMPLE_LENGTH)}…` : cell))
    return words.sample(cut.join(' · '))
  }
  return (
    <SettingsGroup title={words.title} text={words.text}>
      <div class="settings-pair">
        {ROLES.map((role) => (
          <Field
            key={role}
            label={words.roles[role].name}
            hint={toSample(columns[role], role)}
            error={NEEDED.has(role) && columns[role] === null ? words.missing : null}
          >
            {(control) => (
              <select
                class="input"
                {...control}
                value={columns[role] ?? ''}
                onChange={(event) => {
                  const chosen = event.currentTarget.value
                  onColumn(role, chosen === '' ? null : Number(chosen))
                }}
              >
                <option value="">{words.none}</option>
                {names.map((name, place) =>
                  // What names somebody can only tell people apart.
                  role === 'person' || !isPersonal(name) ? (
                    <option key={place} value={place}>
                      {name}
                    </option>
                  ) : null,
                )}
              </select>
            )}
          </Field>
        ))}
      </div>
      {columns.person !== null && (
        <label class="check">
          <input type="checkbox" checked={tellsPeopleApart} onChange={(event) => onPeople(event.currentTarget.checked)} />
          <span>{people.name}</span>
          <small>{people.hint}</small>
        </label>
      )}
      {personal.length > 0 && <p class="settings-note">{words.personal(personal.join(', '))}</p>}
    </SettingsGroup>
  )
}
