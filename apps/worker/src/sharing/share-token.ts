const PREFIX = 'shared_'
const SHAPE = /^shared_([0-9a-f]{64})(?:\.([0-9a-f]{64})\.([0-9a-f]{64}))?$/

/** What a token of a share link is made of: the link's code and, where it has a password, what came of giving that. */
export interface ShareTokenParts {
  code: string
  password: GivenPassword | null
}

/** That a password was given. */
export interface GivenPassword {
  /** What it was made into. */
  proof: string
  /**
   * That it was given where wrong ones are counted. Whoever has the code can make proofs of
   * all that they guess; this is made of the link's id too, which only admins are told.
   */
  ticket: string
}

/**
 * The token that reads through a share link. It holds all that is to be known, so
 * that nothing is written when somebody opens a link, and it ends with the link.
 */
export function toShareToken({ code, password }: ShareTokenParts): string {
  return password === null ? `${PREFIX}${code}` : `${PREFIX}${code}.${password.proof}.${password.ticket}`
}

/** Whether a text is meant to be one: it is then nothing else. */
export function isShareToken(text: string): boolean {
  return text.startsWith(PREFIX)
}

/** Null for what cannot be one. */
export function parseShareToken(text: string): ShareTokenParts | null {
  const [, code, proof, ticket] = SHAPE.exec(text) ?? []
  if (code === undefined) return null
  return { code, password: proof === undefined || ticket === undefined ? null : { proof, ticket } }
}
