import { LIMITS } from '@pulso/protocol'
import { ProblemError } from './problem-error.ts'

const QUOTE = 34
const COLON = 58
const OPEN_BRACKET = 91
const BACKSLASH = 92
const CLOSE_BRACKET = 93
const OPEN_BRACE = 123
const CLOSE_BRACE = 125

/** Names that mean something to every JavaScript object: no body of ours has them, and whoever sends them hopes that some code merges it. */
const FORBIDDEN_NAMES = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Looks over a JSON text before it is parsed: one pass, no recursion, nothing
 * built. Counts exactly in what is JSON; what is not, the parser refuses anyway.
 *
 * @throws ProblemError `invalid-request` for nesting deeper than `LIMITS.jsonDepth`, more than `maxKeys` keys or a forbidden name
 */
export function scanJson(text: string, maxKeys: number): void {
  let depth = 0
  let keys = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      depth += 1
      if (depth > LIMITS.jsonDepth) throw new ProblemError('invalid-request', `Nest at most ${LIMITS.jsonDepth} levels deep.`)
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      depth -= 1
    } else if (code === QUOTE) {
      const end = findStringEnd(text, at)
      if (text.charCodeAt(findNonSpace(text, end + 1)) === COLON) {
        keys += 1
        if (keys > maxKeys) throw new ProblemError('invalid-request', `Use at most ${maxKeys} keys in one request.`)
        refuseForbiddenName(text.slice(at, end + 1))
      }
      at = end
    }
  }
}

/** Where the string that opens at `start` closes, or the end of the text. */
function findStringEnd(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1
  return at
}

function findNonSpace(text: string, start: number): number {
  let at = start
  // Space, line feed, carriage return, tab: what JSON takes for white space (RFC 8259, section 2).
  while (' \n\r\t'.includes(text.charAt(at)) && at < text.length) at += 1
  return at
}

function refuseForbiddenName(quoted: string): void {
  // Escapes hide a name from whoever compares text: "\u005f_proto__" is one.
  const name = quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1)
  if (FORBIDDEN_NAMES.has(name)) throw new ProblemError('invalid-request', `No object here has a key "${name}".`)
}
