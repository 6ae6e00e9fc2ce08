import type { Language } from '../preferences.ts'
import type { Finding } from './check-pasted.ts'
import type { InstallPath, Way } from './snippets.ts'
import type { Cause, Remedy } from './to-causes.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

type Advice = { title: string; text: string }

export type InstallWords = {
  title: string
  lead: (site: string) => string
  steps: Record<'choose' | 'paste' | 'answer', string>
  touchpoint: string
  noQuestion: string
  way: string
  ways: Record<Way, string>
  wayNotes: Record<Way, string>
  asks: (question: string) => string
  asksNothing: string
  toPrompts: string
  tabs: string
  /** Of those that are no names: `npm` is npm everywhere. */
  tabNames: Record<Exclude<InstallPath, 'script' | 'npm' | 'react'>, string>
  notes: Record<InstallPath | 'npmFirst' | 'cspInline' | 'pinned', string>
  answerNote: string
  status: {
    waiting: string
    waitingNote: string
    test: string
    testNote: string
    arrived: string
    arrivedNote: string
    running: string
    runningNote: (day: string) => string
    quiet: string
    quietNote: (day: string) => string
    newest: string
    toJourney: string
  }
  seen: {
    title: string
    script: string
    scriptBy: (origin: string, when: string) => string
    scriptUnknown: (when: string) => string
    never: string
    reached: string
    asked: string
    answered: string
    ofToday: string
  }
  send: {
    title: string
    text: string
    button: string
    sending: string
    stored: (ms: string) => string
    comment: string
    nothing: string
  }
  causes: {
    title: string
    addOrigin: (origin: string) => string
    onlyOrigin: (origin: string) => string
    added: (origin: string) => string
    origin: { title: (origin: string) => string; refused: string; wouldBe: string }
    file: Advice
    takeFiles: string
    filesTaken: string
    refused: Record<Extract<Cause, { is: 'refused' }>['sign'], Advice>
    at: (origin: string) => string
    quarantine: { title: (count: number) => string; text: string }
    local: { title: (origin: string) => string; somewhere: string; answered: string; loaded: string }
    unmapped: Advice
    heldBack: Advice
    times: (count: string) => string
    unanswered: { title: (count: number) => string; text: string }
    consent: Advice
    silent: Advice & { checks: readonly [call: string, console: string, blocker: string] }
    /** In place of the check of the address, while Pulso runs on this machine. */
    hostIsHere: string
    neverLoaded: Advice & { checks: readonly [saved: string, key: string, host: string, console: string, blocker: string] }
    remedies: Record<Remedy, string>
  }
  pasted: {
    label: string
    hint: string
    wrongKey: (found: string, right: string) => string
    wrongHost: (found: string, right: string) => string
    findings: Record<Exclude<Finding['is'], 'wrong-key' | 'wrong-host'>, string>
  }
  failure: string
}

export const installWords = { en, es } satisfies Record<Language, InstallWords>
