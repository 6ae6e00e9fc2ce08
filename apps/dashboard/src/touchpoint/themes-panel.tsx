import type { Theme, ThemesReport, TouchpointFeeling } from '@pulso/protocol/types'
import { CommentText } from '../comments/comment-text.tsx'
import { toCountText, toShareText } from '../format/numbers.ts'
import { toRangeText } from '../format/times.ts'
import type { Reading } from '../live/use-reading.ts'
import { toSitePath } from '../route.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { MOST_THEME_DAYS } from './use-touchpoint.ts'
import { touchpointWords } from './words.ts'
import '../site/panel.css'
import './themes-panel.css'

type Props = { site: string; reading: Reading<ThemesReport>; touchpoint: string; range: { from: string; to: string }; isNarrower: boolean }

/** From how many comments on, here and elsewhere, words can be told from chance. */
const ENOUGH_COMMENTS = 30

/** What is written here and not elsewhere, and how it feels. */
export function ThemesPanel({ site, reading, touchpoint, range, isNarrower }: Props) {
  const { locale } = useSpeech()
  const words = useWords(touchpointWords)
  const report = reading.value
  if (report === null) return null
  const { themes, comments, enoughData } = report
  const feeling = report.feelings.find((one) => one.touchpoint === touchpoint)
  const isOtherRange = report.range.from !== range.from || report.range.to !== range.to
  return (
    <section class="panel" aria-labelledby="themes-title">
      <h2 id="themes-title">{words.themes.title}</h2>
      {isOtherRange && (
        <p class="panel-note">{words.themes.range(toRangeText(report.range, locale), toCountText(MOST_THEME_DAYS, locale))}</p>
      )}
      {isNarrower && <p class="panel-note">{words.themes.unfiltered}</p>}
      {feeling && feeling.n > 0 && <Feeling feeling={feeling} />}
      {!enoughData ? (
        <p class="panel-note">
          {words.themes.tooFew(
            toCountText(comments.here, locale),
            toCountText(comments.elsewhere, locale),
            toCountText(ENOUGH_COMMENTS, locale),
          )}
        </p>
      ) : themes.length === 0 ? (
        <p class="panel-note">{words.themes.nothing}</p>
      ) : (
        <ul class="themes" aria-label={words.themes.list}>
          {themes.map((theme) => (
            <ThemeLine
              key={`${theme.language} ${theme.text}`}
              theme={theme}
              comments={comments}
              path={toSitePath(site, { section: 'responses', query: { ...report.range, touchpoint, q: theme.text } })}
            />
          ))}
        </ul>
      )}
      {!comments.isAll && <p class="panel-note">{words.themes.notAll(toCountText(comments.here + comments.elsewhere, locale))}</p>}
    </section>
  )
}

type LineProps = { theme: Theme; comments: ThemesReport['comments']; path: string }

function ThemeLine({ theme, comments, path }: LineProps) {
  const { locale } = useSpeech()
  const words = useWords(touchpointWords)
  const { text, language, n, elsewhere, examples } = theme
  const count = (value: number) => toCountText(value, locale)
  return (
    <li>
      <details>
        <summary>
          <strong lang={language}>{text}</strong>{' '}
          <span>{words.themes.counts(count(n), count(comments.here), count(elsewhere), count(comments.elsewhere))}</span>
        </summary>
        <ul aria-label={words.themes.examples(text)}>
          {examples.map(({ id, text: comment }) => (
            <li key={id}>
              <CommentText text={comment} locale={language} />
            </li>
          ))}
        </ul>
        <a class="panel-link" href={path}>
          {words.themes.all}
        </a>
      </details>
    </li>
  )
}

function Feeling({ feeling }: { feeling: TouchpointFeeling }) {
  const { words: common, locale } = useSpeech()
  const words = useWords(touchpointWords)
  const { positive, negative, n, enoughData } = feeling
  const rest = 100 - (positive?.value ?? 0) - (negative?.value ?? 0)
  const parts = [
    { tone: 'worst', name: words.themes.negative, share: negative },
    { tone: 'best', name: words.themes.positive, share: positive },
  ] as const
  const toPercent = (percent: number) => toShareText(percent / 100, locale)
  return (
    <div class="feeling">
      <h3>
        {words.themes.feel}
        {!enoughData && <small>{common.touchpoint.notEnough}</small>}
      </h3>
      <div class="distribution-bar" aria-hidden="true">
        <span data-tone="worst" style={{ flexGrow: negative?.value ?? 0 }} />
        <span data-tone="middle" style={{ flexGrow: rest }} />
        <span data-tone="best" style={{ flexGrow: positive?.value ?? 0 }} />
      </div>
      <ul>
        {parts.map(
          ({ tone, name, share }) =>
            share && (
              <li key={tone} data-feel={tone}>
                {words.themes.shareOf(toPercent(share.value), toPercent(share.low), toPercent(share.high))} {name}
              </li>
            ),
        )}
        <li>
          {toPercent(rest)} {words.themes.neither}
        </li>
        <li>{words.themes.of(n, toCountText(n, locale))}</li>
      </ul>
    </div>
  )
}
