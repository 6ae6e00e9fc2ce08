import { LIMITS } from '@pulso/protocol'
import { around, createItem, encode, type Family, take, toBatch, toText } from './hostile-item.ts'
import { HOSTILE_TEXTS } from './hostile-texts.ts'

const OPENINGS = ['[', '{"a":', '[{"a":', '[[', '{"a":[']
const FORBIDDEN = ['__proto__', 'constructor', 'prototype', '\\u005f_proto__', 'c\\u006fnstructor']
const ENCODINGS = ['gzip', 'br', 'deflate', 'zstd', 'gzip, gzip', 'x']
const TYPES = ['multipart/form-data; boundary=x', 'text/html', 'application/xml', 'image/png', 'x', '*/*']
const SITE_KEYS = [...HOSTILE_TEXTS, '', 7, null, [], 'pk_', 'pk_../x', 'pk_'.padEnd(90, 'a')]
const NO_BATCHES = ['', 'null', '7', '"x"', '[]', '{}', 'NaN', "{'a':1}", '{"a":1,}', '\ufeff', '// x', '{"responses":[{}]}']
const WRONG_MEMBERS = [
  { sentAt: 'now' },
  { sentAt: -1 },
  { sentAt: null },
  { siteId: 'x' },
  { reach: [] },
  { reach: null },
  { challenge: '' },
  { challenge: 'x'.repeat(LIMITS.challengeLength + 1) },
  { responses: [] },
  { responses: {} },
  { responses: 'x' },
]

/** What can be tried around a response, in the body, the headers and the address, by its name. */
export const HOSTILE_ENVELOPES: Record<string, Family> = {
  'brackets without end': (random) => ({
    body: encode(random.pick(OPENINGS).repeat(random.int(LIMITS.jsonDepth + 1, 2700))),
    statuses: [400],
  }),
  'nesting that closes': (random, target) => {
    const levels = random.int(LIMITS.jsonDepth + 1, 7000)
    return { body: around(target, '['.repeat(levels) + ']'.repeat(levels)), statuses: [400] }
  },
  'too many keys': (random, target) => ({
    body: encode(`{"siteKey":"${target.siteKey}","reach":{${random.many(random.int(LIMITS.batchKeys, 2600), () => '"":0')}}}`),
    statuses: [400],
  }),
  'names of every object': (random, target) => {
    const name = random.pick(FORBIDDEN)
    const text = toText(createItem(random), `"${name}":{"isAdmin":true}`)
    return { body: random.pick([around(target, text), encode(`{"${name}":${text}}`)]), statuses: [400] }
  },
  'too large': (random, target) => ({
    body: encode(toBatch(target, [createItem(random)]).padEnd(random.int(LIMITS.batchBytes + 1, 200_000))),
    statuses: [413],
  }),
  'white space up to the limit': (random, target) => {
    const item = createItem(random)
    return { ...take(target, item), body: encode(toBatch(target, [item]).padStart(random.int(1000, LIMITS.batchBytes))) }
  },
  'a length that lies': (random, target) => {
    const body = encode(toBatch(target, [createItem(random)]))
    return { body, claimedLength: random.int(0, body.length - 1), statuses: [400] }
  },
  'an encoding': (random, target) => ({
    body: encode(toBatch(target, [createItem(random)])),
    headers: { 'Content-Type': 'text/plain', 'Content-Encoding': random.pick(ENCODINGS) },
    statuses: [415],
  }),
  'another content type': (random, target) => ({
    body: encode(toBatch(target, [createItem(random)])),
    headers: { 'Content-Type': random.pick(TYPES) },
    statuses: [415],
  }),
  'bytes of chance': (random) => ({ body: random.bytes(random.int(0, 3000)), statuses: [400] }),
  'a batch cut off': (random, target) => {
    const body = encode(toBatch(target, [createItem(random)]))
    return { body: body.slice(0, random.int(0, body.length - 1)), statuses: [400] }
  },
  'a batch with a broken byte': (random, target) => {
    const body = encode(toBatch(target, [createItem(random)]))
    body[random.int(0, body.length - 1)] = random.int(0, 255)
    return { body, statuses: [200, 400, 404, 422], rows: 'any' }
  },
  'UTF-16': (random, target) => ({
    body: Uint8Array.from([...encode(toBatch(target, [createItem(random)]))].flatMap((byte) => [byte, 0])),
    statuses: [400],
  }),
  'commands in the site key': (random, target) => ({
    body: encode(toBatch(target, [createItem(random)], { siteKey: random.pick(SITE_KEYS) })),
    statuses: [400],
  }),
  'a batch that is none': (random) => ({ body: encode(random.pick(NO_BATCHES)), statuses: [400] }),
  'an envelope of the wrong form': (random, target) => ({
    body: encode(toBatch(target, [createItem(random)], random.pick(WRONG_MEMBERS))),
    statuses: [400],
  }),
  'a list too long': (random, target) => ({
    body: encode(
      toBatch(
        target,
        random.many(random.int(LIMITS.batchResponses + 1, 4000), () => 0),
      ),
    ),
    statuses: [400],
  }),
  'a list of nothing': (random, target) => ({
    body: encode(
      toBatch(
        target,
        random.many(random.int(1, LIMITS.batchResponses), () => random.pick([null, 0, '', [], {}, { id: {} }])),
      ),
    ),
    statuses: [422],
  }),
  'counts that are none': (random, target) => {
    const item = createItem(random)
    const names = ['recommend nonsense', ' ', 'recommend hm nps', 'Recommend reached']
    const reach = random
      .many(random.int(1, 20), () => random.pick(names))
      .join('\n')
      .slice(0, LIMITS.reachLength)
    return { ...take(target, item), body: encode(toBatch(target, [item], { reach })) }
  },
  'a site that is not there': (random, target) => ({
    body: encode(toBatch(target, [createItem(random)], { siteKey: `pk_${random.hex(20)}` })),
    statuses: [404],
  }),
  'a foreign page': (random, target) => {
    const origins = ['https://copycat.example', 'null', `${target.origin}.evil.example`, target.origin.toUpperCase(), 'file://', 'x']
    return {
      body: encode(toBatch(target, [createItem(random)])),
      headers: { 'Content-Type': 'text/plain', Origin: random.pick(origins) },
      statuses: [403],
    }
  },
  'another method': (random) => ({ method: random.pick(['GET', 'PUT', 'PATCH', 'DELETE', 'HEAD']), statuses: [405] }),
  'another address': (random, target) => ({
    path: `/v1/responses${random.pick(['/', '/x', '%00', '/%2e%2e%2fsites', ';x', '/'.repeat(50)])}`,
    body: encode(toBatch(target, [createItem(random)])),
    statuses: [404],
  }),
}
