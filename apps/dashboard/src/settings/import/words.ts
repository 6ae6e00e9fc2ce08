import type { Language } from '../../preferences.ts'
import type { Role } from './columns.ts'
import type { ReportedRow, SkipReason } from './import-plan.ts'
import type { DateOrder } from './parse-time.ts'
import { importWordsEn } from './words.en.ts'
import { importWordsEs } from './words.es.ts'

export interface ImportWords {
  intro: { title: string; text: string; private: string; choose: string }
  insecure: { title: string; text: string }
  notKept: { title: string; text: string }
  reading: (percent: string) => string
  file: (name: string, rows: string) => string
  another: string
  empty: { title: string; text: string }
  columns: {
    title: string
    text: string
    roles: Record<Role, { name: string; hint?: string }>
    none: string
    sample: (texts: string) => string
    missing: string
    personal: (names: string) => string
  }
  people: { name: string; hint: string }
  targets: {
    title: string
    text: string
    rows: (type: string, count: string) => string
    allRows: (count: string) => string
    scores: (lowest: string, highest: string) => string
    noScores: string
    prompt: string
    touchpoint: string
    skip: string
    fresh: (kind: string, scale: string) => string
    freshHint: string
    effort: string
    none: string
  }
  time: {
    title: string
    zone: string
    zoneHint: string
    ofSite: (zone: string) => string
    order: string
    orders: Record<DateOrder, string>
    proved: Record<DateOrder, string>
    unproved: string
  }
  check: string
  checkHint: string
  dry: {
    title: string
    nothing: string
    ready: (count: string) => string
    range: (from: string, to: string) => string
    comments: (count: string) => string
    to: (count: string, prompt: string, touchpoint: string) => string
    start: (count: string) => string
    startHint: string
    verified: string
    preparing: string
  }
  skipped: {
    title: (count: string) => string
    none: string
    reasons: Record<SkipReason, string>
    cut: (count: string) => string
    download: string
    heads: [line: string, why: string, what: string]
    rows: Record<ReportedRow['reason'], string>
  }
  run: {
    title: string
    sending: (sent: string, total: string) => string
    keepsOn: string
    waiting: string
    elsewhere: string
    paused: string
    stopped: string
    pause: string
    goOn: string
    cancel: string
    cancelTitle: string
    cancelText: (sent: string) => string
  }
  done: {
    title: string
    text: (sent: string, file: string) => string
    known: (count: string) => string
    look: string
    another: string
    undo: string
  }
}

export const importWords = { en: importWordsEn, es: importWordsEs } satisfies Record<Language, ImportWords>
