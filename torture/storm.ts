import type { Site } from '@pulso/protocol'

/** What apps/worker/test/run-storm.ts is asked to do. */
export interface StormOrder {
  siteKey: Site['siteKey']
  /** Requests a second, whether or not those before were answered; without it as many as are answered, on 16 connections. */
  perSecond?: number
  durationMs: number
  responsesEach: number
  seed: number
}

/** What came of it. */
export interface StormReport {
  sent: number
  unansweredAtEnd: number
  /** How often each answer came, such as `503 with Retry-After`. */
  answers: Record<string, number>
  /** From the end of it until three requests in a row were stored within a second each. */
  recoveryMs: number
}
