import type { Emotion, Sentiment } from '@pulso/protocol'

/** A comment with what a person says that it feels like. */
export interface LabelledComment {
  text: string
  label: NonNullable<Sentiment['label']>
  emotion: Emotion | null
}

const LABELS = { '+': 'positive', '0': 'neutral', '-': 'negative' } as const
const EMOTIONS = { j: 'joy', t: 'trust', s: 'surprise', a: 'anger', d: 'sadness', w: 'worry', '.': null } as const

/** Reads a line of the corpora: `+j` positive and joy, `0.` neutral and no emotion, then the comment. */
export function readLabelledComment(line: string): LabelledComment {
  const [, label = '', emotion = '', text = ''] = /^([+0-])([jtsadw.]) (.+)$/.exec(line) ?? []
  if (!text) throw new Error(`not a labelled comment: ${line}`)
  return { text, label: LABELS[label as keyof typeof LABELS], emotion: EMOTIONS[emotion as keyof typeof EMOTIONS] }
}
