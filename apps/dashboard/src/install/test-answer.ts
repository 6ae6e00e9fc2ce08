import type { Prompt, Response } from '@pulso/protocol/types'

/** The site's key in the form whose answers are test traffic, wherever they come from. */
export function toTestKey(siteKey: string): string {
  return siteKey.replace(/^pk_/, 'pk_test_')
}

/** An answer to a prompt as a visitor would give it, a happy one. */
export function toTestAnswer(
  prompt: Pick<Prompt, 'id' | 'version' | 'kind' | 'scaleMax' | 'options'>,
  touchpoint: string,
  locale: string,
  comment: string,
  nowMs: number,
): Response {
  const { id, version, kind, scaleMax, options = [] } = prompt
  const option = options.find(({ retired }) => !retired)?.key
  return {
    id: toResponseId(nowMs, crypto.getRandomValues(new Uint8Array(9))),
    rev: 1,
    promptId: id,
    promptVersion: version,
    kind,
    scaleMax,
    touchpoint,
    state: 'completed',
    locale,
    // As long as somebody needs to read a question: what is answered sooner looks like a program.
    shownAt: nowMs - 4000,
    answeredAt: nowMs,
    comment,
    ...toChoice(kind, scaleMax, option),
  }
}

/** UUIDv7 (RFC 9562): 48 bits of time, then chance. */
function toResponseId(atMs: number, random: Uint8Array): string {
  const chance = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const digits = `${atMs.toString(16).padStart(12, '0')}7${chance.slice(0, 3)}8${chance.slice(3)}`
  return digits.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** What carries the answer: the best score, the first option, or the text alone. */
function toChoice(kind: Prompt['kind'], scaleMax: number, option: string | undefined): Pick<Response, 'score' | 'choices'> {
  if (kind === 'text') return {}
  if (kind === 'choice') return option === undefined ? {} : { choices: [option] }
  return { score: scaleMax }
}
