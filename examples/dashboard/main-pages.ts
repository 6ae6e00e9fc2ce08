import type { Site } from '@pulso/protocol'

/** A page of the dashboard as people know it: for pictures, for axe, and for the clock. */
export interface MainPage {
  name: string
  toPath(site: Pick<Site, 'id' | 'touchpoints' | 'prompts'>): string
}

const toSite = (rest: string) => (site: Pick<Site, 'id'>) => `/sites/${site.id}${rest}`

/** Every main page, in the order in which somebody meets them. Each is there once it has a heading and is no longer busy: see `isThere`. */
export const MAIN_PAGES: readonly MainPage[] = [
  { name: 'journey', toPath: toSite('?days=90') },
  { name: 'touchpoint', toPath: ({ id, touchpoints }) => `/sites/${id}/touchpoints/${findMomentOfTruth(touchpoints)}?days=90` },
  { name: 'responses', toPath: toSite('/responses') },
  { name: 'prompts', toPath: toSite('/prompts') },
  { name: 'prompt', toPath: ({ id, prompts }) => `/sites/${id}/prompts/${prompts[0]?.id}` },
  { name: 'ecosystem', toPath: toSite('/ecosystem?days=90') },
  { name: 'settings', toPath: toSite('/settings') },
  { name: 'install', toPath: toSite('/install') },
  { name: 'wallboard', toPath: toSite('/wallboard?days=90') },
  { name: 'new-site', toPath: () => '/new' },
]

function findMomentOfTruth(touchpoints: Site['touchpoints']): string | undefined {
  return (touchpoints.find(({ momentOfTruth }) => momentOfTruth) ?? touchpoints[0])?.key
}

/** Run in the page: whether it shows what it is about. */
export function isThere(): boolean {
  return document.querySelector('h1') !== null && document.querySelector('.skeleton, [aria-busy="true"]') === null
}
