import { ProblemError } from '../request/problem-error.ts'
import type { SaveCondition, StoredSite } from './site-store.ts'

/** What the declarations say of the header, for the contract. */
export const IF_MATCH = {
  'If-Match':
    'The ETag of the definition that was read: when it is not the present one any more, nothing is saved and the answer is 412. Without it the last one to save wins.',
}

/** What an answer with a definition says of it. Not kept: what is edited has to be read anew. */
export function toTagHeaders({ tag }: Pick<StoredSite, 'tag'>) {
  return { ETag: tag, 'Cache-Control': 'no-store' }
}

/**
 * The condition in an `If-Match` header (RFC 9110, section 13.1.1); none without one.
 *
 * A weak tag is compared by its name too: a proxy that compresses answers makes weak
 * ones of ours, and a definition has no second form that this could mix up.
 */
export function toCondition(header: string | undefined): SaveCondition {
  if (header === undefined) return () => undefined
  const wanted = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return (before) => {
    if (before && (wanted.includes('*') || wanted.includes(before.tag))) return
    const detail = before
      ? 'Somebody saved this site after you had read it: read it again and make your change to what it is now. Nothing of yours was saved.'
      : 'There is no such site yet, so it has no definition that If-Match could name: leave the header out to create it.'
    throw new ProblemError('changed-meanwhile', detail)
  }
}
