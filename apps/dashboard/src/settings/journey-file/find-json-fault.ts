/** A place in a text, both counted from one, as editors do. */
export type TextPlace = { line: number; column: number }

const TOKEN =
  /[ \t\n\r]*(?:([{}[\],:])|("(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/uy

/** Which kinds of token can come next. */
type Next = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing'

/**
 * Where a text stops being JSON; null when it is JSON. Not what the browser says of
 * it: half of its sentences name no place.
 */
export function findJsonFault(text: string): TextPlace | null {
  const open: ('{' | '[')[] = []
  let next: Next = 'value'
  let at = 0
  while (true) {
    TOKEN.lastIndex = at
    const found = TOKEN.exec(text)
    const start = at + (/^[ \t\n\r]*/.exec(text.slice(at))?.[0].length ?? 0)
    if (!found) return start === text.length && next === 'nothing' ? null : toTextPlace(text, start)
    const after = toNext(next, found[1] ?? (found[2] === undefined ? 'literal' : 'string'), open)
    if (after === null) return toTextPlace(text, start)
    next = after
    at = TOKEN.lastIndex
  }
}

/** What can come after a token; null when the token itself could not come. Keeps `open` up to date. */
function toNext(next: Next, token: string, open: ('{' | '[')[]): Next | null {
  const isEnd = token === '}' || token === ']'
  if (isEnd) {
    const mayEnd = next === 'comma-or-end' || next === (token === '}' ? 'key-or-end' : 'value-or-end')
    if (!mayEnd || open.pop() !== (token === '}' ? '{' : '[')) return null
    return open.length === 0 ? 'nothing' : 'comma-or-end'
  }
  if (next === 'colon') return token === ':' ? 'value' : null
  if (next === 'key' || next === 'key-or-end') return token === 'string' ? 'colon' : null
  if (next === 'comma-or-end') return token !== ',' ? null : open.at(-1) === '{' ? 'key' : 'value'
  if (next === 'nothing' || token === ':' || token === ',') return null
  if (token === '{' || token === '[') {
    open.push(token)
    return token === '{' ? 'key-or-end' : 'value-or-end'
  }
  return open.length === 0 ? 'nothing' : 'comma-or-end'
}

function toTextPlace(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}
