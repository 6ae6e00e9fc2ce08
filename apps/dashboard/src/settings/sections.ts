import type { Site } from '@pulso/protocol/types'
import type { ComponentType } from 'preact'
import type { PageProps } from '../site/page-props.ts'

/** What every section of the settings gets: what pages get, and the site as it is. */
export type SettingsSectionProps = PageProps & { current: Site }
type SectionComponent = ComponentType<SettingsSectionProps>

/** In the order of the list; what concerns the site, then who gets in, then what goes in and out. */
export const SETTINGS = [
  'site',
  'answers',
  'look',
  'segments',
  'members',
  'share',
  'tokens',
  'releases',
  'journey-file',
  'import',
  'danger',
] as const
export type SettingsKey = (typeof SETTINGS)[number]

/** Those that only an admin can do anything with. */
export const FOR_ADMINS: ReadonlySet<SettingsKey> = new Set<SettingsKey>(['members', 'share', 'tokens'])

/** Where each section comes from: a file of its own, with its own words, that arrives when it is opened. */
export const SECTION_FILES: Partial<Record<SettingsKey, () => Promise<SectionComponent>>> = {
  site: () => import('./site/site-section.tsx').then(({ SiteSection }) => SiteSection),
  answers: () => import('./answers/answers-section.tsx').then(({ AnswersSection }) => AnswersSection),
  look: () => import('./look/look-section.tsx').then(({ LookSection }) => LookSection),
  segments: () => import('./segments/segments-section.tsx').then(({ SegmentsSection }) => SegmentsSection),
  members: () => import('../sharing/members-section.tsx').then(({ MembersSection }) => MembersSection),
  share: () => import('../sharing/share-section.tsx').then(({ ShareSection }) => ShareSection),
  tokens: () => import('./tokens/tokens-section.tsx').then(({ TokensSection }) => TokensSection),
  releases: () => import('./releases/releases-section.tsx').then(({ ReleasesSection }) => ReleasesSection),
  'journey-file': () => import('./journey-file/journey-file-section.tsx').then(({ JourneyFileSection }) => JourneyFileSection),
  import: () => import('./import/import-section.tsx').then(({ ImportSection }) => ImportSection),
  danger: () => import('./danger/danger-section.tsx').then(({ DangerSection }) => DangerSection),
}
