import type { Address } from './snippets.ts'

/** What is wrong with the code of a page, as far as its text shows; `fine` when nothing is. */
export type Finding =
  | { is: 'no-script' }
  | { is: 'wrong-key'; found: string }
  | { is: 'wrong-host'; found: string }
  /** The line stands there and does nothing: in a comment, or as text. */
  | { is: 'asleep' }
  | { is: 'no-call' }
  | { is: 'fine' }

const ADDRESS = /(https?:)?\/\/[^\s"'<>/]+(?=\/(?:w\/|widget\/))/i
const KEY = /(?:\/w\/|[?&]site=|siteKey\W{1,4})(pk_[A-Za-z0-9_]+)/
const HOST_OF_MODULE = /host\W{1,4}(https?:\/\/[^\s"'`]+)/

/** Looks through what somebody has on their page for the two things that must be exactly right, and for whether anything is told. */
export function checkPasted(text: string, { host, siteKey }: Address): Finding[] {
  const awake = text.replaceAll(/<!--[\s\S]*?-->/g, '').replaceAll(/&lt;script[\s\S]*?\/script&gt;/g, '')
  const key = KEY.exec(awake)?.[1]
  if (key === undefined) return [{ is: KEY.test(text) ? 'asleep' : 'no-script' }]
  const findings: Finding[] = []
  // The test form of the key belongs to the same site.
  if (key !== siteKey && key !== siteKey.replace('pk_', 'pk_test_')) findings.push({ is: 'wrong-key', found: key })
  const written = ADDRESS.exec(awake)?.[0] ?? HOST_OF_MODULE.exec(awake)?.[1]
  const isHost = written === undefined || written.replace(/^\/\//, `${host.split('//')[0]}//`).replace(/\/$/, '') === host
  if (!isHost) findings.push({ is: 'wrong-host', found: written })
  if (!/touchpoint|\bask\b/.test(awake)) findings.push({ is: 'no-call' })
  return findings.length === 0 ? [{ is: 'fine' }] : findings
}
