import { LIMITS } from '@pulso/protocol'
import { around, createItem, encode, type Family, refuse, take, toBatch, toRow, toText } from './hostile-item.ts'
import { HOSTILE_TEXTS, toMixedText } from './hostile-texts.ts'

const STRINGS = ['id', 'promptId', 'kind', 'touchpoint', 'state', 'locale', 'comment', 'second', 'other', 'segment']
const NO_STRINGS = [0, -1, true, [], {}, ['a'], null]
const NUMBERS = ['rev', 'promptVersion', 'scaleMax', 'shownAt', 'answeredAt', 'score']
const NO_NUMBERS = ['9', '', true, [], {}, null, 1.5, -1, 1e300, '1; DROP TABLE responses']
const REQUIRED = [
  'id',
  'rev',
  'promptId',
  'promptVersion',
  'kind',
  'scaleMax',
  'touchpoint',
  'state',
  'locale',
  'shownAt',
  'answeredAt',
  'score',
]
const KEYS = ['id', 'promptId', 'touchpoint', 'locale', 'kind', 'state']

/** How a score can be written, and what it is then; null: none. */
const WRITTEN = [
  ['1e999', null],
  ['-1e999', null],
  ['10.0', 10],
  ['1e1', 10],
  ['-0', 0],
  ['1E-400', 0],
  ['0.5', null],
  ['99999999999999999999', null],
  ['11', null],
  ['-1', null],
] as const

const CONTRADICTIONS = [{ state: 'shown' }, { state: 'dismissed' }, { kind: 'text', scaleMax: 0 }, { choices: ['a'] }, { scaleMax: 5 }]

/** What can be tried inside of a response, by its name. */
export const HOSTILE_ITEMS: Record<string, Family> = {
  'honest answer': (random, target) => take(target, createItem(random)),
  'text that databases and screens trip over': (random, target) => {
    const { escaped, clean } = toMixedText(random)
    const item = createItem(random)
    return { body: around(target, toText(item, `"comment":"${escaped}"`)), statuses: [200], rows: [{ ...toRow(item), comment: clean }] }
  },
  'bytes that are no UTF-8': (random, target) => {
    const item = createItem(random, { comment: 'a?b' })
    const body = encode(toBatch(target, [item]))
    body[body.lastIndexOf(63)] = random.pick([0x80, 0xbf, 0xc0, 0xe9, 0xf8, 0xff])
    return { body, statuses: [200], rows: [{ ...toRow(item), comment: 'a\ufffdb' }] }
  },
  'commands in a comment': (random, target) => take(target, createItem(random, { comment: random.pick(HOSTILE_TEXTS) })),
  'commands in a key': (random, target) => refuse(target, createItem(random, { [random.pick(KEYS)]: random.pick(HOSTILE_TEXTS) })),
  'no string': (random, target) => refuse(target, createItem(random, { [random.pick(STRINGS)]: random.pick(NO_STRINGS) })),
  'no number': (random, target) => refuse(target, createItem(random, { [random.pick(NUMBERS)]: random.pick(NO_NUMBERS) })),
  'something missing': (random, target) => {
    const { [random.pick(REQUIRED)]: _, ...rest } = createItem(random)
    return refuse(target, rest)
  },
  'something more': (random, target) =>
    refuse(target, createItem(random, { [random.pick(['siteId', 'environment', 'received_at', 'toString', ''])]: 1 })),
  'a state that says otherwise': (random, target) => refuse(target, createItem(random, random.pick(CONTRADICTIONS))),
  'choices without end': (random, target) =>
    refuse(target, createItem(random, { choices: random.many(random.int(1, 1500), (index) => `c${index}`), kind: 'choice' })),
  'a number as nobody writes it': (random, target) => {
    const item = createItem(random)
    const [written, score] = random.pick(WRITTEN)
    const body = around(target, toText(item, `"score":${written}`))
    return score === null ? { body, statuses: [422] } : { body, statuses: [200], rows: [{ ...toRow(item), score }] }
  },
  'a member twice': (random, target) => {
    const item = createItem(random)
    const score = random.int(0, 10)
    return { body: around(target, toText(item, `"score":${score}`)), statuses: [200], rows: [{ ...toRow(item), score }] }
  },
  'a clock that lies': (random, target) => {
    const at = random.pick([0, 1, 8_640_000_000_000_000, Date.now() + 86_400_000_000])
    const sentAt = random.pick([0, 8_640_000_000_000_000, Date.now()])
    const item = createItem(random, { shownAt: at, answeredAt: at })
    return { ...take(target, item), body: encode(toBatch(target, [item], { sentAt })) }
  },
  'a revision out of bounds': (random, target) => {
    const rev = random.pick([LIMITS.rev, LIMITS.rev + 1, 0, Number.MAX_SAFE_INTEGER])
    const item = createItem(random, { rev })
    return rev === LIMITS.rev ? take(target, item) : refuse(target, item)
  },
  'a text at its limit and one past it': (random, target) => {
    const length = LIMITS.commentLength + random.int(0, 1)
    const item = createItem(random, { comment: random.pick(['x', 'ñ', '漢']).repeat(length) })
    return length > LIMITS.commentLength ? refuse(target, item) : take(target, item)
  },
  // Always the same answer, because it is the same id: stored once, and the other site's is another row.
  'an id of another site': (random, target) => take(target, createItem(random, { id: target.foreign.responseId, score: 5 })),
  'a prompt of another site': (random, target) => refuse(target, createItem(random, { promptId: target.foreign.promptId })),
  'an id that is none': (random, target) => {
    const { id } = createItem(random)
    const forms = [id.replace(/^(.{14})7/, '$14'), id.slice(1), `${id}0`, id.replace(/^./, 'G'), `${id}\n`, `/${id}`, '']
    return refuse(target, createItem(random, { id: random.pick(forms) }))
  },
  'good and bad together': (random, target) => {
    const good = random.many(random.int(1, 8), () => createItem(random))
    const bad = random.many(random.int(1, 8), () => createItem(random, { score: 11 }))
    return { body: encode(toBatch(target, [...bad, ...good])), statuses: [200], rows: good.map(toRow) }
  },
}
