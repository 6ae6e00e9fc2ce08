import type { InstallReport, InstallSign, Reason, Site } from '@pulso/protocol/types'

/** Signs of longer ago were left by another attempt. */
const RECENT_MS = 24 * 3_600_000
/** How long nothing may happen before that itself says something: a page must be saved, opened and answered first. */
export const PATIENCE_MS = 60_000

/** Why no answer that counts has come yet, as far as anything shows. */
export type Cause =
  /** Pages of an origin that the site does not name: their answers are refused, or would be. */
  | { is: 'origin'; origin: string; hasAnswered: boolean }
  /** The same of a page without an origin: a file, a sandboxed frame. */
  | { is: 'file'; hasAnswered: boolean }
  /** Answers were refused for another reason. */
  | { is: 'refused'; sign: Exclude<InstallSign['sign'], 'script' | 'origin-not-allowed'>; origin: string | null }
  /** Answers came, and were put aside as stuffed. */
  | { is: 'quarantine'; answered: number }
  /** A page of this machine: what comes from there is a test. */
  | { is: 'local'; origin: string | null; answered: number }
  /** Pages name touchpoints that the journey does not have. */
  | { is: 'unmapped' }
  /** Touchpoints were reached and nothing was asked. The most frequent reason first. */
  | { is: 'held-back'; reasons: [Reason, number][] }
  /** It was asked, and nobody has answered. */
  | { is: 'unanswered'; shown: number }
  /** Nothing may be asked before the visitor agrees. */
  | { is: 'consent' }
  /** The script is there, and no page says where its visitor is. */
  | { is: 'silent' }
  /** No page has loaded the script, as far as it can be seen from here. */
  | { is: 'never-loaded' }

/** Of a site that has answers: what still keeps some of them out. */
export function toLosses(report: InstallReport, nowMs: number): Cause[] {
  return toCauses(report, { consent: 'not-required' }, nowMs, 0).filter(
    (cause) => cause.is === 'refused' || ((cause.is === 'origin' || cause.is === 'file') && cause.hasAnswered),
  )
}

/** Those that are known, the one that explains most first. `waitedMs`: how long somebody has been looking. */
export function toCauses({ signs, lanes, reach }: InstallReport, site: Pick<Site, 'consent'>, nowMs: number, waitedMs: number): Cause[] {
  const recent = signs.filter(({ lastAt }) => nowMs - lastAt < RECENT_MS)
  const causes: Cause[] = []
  for (const origin of new Set(recent.filter(({ counts }) => counts === 'refused').map((sign) => sign.origin))) {
    const hasAnswered = recent.some((sign) => sign.origin === origin && sign.sign === 'origin-not-allowed')
    if (origin === 'null') causes.push({ is: 'file', hasAnswered })
    else if (origin !== null) causes.push({ is: 'origin', origin, hasAnswered })
  }
  for (const { sign, origin } of recent) {
    if (sign !== 'script' && sign !== 'origin-not-allowed') causes.push({ is: 'refused', sign, origin })
  }
  if (lanes.quarantine.answered > 0) causes.push({ is: 'quarantine', answered: lanes.quarantine.answered })

  const local = recent.find(({ counts }) => counts === 'test')
  if (local || lanes.test.answered > 0) causes.push({ is: 'local', origin: local?.origin ?? null, answered: lanes.test.answered })

  const reached = reach.production.reached + reach.test.reached
  const shown = lanes.production.shown + lanes.verified.shown + lanes.test.shown + lanes.quarantine.shown
  const answered = lanes.production.answered + lanes.verified.answered + lanes.test.answered + lanes.quarantine.answered
  if (shown > 0) {
    if (answered === 0) causes.push({ is: 'unanswered', shown })
    return causes
  }
  const reasons = toReasons(reach)
  if (reach.production.unmapped + reach.test.unmapped > 0) causes.push({ is: 'unmapped' })
  else if (reasons.length > 0) causes.push({ is: 'held-back', reasons })
  if (waitedMs < PATIENCE_MS || reached > 0 || causes.some(({ is }) => is === 'origin' || is === 'file' || is === 'refused')) return causes

  const isLoaded = recent.some(({ sign }) => sign === 'script')
  if (isLoaded) causes.push(site.consent === 'not-required' ? { is: 'silent' } : { is: 'consent' })
  else causes.push({ is: 'never-loaded' })
  return causes
}

function toReasons({ production, test }: InstallReport['reach']): [Reason, number][] {
  const sums = new Map<Reason, number>()
  for (const { heldBack } of [production, test]) {
    for (const [reason, count] of Object.entries(heldBack) as [Reason, number][]) sums.set(reason, (sums.get(reason) ?? 0) + count)
  }
  return [...sums].sort(([, left], [, right]) => right - left)
}

/** What somebody can do about a reason; several share one piece of advice. */
export const REMEDIES = ['seen', 'sample', 'consent', 'no-prompt', 'load', 'rules', 'quota', 'wait'] as const
export type Remedy = (typeof REMEDIES)[number]

export function toRemedy(reason: Reason): Remedy {
  switch (reason) {
    case 'after-shown':
    case 'after-answered':
    case 'after-dismissed':
    case 'budget':
    case 'repeat':
    case 'snoozed':
      return 'seen'
    case 'sample':
    case 'consent':
    case 'no-prompt':
    case 'quota':
      return reason
    case 'load-failed':
    case 'not-loaded':
    case 'destroyed':
      return 'load'
    case 'url':
    case 'device':
    case 'language':
    case 'segment':
    case 'traits':
    case 'visits':
    case 'grace':
      return 'rules'
    default:
      return 'wait'
  }
}
