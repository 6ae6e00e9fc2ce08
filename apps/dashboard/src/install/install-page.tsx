import { useEffect, useMemo } from 'preact/hooks'
import { toSitePath } from '../route.ts'
import { Advice } from '../site/advice.tsx'
import { PageHead } from '../site/page-head.tsx'
import type { PageProps } from '../site/page-props.ts'
import { Skeleton } from '../site/skeleton.tsx'
import { useSpeech, useWords } from '../words/speech.tsx'
import { InstallCauses } from './install-causes.tsx'
import { InstallSeen } from './install-seen.tsx'
import { InstallStatus } from './install-status.tsx'
import { createInstallWatch, hasAnswers } from './install-watch.ts'
import { findPrompt, MomentChooser } from './moment-chooser.tsx'
import { SendTest } from './send-test.tsx'
import { SnippetTabs } from './snippet-tabs.tsx'
import { INSTALL_PATHS, type Moment, WAYS } from './snippets.ts'
import { toCauses, toLosses } from './to-causes.ts'
import { installWords } from './words.ts'
import './install-page.css'

/** From a site without pages to the first answer. */
export function InstallPage({ site: id, query, watch, definition, session, router }: PageProps) {
  const { words: shell } = useSpeech()
  const words = useWords(installWords)
  const state = session.state.value
  const rights = state.is === 'signed-in' ? state : null
  const mayReadResponses = rights?.mayReadResponses ?? false
  const installing = useMemo(() => createInstallWatch(id, mayReadResponses), [id, mayReadResponses])
  useEffect(() => () => installing.destroy(), [installing])
  useEffect(() => {
    void definition.read()
  }, [definition])
  const asOf = watch.state.value.report?.asOf
  useEffect(() => {
    // The live room has heard of something before the next look is due.
    installing.hear()
  }, [asOf, installing])

  const site = definition.site.value
  if (site === null) {
    if (definition.failure.value === null) return <Skeleton />
    return (
      <Advice {...shell.failures[definition.failure.value]}>
        <button type="button" class="button" onClick={() => void definition.read()}>
          {shell.tryAgain}
        </button>
      </Advice>
    )
  }

  const asked = site.prompts[0]?.touchpoints[0] ?? site.touchpoints[0]?.key ?? ''
  const touchpoint = site.touchpoints.find(({ key }) => key === query.get('touchpoint'))?.key ?? asked
  const way = WAYS.find((known) => known === query.get('way')) ?? 'reach'
  const path = INSTALL_PATHS.find((known) => known === query.get('by')) ?? 'script'
  const moment: Moment = { touchpoint, way, promptId: findPrompt(site, touchpoint)?.id ?? null }
  const choose = (name: string, value: string) => {
    const next = new URLSearchParams(query)
    next.set(name, value)
    router.go(toSitePath(id, { section: 'install', query: next }), { replace: true })
  }
  const report = installing.report.value
  const now = Date.now()
  const causes = report === null ? [] : hasAnswers(report) ? toLosses(report, now) : toCauses(report, site, now, installing.waitedMs.value)
  const refresh = () => void installing.refresh()

  return (
    <div class="page install-page">
      <PageHead title={words.title} lead={words.lead(site.name)} />
      <ol class="install-steps">
        <li>
          <h2>{words.steps.choose}</h2>
          <MomentChooser
            site={site}
            moment={moment}
            onTouchpoint={(key) => choose('touchpoint', key)}
            onWay={(chosen) => choose('way', chosen)}
          />
        </li>
        <li>
          <h2>{words.steps.paste}</h2>
          <SnippetTabs
            address={{ host: location.origin, siteKey: site.siteKey }}
            moment={moment}
            chosen={path}
            onChoose={(chosen) => choose('by', chosen)}
          />
        </li>
        <li>
          <h2>{words.steps.answer}</h2>
          <p class="install-note">{words.answerNote}</p>
        </li>
      </ol>
      <div class="install-side">
        <InstallStatus site={site} watch={installing} />
        <InstallCauses causes={causes} site={site} definition={definition} mayWrite={rights?.mayWrite ?? false} onChanged={refresh} />
        {report && <InstallSeen report={report} timeZone={site.timeZone} />}
        <SendTest key={touchpoint} site={site} touchpoint={touchpoint} onStored={refresh} />
      </div>
    </div>
  )
}
