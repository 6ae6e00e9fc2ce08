import { createHmac } from 'node:crypto'
import { type BatchResult, PATHS, type Site } from '@pulso/protocol'
import { createSeededRandom, type SeededRandom } from '../examples/cafe/seed/seeded-random.ts'
import { makeResponse } from './make-response.ts'
import type { Product } from './product.ts'
import type { TortureRow } from './row.ts'

const COUNT = { full: 2000, quick: 60 }

interface Forgery {
  family: string
  token: string | undefined
}

/** Tokens that vouch for nobody, in seeded variations, at a site that takes verified answers only. */
export const forgedIdentityRow: TortureRow = {
  name: 'forged-identity',
  promise: 'forged identity',
  goal: 'missing, expired, wrong audience, alg: none, swapped key and their kin: 100 % refused, nothing stored',
  isGentle: true,
  async run({ seed, isQuick, stage }) {
    const random = createSeededRandom(seed)
    const product = await stage.product()
    const site = await product.createSite({ respondents: 'verified' })
    const other = await product.createSite()
    const secret = await createKey(product, site)
    const foreignSecret = await createKey(product, other)
    const accepted: string[] = []
    const count = isQuick ? COUNT.quick : COUNT.full
    for (let number = 0; number < count; number++) {
      const { family, token } = forge(number, random, { site, secret, foreignSecret })
      const answer = await vote(product, site, token, random)
      if (answer.status < 400 || answer.status >= 500 || answer.isStored) accepted.push(`${family}: ${answer.status} ${token}`)
    }
    // Else a site that refuses everybody would pass all of the above.
    const honest = await vote(product, site, sign(secret, claimsOf(site, random)), random)
    const { rows, drift } = await product.readStored(site)
    return {
      measured: `${count - accepted.length} of ${count} refused, ${rows.size - 1} stored`,
      isMet: accepted.length === 0 && honest.isStored && rows.size === 1 && drift === 0,
      detail: {
        families: FAMILIES.length,
        'an honest one': honest.isStored ? 'taken' : `refused with ${honest.status}`,
        ...(accepted[0] && { 'first taken': accepted[0] }),
      },
    }
  },
}

interface Keys {
  site: Site
  secret: string
  foreignSecret: string
}
type Claims = Record<string, unknown>

const toSeconds = () => Math.floor(Date.now() / 1000)
const toPart = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

function sign(secret: string, claims: Claims, header: Claims = { alg: 'HS256', typ: 'JWT' }): string {
  const signed = `${toPart(header)}.${toPart(claims)}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

function claimsOf(site: Site, random: SeededRandom, changes: Claims = {}): Claims {
  return { sub: `person-${random.below(1e9)}`, aud: site.id, exp: toSeconds() + 300, jti: `jti-${random.below(1e9)}`, ...changes }
}

const FAMILIES: [string, (keys: Keys, random: SeededRandom) => string | undefined][] = [
  ['missing', () => undefined],
  ['expired', ({ site, secret }, random) => sign(secret, claimsOf(site, random, { exp: toSeconds() - 120 - random.below(1e6) }))],
  ['good for too long', ({ site, secret }, random) => sign(secret, claimsOf(site, random, { exp: toSeconds() + 700 + random.below(1e6) }))],
  ['good for ever', ({ site, secret }, random) => sign(secret, claimsOf(site, random, { exp: undefined }))],
  ['an end that is no number', ({ site, secret }, random) => sign(secret, claimsOf(site, random, { exp: `${toSeconds() + 300}` }))],
  ['wrong audience', ({ site, secret }, random) => sign(secret, claimsOf(site, random, { aud: `${site.id}-${random.below(9)}` }))],
  ['no audience', ({ site, secret }, random) => sign(secret, claimsOf(site, random, { aud: undefined }))],
  ['nobody', ({ site, secret }, random) => sign(secret, claimsOf(site, random, { sub: ['', 7, null, undefined, []][random.below(5)] }))],
  ['no jti', ({ site, secret }, random) => sign(secret, claimsOf(site, random, { jti: undefined }))],
  ['alg none', ({ site }, random) => `${toPart({ alg: 'none', typ: 'JWT' })}.${toPart(claimsOf(site, random))}.`],
  [
    'another alg',
    ({ site, secret }, random) =>
      sign(secret, claimsOf(site, random), { alg: ['none', 'None', 'HS512', 'RS256', 'ES256', 'hs256', ''][random.below(7)], typ: 'JWT' }),
  ],
  ["another site's key", ({ site, foreignSecret }, random) => sign(foreignSecret, claimsOf(site, random))],
  ['a made-up key', ({ site }, random) => sign(String(random.below(1e9)), claimsOf(site, random))],
  ['the public key', ({ site }, random) => sign(site.siteKey, claimsOf(site, random))],
  ['an empty key', ({ site }, random) => sign('', claimsOf(site, random))],
  [
    'changed claims',
    ({ site, secret }, random) => {
      const [header, , signature] = sign(secret, claimsOf(site, random)).split('.')
      return [header, toPart(claimsOf(site, random)), signature].join('.')
    },
  ],
  [
    'a bent character',
    ({ site, secret }, random) => {
      const token = sign(secret, claimsOf(site, random))
      // Not the last one: of base64url's last character of 32 bytes two bits count for nothing.
      const place = token.lastIndexOf('.') + 1 + random.below(40)
      return `${token.slice(0, place)}${token[place] === 'A' ? 'B' : 'A'}${token.slice(place + 1)}`
    },
  ],
  ['cut short', ({ site, secret }, random) => sign(secret, claimsOf(site, random)).slice(0, -1 - random.below(40))],
  ['no token', (_, random) => ['ana', '..', '.', '{}', 'a.b.c', 'null'][random.below(6)]],
]

function forge(number: number, random: SeededRandom, keys: Keys): Forgery {
  const [family, make] = FAMILIES[number % FAMILIES.length] ?? ['missing', () => undefined]
  return { family, token: make(keys, random) }
}

async function createKey(product: Product, site: Site): Promise<string> {
  const answer = await fetch(`${product.origin}${PATHS.site(site.id)}/respondent-keys`, {
    method: 'POST',
    headers: { authorization: `Bearer ${product.adminToken}` },
  })
  if (!answer.ok) throw new Error(`making a key gave ${answer.status}`)
  return ((await answer.json()) as { secret: string }).secret
}

async function vote(product: Product, { siteKey }: Site, respondentToken: string | undefined, random: SeededRandom) {
  const body = JSON.stringify({
    siteKey,
    sentAt: Date.now(),
    responses: [makeResponse(random)],
    ...(respondentToken !== undefined && { respondentToken }),
  })
  const answer = await fetch(`${product.origin}${PATHS.responses}`, { method: 'POST', body })
  const { results = [] } = (await answer.json()) as Partial<BatchResult>
  return { status: answer.status, isStored: results.some(({ status }) => status !== 'rejected') }
}
