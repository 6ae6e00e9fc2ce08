import * as z from 'zod'

const Text = z.string().min(1).max(120)

/** What the card itself says, around the words of the prompt. Plain data, so that one language can be sent alone. */
export const CardTexts = z.strictObject({
  /** Accessible name of the card. */
  card: Text,
  close: Text,
  /** Name of one point of a scale: `{score}` and `{highest}` are filled in. */
  point: Text,
  /** Names of the stars by the language's plural forms; `{n}` is filled in. */
  stars: z.partialRecord(z.enum(['zero', 'one', 'two', 'few', 'many', 'other']), Text),
  thumbsUp: Text,
  thumbsDown: Text,
  /** What a screen reader announces when a prompt appears without taking the focus; `{question}` is filled in. */
  appeared: Text,
  optional: Text,
  send: Text,
  next: Text,
  back: Text,
  skip: Text,
  /** Beside options of which several may be chosen. */
  chooseAny: Text,
  /** On the button at the side of the page. */
  tab: Text,
})
export type CardTexts = z.infer<typeof CardTexts>
