import type { Audience } from '@pulso/protocol/types'
import type { Language } from '../preferences.ts'
import type { RefusalReason } from './arrange/edit-refused.ts'
import type { Blindness } from './curve/stage-emotion.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

/** What the map says, and what is said while it is arranged. Counts arrive twice where grammar needs it: as a number and as text. */
export type JourneyWords = {
  /** Names the part of the map that scrolls. */
  stages: string
  curve: {
    title: string
    /** Whose it is, where the journey has several audiences. */
    of: Record<Audience, string>
    note: string
    happy: string
    unhappy: string
    /** For the ear, at each stage. */
    value: (balance: string, low: string, high: string) => string
    blind: Record<Blindness, (count: number, text: string, enough: number) => string>
    table: string
    columns: { stage: string; balance: string; interval: string; happy: string; between: string; unhappy: string; answers: string }
  }
  filter: {
    audience: string
    channel: string
    all: string
    audiences: Record<Audience, string>
    none: string
  }
  movement: {
    higher: (points: string) => string
    lower: (points: string) => string
    steady: string
    unknown: string
    /** The whole of it: from where to where, and how sure. */
    whole: Record<'higher' | 'lower', (points: string, least: string, most: string, days: string) => string>
    wholeSteady: (days: string) => string
    wholeUnknown: (days: string, enough: number) => string
    /** Names the small drawing. */
    course: string
  }
  arrange: {
    open: string
    title: string
    note: string
    done: string
    reading: string
    addStage: string
    addTouchpoint: (stage: string) => string
    addTouchpointShort: string
    handle: (touchpoint: string) => string
    handleHint: string
    lifted: (touchpoint: string, stage: string, place: number, of: number) => string
    over: (stage: string, place: number, of: number) => string
    edge: string
    dropped: (touchpoint: string, stage: string, place: number) => string
    putBack: (touchpoint: string) => string
    gap: string
    edit: (name: string) => string
    editShort: string
    move: (name: string) => string
    moveShort: string
    moveStageBack: (stage: string) => string
    moveStageOn: (stage: string) => string
    emptyStage: string
  }
  dialog: {
    newStage: string
    editStage: string
    newTouchpoint: string
    editTouchpoint: string
    moveTitle: (touchpoint: string) => string
    mergeTitle: (touchpoint: string) => string
    splitTitle: (touchpoint: string) => string
    save: string
    add: string
    move: string
    merge: string
    split: string
    delete: string
    mergeOpen: string
    splitOpen: string
    nameIn: (language: string) => string
    nameHint: string
    key: string
    keyHint: string
    keyRenamed: (former: string) => string
    phase: string
    stage: string
    channel: string
    audience: string
    momentOfTruth: string
    momentOfTruthHint: string
    targetScore: string
    targetScoreHint: string
    targetMargin: string
    targetMarginHint: string
    formerly: string
    position: string
    first: string
    behind: (touchpoint: string) => string
    mergeInto: string
    mergeNote: string
    splitPrompts: string
    splitNote: string
    deleteStageNote: (heir: string) => string
    deleteTouchpointNote: string
  }
  mistakes: { name: string; key: string; keyTaken: string; targetScore: string; targetMargin: string; prompts: string }
  done: {
    moved: (touchpoint: string, stage: string) => string
    stageMoved: (stage: string) => string
    added: (name: string) => string
    saved: (name: string) => string
    deleted: (name: string) => string
    merged: (from: string, into: string) => string
    split: (name: string) => string
    undone: string
  }
  refusals: Record<RefusalReason, (subject: string) => string>
  failed: { savedMeanwhile: string; unreachable: string; notAllowed: string; other: (detail: string) => string }
  tray: {
    counted: (answered: number, text: string, shown: string) => string
    place: string
    placeFor: (name: string) => string
    looking: string
    lookFurther: string
    partOf: (found: string, all: string) => string
    title: (name: string) => string
    as: string
    asNew: string
    asAlias: string
    alias: string
    aliasNote: string
    claiming: (name: string, claimed: number, text: string) => string
    claimed: (name: string, touchpoint: string, claimed: number, text: string) => string
    claimFailed: (name: string) => string
    claimAgain: string
  }
}

export const journeyWords = { en, es } satisfies Record<Language, JourneyWords>
