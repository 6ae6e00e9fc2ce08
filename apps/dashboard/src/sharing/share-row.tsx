import type { Share, Site } from '@pulso/protocol/types'
import { toAgoText } from '../format/times.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { toDateText } from './to-date-text.ts'
import { toFilterNames, toRangeName } from './to-filter-names.ts'
import { sharingWords } from './words.ts'

/** One link: for whom it is, what it shows, and until when. */
export function ShareRow({ share, site, onEnd }: { share: Share; site: Site; onEnd: () => void }) {
  const words = useWords(sharingWords)
  const { locale, language } = useSpeech()
  const { name, hasPassword, comments, expiresAt, lastOpenedAt } = share
  const filters = toFilterNames(share.filter, site, words, language)
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <li class="sharing-item">
      <div class="sharing-who">
        <p class="sharing-name">{name}</p>
        <p class="sharing-facts">
          <span>{filters.length === 0 ? words.shares.everything : filters.join('; ')}</span>
          <span>{toRangeName(share.range, words, locale)}</span>
          {comments && <span>{words.shares.withComments}</span>}
          {hasPassword && <span>{words.shares.withPassword}</span>}
        </p>
        <p class="sharing-facts">
          <span>{expiresAt === null ? words.shares.neverEnds : words.shares.endsOn(toDateText(expiresAt, locale))}</span>
          <span>
            {lastOpenedAt === null ? words.shares.neverOpened : words.shares.opened(toAgoText(lastOpenedAt, Date.now(), locale, zone))}
          </span>
        </p>
      </div>
      <div class="sharing-acts">
        <button type="button" class="button button-quiet" aria-label={`${words.shares.end}: ${name}`} onClick={onEnd}>
          {words.shares.end}
        </button>
      </div>
    </li>
  )
}
