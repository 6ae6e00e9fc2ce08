import en from './en.json' with { type: 'json' }
import enHeldOut from './en-held-out.json' with { type: 'json' }
import es from './es.json' with { type: 'json' }
import esHeldOut from './es-held-out.json' with { type: 'json' }
import { readLabelledComment } from './read-corpus.ts'

/**
 * Comments with what a person says that they feel like. The words and rules were
 * tuned on those that are not held out; nothing may be tuned on the others.
 */
export const CORPORA = [
  { name: 'es', language: 'es', isHeldOut: false, comments: es.map(readLabelledComment) },
  { name: 'en', language: 'en', isHeldOut: false, comments: en.map(readLabelledComment) },
  { name: 'es, held out', language: 'es', isHeldOut: true, comments: esHeldOut.map(readLabelledComment) },
  { name: 'en, held out', language: 'en', isHeldOut: true, comments: enHeldOut.map(readLabelledComment) },
] as const
