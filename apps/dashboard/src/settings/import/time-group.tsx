import type { Site } from '@pulso/protocol/types'
import { Field } from '../../controls/field.tsx'
import { useWords } from '../../words/speech.tsx'
import { SettingsGroup } from '../settings-group.tsx'
import type { FileLook } from './look-over.ts'
import { DATE_ORDERS, type TimeReading } from './parse-time.ts'
import { importWords } from './words.ts'

type Props = { site: Site; dates: FileLook['dates']; time: TimeReading; onTime: (time: TimeReading) => void }

/** How times are read that do not say it themselves. */
export function TimeGroup({ site, dates, time, onTime }: Props) {
  const { time: words } = useWords(importWords)
  const zones = [...new Set([site.timeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])]
  return (
    <SettingsGroup title={words.title}>
      <Field label={words.zone} hint={words.zoneHint}>
        {(control) => (
          <select
            class="input"
            {...control}
            value={time.timeZone}
            onChange={(event) => onTime({ ...time, timeZone: event.currentTarget.value })}
          >
            {zones.map((zone) => (
              <option key={zone} value={zone}>
                {zone === site.timeZone ? words.ofSite(zone) : zone.replaceAll('_', ' ')}
              </option>
            ))}
          </select>
        )}
      </Field>
      {dates.isAmbiguous && (
        <fieldset class="settings-choices">
          <legend>{words.order}</legend>
          {DATE_ORDERS.map((order) => (
            <label key={order} class="check">
              <input type="radio" name="date-order" checked={time.order === order} onChange={() => onTime({ ...time, order })} />
              <span>{words.orders[order]}</span>
              {dates.order === order && <small>{words.proved[order]}</small>}
            </label>
          ))}
          {dates.order === null && <p class="field-hint">{words.unproved}</p>}
        </fieldset>
      )}
    </SettingsGroup>
  )
}
