import type { Section } from '../route.ts'
import type { PageComponent } from './page-props.ts'

/** Where each page comes from: a file of its own that arrives when it is opened. */
export const PAGES: Partial<Record<Section, () => Promise<PageComponent>>> = {
  journey: () => import('../journey/journey-page.tsx').then(({ JourneyPage }) => JourneyPage),
  responses: () => import('../responses/responses-page.tsx').then(({ ResponsesPage }) => ResponsesPage),
  prompts: () => import('../prompts/prompts-page.tsx').then(({ PromptsPage }) => PromptsPage),
  touchpoints: () => import('../touchpoint/touchpoint-page.tsx').then(({ TouchpointPage }) => TouchpointPage),
  ecosystem: () => import('../ecosystem/ecosystem-page.tsx').then(({ EcosystemPage }) => EcosystemPage),
  install: () => import('../install/install-page.tsx').then(({ InstallPage }) => InstallPage),
  wallboard: () => import('../wallboard/wallboard-page.tsx').then(({ WallboardPage }) => WallboardPage),
  settings: () => import('../settings/settings-page.tsx').then(({ SettingsPage }) => SettingsPage),
}

/** Pages whose numbers are of the days that the top bar chooses. */
export const RANGED_SECTIONS: ReadonlySet<Section> = new Set<Section>(['journey', 'touchpoints', 'ecosystem'])
