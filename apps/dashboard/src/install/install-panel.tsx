import type { Report } from '@pulso/protocol/types'
import { toSitePath } from '../route.ts'
import { useSpeech } from '../words/speech.tsx'
import { CodeBlock } from './code-block.tsx'
import { toScriptSnippet } from './snippets.ts'
import './install-panel.css'

type Props = { report: Report; onWholeYear: (() => void) | null }

/** In place of scores while nobody has been asked anything: the way to the page that has Pulso installed. */
export function InstallPanel({ report, onWholeYear }: Props) {
  const { words } = useSpeech()
  const touchpoints = report.stages.flatMap((stage) => stage.touchpoints)
  // The script alone asks nothing: the page says where its visitor is.
  const touchpoint = (touchpoints.find(({ momentOfTruth }) => momentOfTruth) ?? touchpoints[0])?.key ?? ''
  return (
    <section class="install" aria-labelledby="install-title">
      <h1 id="install-title">{words.install.title}</h1>
      <p>{words.install.text}</p>
      <CodeBlock
        code={toScriptSnippet({ host: location.origin, siteKey: report.site.siteKey }, { touchpoint, promptId: null, way: 'reach' })}
      />
      <p>
        <a class="button" href={toSitePath(report.site.id, { section: 'install' })}>
          {words.install.go}
        </a>
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
