import type { Association, Journey, LocalizedText } from '@pulso/protocol/types'
import { EmptyState } from '../controls/empty-state.tsx'
import { toLocalized } from '../format/localized.ts'
import { toCountText } from '../format/numbers.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { toMonthText } from './month-text.ts'
import { toRankedAssociations } from './ranked-associations.ts'
import { ecosystemWords, toVerdict } from './words.ts'
import '../site/panel.css'
import './moments-panel.css'

type Props = { journey: Journey; names: ReadonlyMap<string, LocalizedText>; toPath: (touchpoint: string) => string }

/** Where satisfaction and recommendation of the same people move together: what decides, by what people show. */
export function MomentsPanel({ journey, names, toPath }: Props) {
  const { locale } = useSpeech()
  const words = useWords(ecosystemWords)
  const { months, declared } = journey.moments
  const ranked = toRankedAssociations(journey.stages)
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return (
    <section class="panel" aria-labelledby="moments-title">
      <h2 id="moments-title">{words.moments.title}</h2>
      {ranked.length === 0 ? (
        months.length === 0 ? (
          <p class="panel-note">{words.moments.notCounted}</p>
        ) : (
          <EmptyState {...words.moments.empty} />
        )
      ) : (
        <>
          <p class="panel-note">{words.moments.note(list.format(months.map((month) => toMonthText(month, locale))))}</p>
          <ol class="moments">
            {ranked.map(({ touchpoint, association }) => (
              <MomentLine
                key={`${touchpoint} ${association.kind} ${association.scaleMax}`}
                name={names.get(touchpoint) ?? {}}
                touchpoint={touchpoint}
                association={association}
                isDeclared={declared.includes(touchpoint)}
                path={toPath(touchpoint)}
              />
            ))}
            <li class="moments-ends" aria-hidden="true">
              <p>
                <span>{words.moments.against}</span>
                <span>{words.moments.apart}</span>
                <span>{words.moments.together}</span>
              </p>
            </li>
          </ol>
        </>
      )}
    </section>
  )
}

type LineProps = { name: LocalizedText; touchpoint: string; association: Association; isDeclared: boolean; path: string }

function MomentLine({ name, touchpoint, association, isDeclared, path }: LineProps) {
  const { words: common, language, locale } = useSpeech()
  const words = useWords(ecosystemWords)
  const { kind, value, low, high, pairs } = association
  const verdict = toVerdict(association)
  const toTau = (tau: number | null) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(tau ?? 0).replace('-', '−')
  const toPlace = (tau: number | null) => `${(((tau ?? 0) + 1) / 2) * 100}%`
  return (
    <li data-verdict={verdict}>
      <p class="moments-name">
        <a href={path}>{toLocalized(name, language) || touchpoint}</a> <small>{common.kinds[kind].name}</small>
        {isDeclared && <em>{words.moments.declared}</em>}
      </p>
      {value !== null && (
        <div class="moments-scale" aria-hidden="true" style={{ '--at': toPlace(value), '--from': toPlace(low), '--to': toPlace(high) }}>
          <span class="moments-band" />
          <span class="moments-dot" />
        </div>
      )}
      <p class="moments-words">
        {value !== null && <strong>{words.moments.value(toTau(value), toTau(low), toTau(high))}</strong>} {words.moments.verdicts[verdict]}{' '}
        <span>{words.moments.people(pairs, toCountText(pairs, locale))}</span>
      </p>
    </li>
  )
}
