const LONGEST = 64

/** An id made of a name: `Café Ñandú` is `cafe-nandu`. Another one is found where that is taken. */
export function toSiteId(name: string, taken: readonly string[] = []): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST - 4)
    .replace(/^-+|-+$/g, '')
  const id = plain === '' ? 'site' : plain
  let free = id
  for (let number = 2; taken.includes(free); number += 1) free = `${id}-${number}`
  return free
}

/** Whether the worker takes this as the id of a site. */
export function isSiteId(text: string): boolean {
  return text.length <= LONGEST && /^[a-z0-9][a-z0-9_-]*$/.test(text)
}

/**
 * A key of one's own. The worker would make one too; but a site keeps its key, so
 * who brings a new one can never write over a site that somebody made meanwhile.
 */
export function toSiteKey(): string {
  return `pk_${Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
