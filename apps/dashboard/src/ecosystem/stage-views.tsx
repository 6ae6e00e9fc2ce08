import type { Balance, Journey } from '@pulso/protocol/types'
import { Table } from '../controls/table.tsx'
import { toLocalized } from '../format/localized.ts'
import { toCountText, toScoreText } from '../format/numbers.ts'
import { type Speech, useSpeech, useWords } from '../words/speech.tsx'
import { type StageView, toStageGaps, type StageViews as Views } from './stage-gaps.ts'
import { type EcosystemWords, ecosystemWords } from './words.ts'
import '../site/panel.css'
import './stage-views.css'

/** What different people say of the same stage, on one scale, with how sure the gaps between them are. */
export function StageViews({ journey }: { journey: Journey }) {
  const speech = useSpeech()
  const { language, locale } = speech
  const words = useWords(ecosystemWords)
  const stages = toStageGaps(journey.stages, journey.audiences)
  const hasOthers = stages.some(({ views }) => views.some(({ audience }) => audience !== 'customer'))
  const lookedAt = Math.max(0, ...stages.flatMap(({ views }) => views.map(({ gap }) => gap?.joint.lookedAt ?? 0)))
  const { columns } = words.stages
  return (
    <section class="panel" aria-labelledby="stages-title">
      <h2 id="stages-title">{words.stages.title}</h2>
      {!hasOthers ? (
        <p class="panel-note">{words.stages.none}</p>
      ) : (
        <>
          <p class="panel-note">
            {words.stages.note} {lookedAt > 1 && words.stages.joint(toCountText(lookedAt, locale))}
          </p>
          <ol class="stage-views">
            {stages.map((stage) => (
              <StageLine key={stage.key} stage={stage} />
            ))}
            <li class="stage-views-ends" aria-hidden="true">
              <p>
                <span>−100, {words.ends.worst}</span>
                <span>+100, {words.ends.best}</span>
              </p>
            </li>
          </ol>
          <details class="numbers-table">
            <summary>{words.stages.table}</summary>
            <Table
              caption={`${words.stages.title}: ${words.stages.table}`}
              isCaptionHidden
              columns={[
                { key: 'stage', label: columns.stage },
                { key: 'audience', label: columns.audience },
                { key: 'balance', label: columns.balance, isNumber: true },
                { key: 'interval', label: columns.interval, isNumber: true },
                { key: 'answers', label: columns.answers, isNumber: true },
                { key: 'gap', label: columns.gap },
              ]}
              rows={stages.flatMap(({ key, name, views }) =>
                views.map((view) => ({
                  key: `${key} ${view.audience}`,
                  cells: [
                    toLocalized(name, language),
                    words.audiences[view.audience],
                    toBalanceText(view.balance.value, locale),
                    `${toBalanceText(view.balance.low, locale)} … ${toBalanceText(view.balance.high, locale)}`,
                    toCountText(view.balance.n, locale),
                    toGapText(view, words, speech) ?? '–',
                  ],
                })),
              )}
            />
          </details>
        </>
      )}
    </section>
  )
}

/** From −100 to +100, as a score in points. */
const toBalanceText = (balance: number | null, locale: string) =>
  toScoreText(balance === null ? null : balance * 100, 'points', locale) ?? '–'

function StageLine({ stage }: { stage: Views }) {
  const speech = useSpeech()
  const { language } = speech
  const words = useWords(ecosystemWords)
  const [only] = stage.views.length === 1 ? stage.views : []
  return (
    <li>
      <h3>{toLocalized(stage.name, language)}</h3>
      <div class="stage-views-plot">
        {stage.views.map((view) => (
          <ViewLine key={view.audience} view={view} />
        ))}
      </div>
      <div class="stage-views-words">
        {only && <p>{words.stages.onlyOne(words.audiences[only.audience])}</p>}
        {stage.views.map((view) => {
          const text = toGapText(view, words, speech)
          return (
            text !== null && (
              <p key={view.audience} data-different={view.gap?.isDifferent ?? false}>
                {text} {view.isAskedOtherwise && words.stages.otherwise}
              </p>
            )
          )
        })}
      </div>
    </li>
  )
}

function ViewLine({ view: { audience, balance } }: { view: StageView }) {
  const { words: common, locale } = useSpeech()
  const words = useWords(ecosystemWords)
  const name = words.audiences[audience]
  const answers = common.touchpoint.answers(balance.n, toCountText(balance.n, locale))
  const [value, low, high] = [balance.value, balance.low, balance.high].map((one) => toBalanceText(one, locale))
  return (
    <div class="stage-view" data-audience={audience} data-enough={balance.enoughData}>
      <span class="for-the-ear">{words.stages.view(name, value ?? '', low ?? '', high ?? '', answers)}</span>
      <span class="stage-view-name" aria-hidden="true">
        {name}
      </span>
      <span class="stage-view-scale" aria-hidden="true" style={toPlaces(balance)}>
        <span class="stage-view-band" />
        <span class="stage-view-dot" />
      </span>
      <span class="stage-view-value" aria-hidden="true">
        {value}
      </span>
    </div>
  )
}

function toPlaces({ value, low, high }: Balance): Record<string, string> {
  const toPlace = (balance: number | null) => `${(((balance ?? 0) + 1) / 2) * 100}%`
  return { '--at': toPlace(value), '--from': toPlace(low), '--to': toPlace(high) }
}

function toGapText({ audience, balance, gap }: StageView, words: EcosystemWords, { locale }: Speech): string | null {
  const name = words.audiences[audience]
  if (gap === null) return null
  const { low, high } = gap.joint
  const toPoints = (value: number) => toScoreText(value, 'points', locale) ?? ''
  if (gap.isDifferent) {
    const [least = '', most = ''] = [low, high]
      .map(Math.abs)
      .toSorted((left, right) => left - right)
      .map((end) => toCountText(Math.round(end), locale))
    const points = toCountText(Math.abs(Math.round(gap.value)), locale)
    return words.stages.different(name, points, gap.value > 0 ? 'higher' : 'lower', least, most)
  }
  return balance.enoughData ? words.stages.same(name, toPoints(low), toPoints(high)) : words.stages.tooFew(name)
}
