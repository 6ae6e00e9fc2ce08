import { LIMITS } from '@pulso/protocol/constants'

/** The key that a name suggests: `Recogida en el mostrador` is `recogida-en-el-mostrador`. Empty where the name has no letter of the kind. */
export function toSuggestedKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LIMITS.keyLength)
    .replace(/^-|-$/g, '')
}

export function isKey(text: string): boolean {
  return /^[a-z0-9][a-z0-9_-]*$/.test(text) && text.length <= LIMITS.keyLength
}
