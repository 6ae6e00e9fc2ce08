import { type Span, toSpans } from './redact-number-runs.ts'

/** Parameters of an address that open something, or name somebody. */
const PARAMETERS =
  'token|access_token|refresh_token|id_token|auth|authorization|apikey|api_key|api-key|key|secret|client_secret|sig|signature|password|passwd|pwd|pass|contrasena|clave|session|sessionid|session_id|sid|phpsessid|jsessionid|code|otp|pin|jwt|ticket|state|nonce|hash|reset|invite|magic|login|user|username|usuario|email|e-mail|mail|correo|phone|tel|telefono|dni|hmac|credential|x-amz-signature|x-amz-credential|x-amz-security-token|oobcode|confirmation_token|verification|verify'

const SECRETS = [
  // https://user:password@host: from the user to before the @.
  /(?<=:\/\/)[^\s\0/@?#]{1,256}(?=@[^\s@])/g,
  // ?token=…, also with a prefix: "reset_token", "my-api-key". Only the value goes.
  new RegExp(`(?<=[?&#;](?:[a-z0-9.-]{1,20}[_-])?(?:${PARAMETERS})=)[^\\s\\0&#;"'<>)\\]]{1,2048}(?<![.,:!?])`, 'g'),
  // A value of any parameter that nobody typed.
  /(?<=[?&#;][\w.-]{1,40}=)(?=[^\s&#]{0,200}\d)(?=[^\s&#]{0,200}[a-z])[\w.%~+/=-]{20,2048}(?<!\.)/g,
  // JSON Web Tokens, and keys that say by their beginning what they open.
  /\beyj[\w-]{8,2048}\.[\w-]{4,2048}(?:\.[\w-]{0,2048})?/g,
  /\b(?:sk|rk|pk)_(?:live|test)_[a-z0-9]{10,256}|\bgh[pousr]_[a-z0-9]{20,256}|\bgithub_pat_\w{20,256}|\bxox[abprs]-[\w-]{10,256}|\bakia[a-z0-9]{16}\b|\baiza[\w-]{30,64}|\bglpat-[\w-]{16,64}|\bpulso_[a-z0-9_]{16,256}|\bsk-[\w-]{20,256}/g,
  /(?<=\bbearer )[\w.~+/=-]{16,2048}/g,
  // "mi contraseña es Gatito2024": said to be one, and with a digit, as no ordinary word is.
  /(?<=\b(?:contrasena|password|passwd|pwd|clave)(?: (?:es|is|era|was)|:|=|: )[ :"']{0,2})(?=[^\s\d]{0,40}\d)(?=[^\sa-z]{0,40}[a-z])[^\s"',]{5,64}(?<![.,;:!?)])/g,
]

/** A long piece of letters and digits, such as a session or a reset link in a path. No word and no order number is that long. */
const RANDOM_LENGTH = 28
const PIECE = /[a-z0-9]{28,2048}/g

/** Credentials in addresses and keys pasted into a text. Of an address only the secret part goes. */
export function findSecrets(text: string): Span[] {
  const found = [
    ...SECRETS.flatMap((pattern) => toSpans(text.matchAll(pattern))),
    ...toSpans(text.matchAll(PIECE)).filter(({ start, end }) => isRandom(text.slice(start, end))),
  ].sort((left, right) => left.start - right.start || right.end - left.end)
  const joined: Span[] = []
  for (const span of found) {
    const last = joined.at(-1)
    if (!last || span.start >= last.end) joined.push({ ...span })
    else last.end = Math.max(last.end, span.end)
  }
  return joined
}

/** Letters and digits alternate often; a word with a number at its end alternates once. */
function isRandom(piece: string): boolean {
  return piece.length >= RANDOM_LENGTH && (piece.match(/[a-z]\d/g)?.length ?? 0) >= 4
}
