import type { Report, Site, TouchpointReport } from '@pulso/protocol/types'
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useToasts } from '../../controls/toasts.tsx'
import { toCountText } from '../../format/numbers.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import type { ArrangingProps } from '../arrange/use-arranging.ts'
import type { Outlook } from '../outlook/outlook.ts'
import { TouchpointCard } from '../touchpoint-card.tsx'
import { journeyWords } from '../words.ts'
import { ClaimProgress } from './claim-progress.tsx'
import type { Claims } from './claims.ts'
import { lookFurther, NO_NAMES, type TrayNames, toFound } from './tray-names.ts'
import './unmapped-tray.css'

const MINUTE_MS = 60_000
const NO_OUTLOOK: Outlook = { courses: null, trends: null, before: null }

type PlaceDialog = ComponentType<ArrangingProps & { name: string; claims: Claims; onClose: () => void }>

type Props = Omit<ArrangingProps, 'site'> & {
  report: Report
  unmapped: TouchpointReport | null
  beats: number
  mayReadResponses: boolean
  mayWrite: boolean
  claims: Claims
}

/** What was answered beside the journey, by the names that pages use, each with the way onto the map. */
export function UnmappedTray({ report, unmapped, beats, mayReadResponses, mayWrite, claims, definition }: Props) {
  const { words, locale } = useSpeech()
  const { tray } = useWords(journeyWords)
  const toasts = useToasts()
  const [names, setNames] = useState<TrayNames>(NO_NAMES)
  const [isLooking, setLooking] = useState(false)
  const [placing, setPlacing] = useState<{ name: string; site: Site; Dialog: PlaceDialog } | null>(null)
  const { site, range, environment, lane, asOf } = report
  const shown = unmapped?.shown ?? 0
  const look = async (known: TrayNames, signal: AbortSignal) => {
    setLooking(true)
    const found = await lookFurther(known, report, shown, signal)
    if (signal.aborted) return
    setNames(found)
    setLooking(false)
  }
  const found = toFound(names)
  // One more answer is seldom one more name: they are read once a minute, and when some of them have got a place.
  const mayHaveNames = mayReadResponses && shown > 0
  useEffect(() => {
    if (!mayHaveNames) return
    const ending = new AbortController()
    void look(NO_NAMES, ending.signal)
    return () => ending.abort()
  }, [mayHaveNames, found > shown, site.id, range.from, range.to, environment, lane, Math.floor(asOf / MINUTE_MS)])

  const open = async (name: string) => {
    const [part, read] = await Promise.all([import('./place-name-dialog.tsx').catch(() => null), definition.read()])
    if (part && read.ok) setPlacing({ name, site: read.value, Dialog: part.PlaceNameDialog })
    else toasts.say({ text: read.ok ? words.pageMissing.text : words.failures[read.failure].text, tone: 'failed' })
  }
  return (
    <>
      <ClaimProgress claims={claims} />
      {unmapped && (
        <section class="unmapped" aria-labelledby="unmapped-title">
          <h3 id="unmapped-title">{words.journey.unmapped}</h3>
          <p>{words.journey.unmappedNote}</p>
          {mayReadResponses && names.names.length === 0 && isLooking && <p role="status">{tray.looking}</p>}
          {names.names.length > 0 && (
            <>
              <p id="unmapped-keys">{words.journey.unmappedKeys}</p>
              <ul class="unmapped-keys" aria-labelledby="unmapped-keys">
                {names.names.map(({ name, shown: asked, answered }) => (
                  <li key={name}>
                    <code>{name}</code>
                    <span>{tray.counted(answered, toCountText(answered, locale), toCountText(asked, locale))}</span>
                    {mayWrite && (
                      <button type="button" class="button button-quiet" aria-label={tray.placeFor(name)} onClick={() => void open(name)}>
                        {tray.place}
                      </button>
                    )}
                  </li>
                ))}
              </ul>
            </>
          )}
          {found < shown && names.names.length > 0 && !isLooking && (
            <p>
              {tray.partOf(toCountText(found, locale), toCountText(shown, locale))}{' '}
              <button
                type="button"
                class="link"
                onClick={() => void look(names.next === null ? NO_NAMES : names, new AbortController().signal)}
              >
                {tray.lookFurther}
              </button>
            </p>
          )}
          <TouchpointCard touchpoint={unmapped} beats={beats} outlook={NO_OUTLOOK} href={null} />
        </section>
      )}
      {placing && (
        <placing.Dialog name={placing.name} site={placing.site} definition={definition} claims={claims} onClose={() => setPlacing(null)} />
      )}
    </>
  )
}
