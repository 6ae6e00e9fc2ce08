import { PATHS } from '@pulso/protocol/constants'
import type { Report } from '@pulso/protocol/types'
import { Fragment } from 'preact'
import { toLocalized } from '../format/localized.ts'
import { toTouchpoints } from '../live/watch-state.ts'
import { useSpeech } from '../words/speech.tsx'
import { CopyButton } from './copy-button.tsx'
import './install-panel.css'

type Props = { report: Report; onWholeYear: (() => void) | null }

/** What to do while nobody has been asked anything: the snippet, the call, and a sign that the page is listening. */
export function InstallPanel({ report, onWholeYear }: Props) {
  const { words, language } = useSpeech()
  const script = `<script async src="${location.origin}${PATHS.siteScript(report.site.siteKey)}"></script>`
  const [touchpoint] = toTouchpoints(report)
  return (
    <section class="install" aria-labelledby="install-title">
      <h1 id="install-title">{words.install.title}</h1>
      <p>{words.install.text}</p>
      <Snippet label={words.install.snippet} code={script} />
      {touchpoint && (
        <Snippet
          label={words.install.call(toLocalized(touchpoint.name, language))}
          code={`(window.pulso ||= []).push(['touchpoint', '${touchpoint.key}'])`}
        />
      )}
      <p class="install-waiting">
        <span class="install-pulse" aria-hidden="true" />
        {words.install.waiting}
      </p>
      {onWholeYear && (
        <p class="install-quiet">
          <strong>{words.install.quiet.title}.</strong> {words.install.quiet.text}{' '}
          <button type="button" class="link" onClick={onWholeYear}>
            {words.install.wholeYear}
          </button>
        </p>
      )}
    </section>
  )
}

function Snippet({ label, code }: { label: string; code: string }) {
  return (
    <Fragment>
      <h2>{label}</h2>
      <div class="snippet">
        <pre>
          <code>{code}</code>
        </pre>
        <CopyButton text={code} />
      </div>
    </Fragment>
  )
}
