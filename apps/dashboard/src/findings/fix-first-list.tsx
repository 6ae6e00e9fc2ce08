import type { FixFirst, FixFirstItem, LocalizedText } from '@pulso/protocol/types'
import { useState } from 'preact/hooks'
import { toLocalized } from '../format/localized.ts'
import { toCountText, toScoreText, toSureText } from '../format/numbers.ts'
import { toDayText } from '../format/times.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { findingsWords } from './words.ts'

/** Who has more to mend than this begins at the top anyway. */
const MOST_ITEMS = 3

type Props = {
  fixFirst: FixFirst
  /** Of the touchpoints that are shown. */
  names: ReadonlyMap<string, LocalizedText>
  toBetterSince: (item: FixFirstItem) => string | null
  toHref: (touchpoint: string) => string
}

/** Where to begin, each with its reasons and how sure they are; and why the others are not in the list. */
export function FixFirstList({ fixFirst, names, toBetterSince, toHref }: Props) {
  const { words } = useSpeech()
  const more = useWords(findingsWords)
  const [isWhole, setWhole] = useState(false)
  const items = fixFirst.items.filter(({ touchpoint }) => names.has(touchpoint))
  const apart = fixFirst.apart.filter(({ touchpoint }) => names.has(touchpoint))
  const reasons = [...Map.groupBy(apart, ({ reason }) => reason)]
  const hasStandards = items.length > 0 || apart.some(({ reason }) => reason !== 'no-standard' && reason !== 'no-score')
  return (
    <div class="findings-part">
      <h2 id="findings-title">{words.findings.title}</h2>
      {items.length === 0 ? (
        <p class="findings-none">{hasStandards ? words.findings.nothing : words.findings.noStandards}</p>
      ) : (
        <ol class="findings-list">
          {items.slice(0, isWhole ? items.length : MOST_ITEMS).map((item) => (
            <Item
              key={item.touchpoint}
              item={item}
              name={names.get(item.touchpoint)}
              betterSince={toBetterSince(item)}
              href={toHref(item.touchpoint)}
            />
          ))}
        </ol>
      )}
      {items.length > MOST_ITEMS && (
        <button type="button" class="link findings-more" onClick={() => setWhole(!isWhole)}>
          {isWhole ? more.fewer : more.more(items.length - MOST_ITEMS)}
        </button>
      )}
      {reasons.length > 0 && hasStandards && (
        <p class="findings-apart">
          {more.apart} {reasons.map(([reason, those]) => more.reasons[reason](those.length)).join(' · ')}
        </p>
      )}
    </div>
  )
}

type ItemProps = { item: FixFirstItem; name: LocalizedText | undefined; betterSince: string | null; href: string }

function Item({ item, name = {}, betterSince, href }: ItemProps) {
  const { words, locale, language } = useSpeech()
  const { kind, gap, reach, confidence, isConfident } = item
  const unit = kind === 'nps' ? 'points' : 'percent'
  const [score = '', target = ''] = [gap.score, gap.target].map((value) => toScoreText(value, unit, locale) ?? '')
  return (
    <li data-confident={isConfident}>
      <p class="findings-name">
        <strong>
          <a href={href}>{toLocalized(name, language) || item.touchpoint}</a>
        </strong>{' '}
        <small>{isConfident ? words.findings.certain : words.findings.uncertain}</small>
      </p>
      <p>
        {words.findings.below(words.kinds[kind].name, score, target)}{' '}
        {words.findings.reach[reach.basis](reach.count, toCountText(reach.count, locale))}{' '}
        {words.findings.sure(toSureText(confidence, locale))}
      </p>
      {betterSince !== null && <p class="findings-better">{words.findings.betterSince(toDayText(betterSince, locale))}</p>}
    </li>
  )
}
