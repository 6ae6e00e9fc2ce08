import type { Section } from '../route.ts'

/** The sections that stand in the navigation, in its order. */
export const NAMED_SECTIONS = ['journey', 'responses', 'prompts', 'ecosystem', 'settings'] as const
export type NamedSection = (typeof NAMED_SECTIONS)[number]

/** Where a section belongs in the navigation: a touchpoint is a part of the journey, and what puts Pulso on pages is listed among the settings. */
export function toNamedSection(section: Section): NamedSection {
  if (section === 'install') return 'settings'
  return NAMED_SECTIONS.find((named) => named === section) ?? 'journey'
}
