import { type Span, toSpans } from './redact-number-runs.ts'

const WORD =
  'cero|uno|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|doble'

/** Seven digits in words one after another: nobody counts like that, and telephones have no fewer. */
const SPOKEN = new RegExp(`(?<![\\p{L}\\p{N}])(?:(?:${WORD})[ ,.-]{1,2}){6,16}(?:${WORD})(?![\\p{L}\\p{N}])`, 'gu')
/** Counting up: "uno dos tres cuatro cinco seis siete". */
const COUNTING = /^(?:cero \w+ |zero \w+ )?(?:uno.{1,2}dos.{1,2}tres.{1,2}cuatro.{1,2}cinco|one.{1,2}two.{1,2}three.{1,2}four.{1,2}five)/

/** Telephone numbers written in words: "seis uno dos tres cuatro cinco seis siete ocho". */
export function findSpokenPhones(text: string): Span[] {
  return toSpans(text.matchAll(SPOKEN)).filter(({ start, end }) => !COUNTING.test(text.slice(start, end)))
}
