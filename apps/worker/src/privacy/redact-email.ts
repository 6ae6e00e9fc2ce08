import type { Span } from './redact-number-runs.ts'

/** RFC 5321, 4.5.3.1: 64 for the local part. It bounds how far back each @ is followed. */
const LOCAL_LENGTH = 64
/** More than any mailbox's domain needs, and it bounds how far each @ is followed. */
const DOMAIN_LENGTH = 128

const IS_LOCAL = /[\p{L}\p{N}._%+'&=~-]/u
const MAILBOXES =
  'gmail|googlemail|hotmail|outlook|yahoo|ymail|live|msn|icloud|aol|proton|protonmail|gmx|zoho|yandex|tutanota|fastmail|telefonica|movistar|btinternet|comcast|verizon|uol|bol|libero'
const ENDINGS =
  'com|net|org|edu|gov|gob|mil|int|info|biz|name|pro|mobi|cat|gal|eus|lat|app|dev|io|ai|tv|cc|online|shop|store|site|tech|cloud|email|mail|club|xyz|blog|agency|studio|design|digital|media|world|live|life|today|solutions|services|group|company|academy|school|coffee|cafe|restaurant|law|example|test|invalid'
/** Countries whose letters are no word that follows "dot" or "punto" in a sentence. */
const COUNTRIES =
  'es|mx|ar|co|cl|pe|uk|us|ve|ec|uy|py|bo|cr|pa|gt|hn|ni|sv|cu|pr|br|pt|fr|de|nl|ch|ie|ca|au|nz|jp|cn|kr|se|dk|fi|pl|eu|gr|cz|ro|hu|tr|ru|ua|il|za|ng|ke|ph|sg|hk|tw|th|vn|id|me'

const DOT_WORD = 'punto|dot|ponto'
const SPOKEN_DOT = `(?: ?[([{<] ?(?:\\.|${DOT_WORD}) ?[)\\]}>] ?| (?:${DOT_WORD}) )`
/** Also a plain dot, but not the end of a sentence. */
const ANY_DOT = `(?:${SPOKEN_DOT}| \\. | ?\\.(?! ))`
/** "Look at the dot on the map". */
const LABEL = '(?!(?:the|a|an|this|that|my|your|our|el|la|un|una|este|ese|mi|su)[ .])[\\p{L}\\p{N}-]{1,63}'
const ENDING = `(?:(?:${ENDINGS}|${COUNTRIES})(?![\\p{L}\\p{N}]))`

const PLAIN_DOMAIN = /(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}[\p{L}\p{N}])?\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}])/uy
const PUNYCODE_DOMAIN = /(?:[a-z0-9-]{1,63}\.){1,8}xn--[a-z0-9-]{2,59}/y
const ADDRESS_DOMAIN = /\[?\d{1,3}(?:\.\d{1,3}){3}\]?/y
/** The big mailboxes are known without their ending: "juan@gmail". */
const MAILBOX_DOMAIN = new RegExp(
  `(?:${MAILBOXES})(?![\\p{L}\\p{N}-])(?:[.,] ?(?:com|es|net|org|co|me)(?:\\.[a-z]{2})?(?![\\p{L}\\p{N}]))?`,
  'uy',
)
const HIDDEN_DOMAIN = new RegExp(`${LABEL}(?:${ANY_DOT}${LABEL}){0,3}${ANY_DOT}${ENDING}`, 'uy')
const SPOKEN_DOMAIN = new RegExp(`${LABEL}(?:${SPOKEN_DOT}${LABEL}){0,3}${SPOKEN_DOT}${ENDING}`, 'uy')

/** Every way to write "at". A lone "at" needs a spoken dot, and " @name" is somebody's name elsewhere unless it is a mailbox. */
const AT =
  /(?<hidden> {0,2}(?:[([{<] ?(?:at|a|en|arroba|@) ?[)\]}>]|\barroba\b|-(?:at|arroba)-|_(?:at|arroba)_) {0,2}| {0,2}@ {1,2})|(?<word> at )|(?<name> {1,2}@)|(?<tight>@)/g
const LOCAL_DOT = new RegExp(`(?: (?:${DOT_WORD}) | ?[([{<] ?(?:${DOT_WORD}) ?[)\\]}>] ?)$`)
/** "punto", the longest of them, in brackets and spaces. */
const LOCAL_DOT_LENGTH = 11

/** E-mail addresses of a folded text, also those written for robots not to read. */
export function findEmails(text: string): Span[] {
  const found: Span[] = []
  for (const { 0: at, index, groups = {} } of text.matchAll(AT)) {
    const start = findLocalStart(text, index, found.at(-1)?.end ?? 0, groups['tight'] === undefined)
    if (start === index) continue
    const end = index + at.length
    const length = toDomainLength(text.slice(end, end + DOMAIN_LENGTH), groups)
    if (length > 0) found.push({ start, end: end + length })
  }
  return found
}

function findLocalStart(text: string, end: number, floor: number, mayBeSpoken: boolean): number {
  let start = expandLocal(text, end, floor)
  for (let dots = 0; mayBeSpoken && dots < 3 && start < end; dots += 1) {
    const dot = text.slice(Math.max(floor, start - LOCAL_DOT_LENGTH), start).match(LOCAL_DOT)?.[0].length ?? 0
    const further = dot === 0 ? start : expandLocal(text, start - dot, floor)
    if (further === start - dot) break
    start = further
  }
  return start
}

function expandLocal(text: string, end: number, floor: number): number {
  let start = end
  while (start > floor && end - start < LOCAL_LENGTH && IS_LOCAL.test(text[start - 1] ?? '')) start -= 1
  // "mail=ana@…" and "'ana@…'": that belongs to the sentence.
  start += text.slice(start, end).lastIndexOf('=') + 1
  while (start < end && /['&.~-]/.test(text[start] ?? '')) start += 1
  return start
}

function toDomainLength(near: string, kind: Partial<Record<string, string>>): number {
  const match = (pattern: RegExp) => {
    pattern.lastIndex = 0
    return pattern.exec(near)?.[0].length ?? 0
  }
  if (kind['word'] !== undefined) return match(SPOKEN_DOMAIN)
  if (kind['name'] !== undefined) return match(MAILBOX_DOMAIN)
  if (kind['hidden'] !== undefined) return Math.max(match(HIDDEN_DOMAIN), match(MAILBOX_DOMAIN))
  const plain = match(PUNYCODE_DOMAIN) || toSentenceEnd(near.slice(0, match(PLAIN_DOMAIN)))
  return plain || match(ADDRESS_DOMAIN) || Math.max(match(HIDDEN_DOMAIN), match(MAILBOX_DOMAIN))
}

const IS_ENDING = new RegExp(`^(?:${ENDINGS}|${COUNTRIES})$`)

/** "ana@gmail.com.Gracias": a sentence begins after a known ending, when what follows is none. */
function toSentenceEnd(domain: string): number {
  const labels = domain.split('.')
  const last = labels.at(-1) ?? ''
  const isSentence = labels.length > 2 && last.length > 3 && !IS_ENDING.test(last) && IS_ENDING.test(labels.at(-2) ?? '')
  return isSentence ? domain.length - last.length - 1 : domain.length
}
