const PREFIX = 'shared_'
const SHAPE = /^shared_([0-9a-f]{64})(?:\.([0-9a-f]{64}))?$/

/** What a token of a share link is made of: the link's code and, where it has a password, what that was made into. */
export interface ShareTokenParts {
  code: string
  proof: string | null
}

/**
 * The token that reads through a share link. It holds all that is to be known, so
 * that nothing is written when somebody opens a link, and it ends with the link.
 */
export function toShareToken({ code, proof }: ShareTokenParts): string {
  return proof === null ? `${PREFIX}${code}` : `${PREFIX}${code}.${proof}`
}

/** Whether a text is meant to be one: it is then nothing else. */
export function isShareToken(text: string): boolean {
  return text.startsWith(PREFIX)
}

/** Null for what cannot be one. */
export function parseShareToken(text: string): ShareTokenParts | null {
  const [, code, proof = null] = SHAPE.exec(text) ?? []
  return code === undefined ? null : { code, proof }
}
