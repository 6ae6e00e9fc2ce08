import type { Flag, Lane, Marks, QuarantineReason, Sentiment } from '@pulso/protocol/types'
import type { Language } from '../preferences.ts'
import type { FilterName } from './filter.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

type Status = Marks['status']
type Band = 'low' | 'mid' | 'high'

/** Counts arrive twice where grammar needs it: as a number for the plural and as text for the eye. */
export type ResponsesWords = {
  title: string
  notYours: { title: string; text: string }
  loading: string
  list: string
  search: { label: string; placeholder: string }
  filters: {
    button: string
    title: string
    clear: string
    names: Record<FilterName, string>
    any: string
    remove: (filter: string) => string
    statuses: Record<Status, string>
    bands: Record<Band, string>
    sentiments: Record<NonNullable<Sentiment['label']>, string>
    comments: { only: string; none: string }
    lanes: Record<Lane, string>
    reasons: Record<QuarantineReason, string>
    flags: Record<Flag, string>
    allLanes: string
    unanswered: string
    unmapped: string
    person: string
    inQuarantine: (count: number, text: string, range: string) => string
  }
  files: { title: string; csv: string; ndjson: string }
  arrived: (count: number, text: string) => string
  shown: (count: number, text: string) => string
  looked: (rows: string, day: string) => string
  lookedBeyond: (rows: string) => string
  lookedAll: (rows: string) => string
  further: string
  beyond: string
  more: string
  reading: string
  none: { title: string; text: string; install: string }
  noMatch: { title: string; text: string; clear: string }
  row: {
    noText: string
    onlyShown: string
    dismissed: string
    isNew: string
    isDone: string
    select: (what: string) => string
    notes: (count: number, text: string) => string
  }
  bulk: { label: string; selected: (count: number, text: string) => string; all: string; clear: string; tag: string }
  actions: {
    done: string
    read: string
    unread: string
    copy: string
    copied: string
    copyFailed: string
    back: string
    previous: string
    next: string
  }
  detail: {
    label: string
    choose: { title: string; text: string }
    gone: { title: string; text: string; back: string }
    question: string
    second: string
    other: string
    chose: string
    when: string
    touchpoint: string
    language: string
    segment: string
    noSegment: string
    source: string
    sources: { visitor: string; demo: string; import: string }
    who: string
    people: { anonymous: string; pseudonymous: string; verified: string }
    feels: string
    id: string
    version: (version: string) => string
  }
  tags: {
    title: string
    add: string
    hint: string
    button: string
    remove: (tag: string) => string
    uses: (count: number, text: string) => string
    full: (most: string) => string
    refused: (why: string) => string
  }
  notes: { title: string; add: string; author: string; authorHint: string; button: string; none: string; anonymous: string; remove: string }
  quality: {
    title: string
    inQuarantine: Record<QuarantineReason, string>
    released: string
    confirmed: string
    flags: Record<Flag, string>
    test: string
    release: string
    confirm: string
    put: string
    needsRight: string
  }
  person: {
    title: string
    text: string
    anonymous: string
    all: string
    csv: string
    ndjson: string
    erase: string
    eraseOne: string
    needsRight: string
  }
  erase: {
    oneTitle: string
    oneText: string
    oneMarks: (notes: string) => string
    oneButton: string
    personTitle: string
    counting: (rows: string) => string
    personText: (count: number, text: string) => string
    between: (from: string, to: string) => string
    withTexts: (comments: string, notes: string) => string
    noWay: string
    personButton: (count: number, text: string) => string
    erasing: string
    nothing: string
  }
  said: {
    marked: Record<Status, (count: number, text: string) => string>
    tagged: (tag: string, count: string) => string
    released: (count: number, text: string) => string
    confirmed: (count: number, text: string) => string
    noteRemoved: string
    erased: (count: number, text: string) => string
    failed: string
  }
  keys: {
    next: string
    previous: string
    done: string
    read: string
    select: string
    tag: string
    note: string
    search: string
    back: string
  }
}

export const responsesWords = { en, es } satisfies Record<Language, ResponsesWords>
