import type { Language } from '../preferences.ts'
import { sharingEn } from './words.en.ts'
import { sharingEs } from './words.es.ts'

type Role = 'owner' | 'editor' | 'analyst' | 'viewer'

export type SharingWords = {
  copy: string
  copied: string
  copyFailed: string
  linkOnce: string
  linkUntil: (when: string) => string
  done: string
  cancel: string
  adminOnly: { title: string; text: string }
  notMore: string
  allSites: string
  members: {
    title: string
    text: string
    invite: string
    empty: { title: string; text: string }
    name: string
    nameHint: string
    nameMissing: string
    role: string
    roles: Record<Role, { name: string; can: string }>
    sites: string
    everySite: string
    noSite: string
    lastSeen: string
    neverSeen: string
    you: string
    invited: (until: string) => string
    inviteEnded: string
    makeLink: string
    linkFor: (name: string) => string
    linkFirst: (name: string) => string
    newLink: string
    newLinkFor: (name: string) => string
    newLinkText: string
    endsSessions: string
    endsSessionsNote: string
    remove: string
    removeWho: (name: string) => string
    removeText: (name: string) => string
    removed: (name: string) => string
    roleOf: (name: string) => string
    changed: (name: string, role: string) => string
    lastOwner: string
  }
  shares: {
    title: string
    text: string
    create: string
    empty: { title: string; text: string }
    name: string
    nameHint: string
    nameMissing: string
    days: string
    rolling: Record<'7' | '30' | '90' | '365', string>
    fixed: string
    from: string
    to: string
    daysMissing: string
    daysNote: string
    filters: string
    filtersNote: string
    filter: Record<'stage' | 'touchpoint' | 'audience' | 'channel' | 'segment' | 'prompt' | 'kind', string>
    everything: string
    audiences: Record<'customer' | 'employee' | 'partner' | 'supplier', string>
    channels: Record<'digital' | 'physical' | 'personal', string>
    otherSegment: string
    comments: string
    commentsNote: string
    password: string
    passwordHint: (least: number) => string
    passwordShort: (least: number) => string
    ends: string
    endsAfter: Record<'7' | '30' | '90', string>
    never: string
    neverEnds: string
    made: string
    madeText: string
    wallboard: string
    openWallboard: string
    endsOn: (when: string) => string
    withPassword: string
    withComments: string
    opened: (when: string) => string
    neverOpened: string
    end: string
    endWhich: (name: string) => string
    endText: string
    ended: (name: string) => string
    lastDays: (days: number) => string
  }
}

export const sharingWords = { en: sharingEn, es: sharingEs } satisfies Record<Language, SharingWords>
