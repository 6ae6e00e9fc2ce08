import { PATHS } from '@pulso/protocol/constants'
import { useEffect, useState } from 'preact/hooks'
import { ErrorNote } from '../controls/error-note.tsx'
import type { Preferences } from '../preferences.ts'
import { type Outcome, request } from '../request.ts'
import { toSitePath } from '../route.ts'
import type { Router } from '../router.ts'
import type { Rights, Session } from '../session.ts'
import { Advice } from '../site/advice.tsx'
import { PageHead } from '../site/page-head.tsx'
import { PlainPage } from '../site/plain-page.tsx'
import { StartCommand } from '../site/start-command.tsx'
import { isSite } from '../wire-guards.ts'
import { useWords } from '../words/speech.tsx'
import { toLikelyLocale, toLikelyTimeZone } from './languages.ts'
import { NewSiteForm, type SiteDraft } from './new-site-form.tsx'
import { StarterPreview } from './starter-preview.tsx'
import { toNewSite } from './to-new-site.ts'
import { toOrigins } from './to-origins.ts'
import { toSiteKey } from './to-site-id.ts'
import { newSiteWords } from './words.ts'
import './new-site-page.css'

export type NewSiteProps = { rights: Rights; session: Session; preferences: Preferences; router: Router }

/** Makes a site, and leads straight to putting it on pages. */
export function NewSitePage({ rights, session, preferences, router }: NewSiteProps) {
  const words = useWords(newSiteWords)
  const [draft, setDraft] = useState<SiteDraft>(() => ({
    name: '',
    address: '',
    business: 'shop',
    locale: toLikelyLocale(navigator.languages),
    timeZone: toLikelyTimeZone(),
    id: null,
  }))
  // The same for every attempt: one that arrived although nobody heard of it is then made again, not refused.
  const [siteKey] = useState(toSiteKey)
  const [isCreating, setIsCreating] = useState(false)
  const [refusedAddress, setRefusedAddress] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<Extract<Outcome<unknown>, { ok: false }> | null>(null)
  useEffect(() => {
    document.title = `${words.tab} · Pulso`
    return () => {
      document.title = 'Pulso'
    }
  }, [words])
  // Another one has the id since the list was read: its key is not this one.
  const isTaken = refusal?.problem?.detail.startsWith('siteKey') ?? false
  const [firstSite] = rights.sites
  const back = firstSite && <a href={toSitePath(firstSite.id)}>{words.back}</a>

  async function create(id: string): Promise<void> {
    setIsCreating(true)
    setRefusal(null)
    const { name, address, business, locale, timeZone } = draft
    const definition = toNewSite({ name: name.trim(), origins: toOrigins(address) ?? [], business, locale, timeZone, siteKey })
    const outcome = await request(PATHS.site(id), isSite, { method: 'PUT', body: definition })
    if (outcome.ok) {
      // The list of sites that the session knows is one short until then.
      await session.check()
      router.go(toSitePath(id, { section: 'install' }))
      // The button that had the focus is gone: it goes on where the new page begins.
      requestAnimationFrame(() => document.getElementById('content')?.focus({ preventScroll: true }))
      return
    }
    setIsCreating(false)
    setRefusal(outcome)
    setRefusedAddress(outcome.problem?.detail.startsWith('origins') ? address : null)
  }

  return (
    <PlainPage preferences={preferences} session={session}>
      {rights.mayCreateSites ? (
        <div class="page new-site">
          <PageHead path={back} title={words.title} lead={words.lead} />
          <div class="new-site-columns">
            <NewSiteForm
              draft={draft}
              taken={rights.sites.map(({ id }) => id)}
              isCreating={isCreating}
              refusedAddress={refusedAddress}
              onChange={setDraft}
              onCreate={(id) => void create(id)}
            >
              {refusal && (
                <ErrorNote failure={refusal.failure} problem={isTaken || refusedAddress !== null ? null : refusal.problem}>
                  {isTaken && <p>{words.idTaken}</p>}
                </ErrorNote>
              )}
            </NewSiteForm>
            <StarterPreview business={draft.business} name={draft.name.trim() || words.namePlaceholder} />
          </div>
        </div>
      ) : (
        <Advice {...words.mayNot}>
          <StartCommand />
          {back}
        </Advice>
      )}
    </PlainPage>
  )
}
