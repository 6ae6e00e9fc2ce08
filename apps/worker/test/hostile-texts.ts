import type { SeededRandom } from './seeded-random.ts'

/** What is a command to somebody: stored as it is, because it is only text here. */
export const HOSTILE_TEXTS = [
  "'; DROP TABLE responses; --",
  "' OR '1'='1",
  '"; DELETE FROM sites WHERE 1=1 --',
  "x') ON CONFLICT DO NOTHING; UPDATE tallies_day SET s10 = 999; --",
  '<script>alert(document.domain)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  'javascript:alert(1)',
  '{{constructor.constructor("return this")()}}',
  '#{7*7}',
  '=HYPERLINK("https://evil.example","open")',
  '@SUM(1+9)*cmd|" /C calc"!A0',
  '../../../../etc/passwd',
  '%s%s%s%n',
  '() { :; }; echo vulnerable',
  '$(reboot)',
  '{"$gt":""}',
  '*)(uid=*))(|(uid=*',
] as const

/** Text inside of JSON's quotes, and what must be stored of it. */
const PIECES: readonly (readonly [escaped: string, clean: string])[] = [
  ['\\u0000', ''],
  ['\\b\\f', ''],
  ['\\u001b[31m', '[31m'],
  ['\\u007f', ''],
  ['\\u0085', ''],
  ['\\ud800', '\ufffd'],
  ['\\udfff', '\ufffd'],
  ['\\ud83d\\ude00', '😀'],
  ['\\r\\n', '\n'],
  ['\\r', '\n'],
  ['\\t', '\t'],
  ['\\u202e', '\u202e'],
  ['\\ufeff', '\ufeff'],
  ['\\uffff', '\uffff'],
  ['\\\\u0000', '\\u0000'],
  ['\\"', '"'],
  ['á漢🙂', 'á漢🙂'],
  ['n', 'n'],
]

/** A text of many pieces, with a letter at each end and between, so that no space is trimmed and no halves meet. */
export function toMixedText(random: SeededRandom): { escaped: string; clean: string } {
  const pieces = random.many(random.int(1, 60), () => random.pick(PIECES))
  const join = (side: 0 | 1) => `a${pieces.map((piece) => piece[side]).join('x')}z`
  return { escaped: join(0), clean: join(1) }
}
