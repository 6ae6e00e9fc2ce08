import type { ComponentType } from 'preact'
import type { SiteWatch } from '../live/site-watch.ts'
import type { Preferences } from '../preferences.ts'
import type { SiteRoute } from '../route.ts'
import type { Router } from '../router.ts'
import type { Session } from '../session.ts'
import type { SiteDefinitionStore } from './site-definition-store.ts'

/** What every page of a site gets: where it is, what is known of the site, and who looks. */
export type PageProps = Pick<SiteRoute, 'site' | 'item' | 'query' | 'days'> & {
  watch: SiteWatch
  definition: SiteDefinitionStore
  session: Session
  preferences: Preferences
  router: Router
}

export type PageComponent = ComponentType<PageProps>
