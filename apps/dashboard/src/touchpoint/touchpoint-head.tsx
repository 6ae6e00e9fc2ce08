import type { AskRate, StageReport, TouchpointReport } from '@pulso/protocol/types'
import { toLocalized } from '../format/localized.ts'
import { toCountText, toScoreText, toShareText } from '../format/numbers.ts'
import { toRangeText } from '../format/times.ts'
import { ChannelIcon } from '../journey/channel-icon.tsx'
import { type RangeDays, toSitePath } from '../route.ts'
import { PageHead } from '../site/page-head.tsx'
import { useSpeech, useWords } from '../words/speech.tsx'
import { touchpointWords } from './words.ts'

type Props = {
  site: string
  days: RangeDays
  /** Null: everything that the journey does not name. */
  place: TouchpointReport | null
  stage: StageReport | null
  range: { from: string; to: string }
  asking: AskRate | undefined
}

/** Which touchpoint this is, and where on the journey it lies. */
export function TouchpointHead({ site, days, place, stage, range, asking }: Props) {
  const { words: common, language, locale } = useSpeech()
  const words = useWords(touchpointWords)
  const [first] = place?.scores ?? []
  return (
    <PageHead
      pathLabel={words.path}
      path={
        <>
          <a href={toSitePath(site, { days })}>{words.toJourney}</a>
          {stage && <span>{toLocalized(stage.name, language)}</span>}
        </>
      }
      title={place ? toLocalized(place.name, language) : common.journey.unmapped}
      meta={
        <>
          {place ? (
            <>
              {place.momentOfTruth && (
                <strong class="touchpoint-moment" title={words.noteOfTruth}>
                  {common.touchpoint.momentOfTruth}
                </strong>
              )}
              <span class="touchpoint-channel">
                <ChannelIcon channel={place.channel} />
                {common.touchpoint.channels[place.channel]}
              </span>
              <span>{words.audiences[place.audience]}</span>
              {place.targetScore !== undefined && first && (
                <span>{common.touchpoint.target(toScoreText(place.targetScore, first.unit, locale) ?? '')}</span>
              )}
            </>
          ) : (
            <span>{common.journey.unmappedNote}</span>
          )}
          <span>{toRangeText(range, locale)}</span>
        </>
      }
    >
      {asking && (
        <p class="touchpoint-asking">
          {common.touchpoint.asking[asking.why](toShareText(asking.asked, locale), toCountText(asking.target, locale))}
        </p>
      )}
    </PageHead>
  )
}
