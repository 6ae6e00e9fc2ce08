import { PATHS } from '@pulso/protocol/constants'
import type { InboxResponse } from '@pulso/protocol/types'
import { useId, useState } from 'preact/hooks'
import { toSitePath } from '../route.ts'
import { useWords } from '../words/speech.tsx'
import { toPersonQuery } from './count-of-person.ts'
import { EraseOneDialog, ErasePersonDialog } from './erase-dialogs.tsx'
import { responsesWords } from './words.ts'

type Props = {
  site: string
  response: InboxResponse
  timeZone: string
  mayErase: boolean
  /** Both give how many were erased, null when it failed. */
  onEraseOne: () => Promise<number | null>
  onErasePerson: (respondent: string) => Promise<number | null>
}

/** What a person may ask of who keeps their answers: all of them to see, to take along, and to have erased. */
export function PersonPanel({ site, response, timeZone, mayErase, onEraseOne, onErasePerson }: Props) {
  const { person } = useWords(responsesWords)
  const id = useId()
  const [asking, setAsking] = useState<'one' | 'person' | null>(null)
  const { respondent } = response
  const close = () => setAsking(null)
  return (
    <section class="response-part" aria-labelledby={id}>
      <h3 id={id}>{person.title}</h3>
      <p class="field-hint">{respondent === null ? person.anonymous : person.text}</p>
      {respondent !== null && (
        <ul class="response-links">
          <li>
            <a class="link" href={toSitePath(site, { section: 'responses', query: toPersonQuery(respondent) })}>
              {person.all}
            </a>
          </li>
          <li>
            <a class="link" href={`${PATHS.exportCsv(site)}?${toPersonQuery(respondent)}&bom=true`} download>
              {person.csv}
            </a>
          </li>
          <li>
            <a class="link" href={`${PATHS.exportNdjson(site)}?${toPersonQuery(respondent)}`} download>
              {person.ndjson}
            </a>
          </li>
        </ul>
      )}
      {mayErase ? (
        <div class="response-buttons">
          <button type="button" class="button button-quiet response-erase" onClick={() => setAsking('one')}>
            {person.eraseOne}
          </button>
          {respondent !== null && (
            <button type="button" class="button button-quiet response-erase" onClick={() => setAsking('person')}>
              {person.erase}
            </button>
          )}
        </div>
      ) : (
        <p class="field-hint">{person.needsRight}</p>
      )}
      {asking === 'one' && <EraseOneDialog response={response} onErase={onEraseOne} onClose={close} />}
      {asking === 'person' && respondent !== null && (
        <ErasePersonDialog
          site={site}
          respondent={respondent}
          timeZone={timeZone}
          onErase={() => onErasePerson(respondent)}
          onClose={close}
        />
      )}
    </section>
  )
}
