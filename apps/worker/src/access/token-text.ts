/**
 * How a token is written: `pulso_`, 8 characters that name it, 30 that are the
 * secret, 6 that check the rest. All base 62, so that a double click selects the
 * whole; the fixed beginning and the checksum let secret scanners recognise one
 * without asking anybody, and a typing error be refused without a look-up.
 *
 * The scheme is GitHub's (2021, "Behind GitHub's new authentication token
 * formats"). The secret carries 30 × log2(62) = 178 random bits.
 */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const PREFIX = 'pulso_'
const ID_LENGTH = 8
const SECRET_LENGTH = 30
const CHECKSUM_LENGTH = 6
const SHAPE = new RegExp(`^${PREFIX}([0-9A-Za-z]{${ID_LENGTH}})([0-9A-Za-z]{${SECRET_LENGTH}})([0-9A-Za-z]{${CHECKSUM_LENGTH}})$`)

export interface TokenParts {
  id: string
  secret: string
}

export function createTokenParts(): TokenParts {
  return { id: toRandomText(ID_LENGTH), secret: toRandomText(SECRET_LENGTH) }
}

export function toTokenText({ id, secret }: TokenParts): string {
  return `${PREFIX}${id}${secret}${toChecksum(id + secret)}`
}

/** What a list shows of a token. */
export function toTokenPrefix(id: string): string {
  return PREFIX + id
}

/** The parts of a token; null when it is none, or mistyped. */
export function parseTokenText(text: string): TokenParts | null {
  const [, id, secret, checksum] = SHAPE.exec(text) ?? []
  return id !== undefined && secret !== undefined && checksum === toChecksum(id + secret) ? { id, secret } : null
}

/** Whether a text has the shape of a token and not its checksum: somebody has mistyped it. */
export function isMistyped(text: string): boolean {
  return SHAPE.test(text) && parseTokenText(text) === null
}

function toRandomText(length: number): string {
  let text = ''
  while (text.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length))) {
      // 248 is the largest multiple of 62 in a byte: bytes above it would make the first letters likelier.
      if (byte < 248 && text.length < length) text += ALPHABET[byte % 62]
    }
  }
  return text
}

/** CRC-32 (ISO 3309) in base 62. It finds typing errors; it protects nothing. */
function toChecksum(text: string): string {
  let crc = 0xffff_ffff
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb8_8320 : crc >>> 1
  }
  let rest = (crc ^ 0xffff_ffff) >>> 0
  let digits = ''
  for (let place = 0; place < CHECKSUM_LENGTH; place += 1) {
    digits = ALPHABET[rest % 62] + digits
    rest = Math.floor(rest / 62)
  }
  return digits
}
