import type { Redaction } from '@pulso/protocol'

/** Numbers from a seed: the same ones every time (mulberry32, Tommy Ettinger, public domain). */
export interface Dice {
  below: (limit: number) => number
  pick: <Item>(items: readonly Item[]) => Item
  /** So many digits; `first` says which the first may be. */
  digits: (count: number, first?: string) => string
}

export function createDice(seed: number): Dice {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  const digits = (count: number, first = '0123456789') =>
    Array.from({ length: count }, (_, place) => pick([...(place === 0 ? first : '0123456789')])).join('')
  return { below, pick, digits }
}

/** Digits in the groups of a pattern: `fill('+34 ### ## ## ##')`. A `#` is any digit, `*` is 2 to 9, `~` is 6 or 7. */
export function fill(dice: Dice, pattern: string): string {
  return pattern.replaceAll(/[#*~]/g, (place) => dice.digits(1, place === '*' ? '23456789' : place === '~' ? '67' : undefined))
}

/** One value of a class. `isHeldOut` chooses among the ways to write it that nothing was tuned on. */
export function toPersonalValue(dice: Dice, what: Redaction, language: 'es' | 'en', isHeldOut: boolean): string {
  const part = isHeldOut ? 'heldOut' : 'tuned'
  switch (what) {
    case 'email':
      return toEmail(dice, language, isHeldOut)
    case 'phone':
      return fill(dice, dice.pick(PHONES[language][part]))
    case 'card':
      return group(toLuhn(dice), dice.pick(isHeldOut ? ['', ' ', '\u2009', '\u2013'] : ['', ' ', '  ', '.', '-', '\u00a0', ' - ', '_']))
    case 'iban':
      return group(toIban(dice), dice.pick(isHeldOut ? ['', ' ', '\u2009', '-'] : ['', ' ', '.', '-', '  ', '\u00a0']))
    case 'id':
      return language === 'es' ? toDni(dice, isHeldOut) : dice.pick([() => toSocialSecurity(dice), () => toInsurance(dice, isHeldOut)])()
    case 'secret':
      return `${Array.from({ length: 24 + dice.below(20) }, () => dice.pick([...'abcdefghijkmnpqrstuvwxyz23456789'])).join('')}7k8m9n`
  }
}

const PHONES = {
  es: {
    tuned: [
      '~## ### ###',
      '~########',
      '+34 ~## ## ## ##',
      '+34~########',
      '9# ### ## ##',
      '9## ## ## ##',
      '0034 ~## ### ###',
      '(+34) ~########',
      '55 **## ####',
      '+52 55 **## ####',
      '(55) **##-####',
      '33-**##-####',
      '+54 9 11 **##-####',
      '(011) 4###-####',
      '+57 3## ### ####',
      '3## ### ####',
      '+56 9 **## ####',
      '9## ### ###',
      '+51 9## ### ###',
      '+58 412 #######',
      '0414-#######',
      '+593 99 ### ####',
      '+598 99 ### ###',
      '~##-##-##-##',
      '~##.###.###',
      '+34-~##-###-###',
      '+34 9## ### ###',
      '00 34 ~## ## ## ##',
      '9##-###-###',
      '(~##) ### ###',
      '+52 (55) **##-####',
      '+52 1 81 **## ####',
      '664-**#-####',
      '+54 11 4### ####',
      '+54 9 351 **#-####',
      '(601) **# ####',
      '+57 (3##) #######',
      '+57-3##-###-####',
      '+56 2 2### ####',
      '+51-9########',
      '0424 ### ## ##',
      '+591 7### ####',
      '+502 5###-####',
      '+506-8###-####',
      '+595 981 ### ###',
      '(021) **# ####',
      '~## ## ## ##',
      '9#.###.##.##',
      '~#######*',
      '34 ~## ### ###',
      '+34 (~##) ### ###',
      '+34 ~#######*',
      '***-***-****',
      '+52 *** *** ****',
      '+52-33-****-****',
      '(81) **** ****',
      '0351 4##-####',
      '+549 261 4######',
      '(1) 6## ####',
      '+57 60# *## ####',
      '(+56) 9 **** ****',
      '+51 1 *## ####',
      '(0212) *######',
      '+503 ****-####',
      '+507 ****-####',
      '+593 2 *## ####',
      '0991 *## ###',
      '+598 2### ####',
    ],
    heldOut: [
      '~##-###-###',
      '~## ######',
      '9# ### ####',
      '+34.~##.###.###',
      '+34 ~##-##-##-##',
      '0034 9# ### ## ##',
      '*** ***-****',
      '+52 ** **** ****',
      '52 55 **** ****',
      '(664) *** ** **',
      '+54 9 (11) 4###-####',
      '0223 4##-####',
      '+57 3#########',
      '(604) *## ## ##',
      '+56 9########',
      '9 *### ####',
      '01 *## ####',
      '+58-424-*######',
      '2###-####',
      '+506 8#######',
      '+591-7#######',
      '04-*##-####',
      '094 ### ###',
      '+595 21 *## ###',
    ],
  },
  en: {
    tuned: [
      '(*##) *##-####',
      '*##-*##-####',
      '*##.*##.####',
      '+1 *## *## ####',
      '+1*##*######',
      '1-*##-*##-####',
      '*##*######',
      '07### ######',
      '07#########',
      '020 7### ####',
      '+44 7### ######',
      '0161 4## ####',
      '+44 20 7### ####',
      '01632 9#####',
      '+34 ~## ### ###',
      '+52 55 **## ####',
      '(*##)*##-####',
      '*## *## ####',
      '+1 (*##) *##-####',
      '+1-*##-*##-####',
      '+1.*##.*##.####',
      '1 *## *## ####',
      '(*##) *##.####',
      '07### ### ###',
      '+44 (0)7### ######',
      '0044 7### ######',
      '(0161) 4## ####',
      '+44-7###-######',
      '0800 ### ####',
      '+353 86 ### ####',
      '+61 4## ### ###',
      '+49 151 ########',
      '*##/*##-####',
      '(*##) *## ####',
      '*## *##-####',
      '+1 *##-*##-####',
      '1(*##)*##-####',
      '+1(*##)*##-####',
      '07### ## ## ##',
      '(07###) ######',
      '0117 *## ####',
      '020-7###-####',
      '+44(0)20 7### ####',
      '+447#########',
      '00 44 7### ######',
      '(028) 9### ####',
      '+27 82 ### ####',
      '+64 21 ### ###',
    ],
    heldOut: [
      '*##.*##-####',
      '(*##)-*##-####',
      '*##  *##  ####',
      '1.*##.*##.####',
      '+1 (*##)*##-####',
      '+1 *########*',
      '07###-######',
      '0161-4##-####',
      '(01632) 9##-###',
      '+44 161 4## ####',
      '0044 20 7### ####',
      '0800-###-####',
      '*## *## #### ext 12',
      '+33 1 ## ## ## ##',
      '+49 30 #######',
      '+91 9#### #####',
    ],
  },
} as const

const NAMES = [
  'ana',
  'luis',
  'maria.garcia',
  'j.smith',
  'pepe_84',
  'carla-r',
  'nora.o',
  'kevin99',
  'sofia',
  'd.lopez',
  'tom',
  'emma.w',
  'iker',
  'raquel-m',
]
const HOSTS = [
  'gmail.com',
  'hotmail.com',
  'yahoo.es',
  'outlook.com',
  'empresa.es',
  'example.org',
  'correo.com.mx',
  'company.co.uk',
  'uni.edu',
  'proton.me',
]

function toEmail(dice: Dice, language: 'es' | 'en', isHeldOut: boolean): string {
  const name = dice.pick(NAMES) + (dice.below(2) ? dice.digits(2) : '')
  const host = dice.pick(HOSTS)
  const spoken = host.replaceAll('.', language === 'es' ? ' punto ' : ' dot ')
  const at = language === 'es' ? 'arroba' : 'at'
  const bracketed = host.replaceAll('.', language === 'es' ? '(punto)' : '(dot)')
  if (isHeldOut) {
    return dice.pick([
      `${name}@${host}`,
      `${name}.x@${host}`,
      `${name} <${at}> ${host}`,
      `${name} ${at} ${spoken}`,
      `${name.toUpperCase()}@${host.toUpperCase()}`,
      `${name}\ufe6b${host}`,
    ])
  }
  return dice.pick([
    ...[`${name}@${host}`, `${name}@${host.toUpperCase()}`, `${name} (${at}) ${host}`, `${name} ${at} ${spoken}`, `${name}@${host}`],
    ...[
      `${name}_x@mail.${host}`,
      `${name} [${at}] ${host}`,
      `${name}(${at})${bracketed}`,
      `${name}@ ${host}`,
      `${name}@\u200b${host}`,
      `${name.toUpperCase()}@${host}`,
      `${name}+web@${host}`,
      `${name}[${at}]${bracketed}`,
      `${name} @ ${host}`,
      `${name}＠${host}`,
    ],
  ])
}

/** A Visa, Mastercard or American Express number with its check digit. */
function toLuhn(dice: Dice): string {
  const [prefix, length] = dice.pick([
    ['4', 16],
    [`5${dice.pick(['1', '3', '5'])}`, 16],
    ['37', 15],
  ] as const)
  const body = prefix + dice.digits(length - prefix.length - 1)
  const sum = [...body].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return body + ((10 - (sum % 10)) % 10)
}

function toIban(dice: Dice): string {
  const [country, length] = dice.pick([
    ['ES', 20],
    ['DE', 18],
    ['PT', 21],
    ['FR', 23],
    ['AT', 16],
    ['PL', 24],
    ['CH', 17],
  ] as const)
  const account = dice.digits(length)
  const [high, low] = [...country].map((letter) => letter.charCodeAt(0) - 55)
  const check = 98n - (BigInt(`${account}${high}${low}00`) % 97n)
  return `${country}${check.toString().padStart(2, '0')}${account}`
}

function toDni(dice: Dice, isHeldOut: boolean): string {
  const letter = (number: string) => 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(number) % 23] ?? ''
  const number = dice.digits(8, '1234567')
  const rest = dice.digits(7)
  const dotted = `${number.slice(0, 2)}.${number.slice(2, 5)}.${number.slice(5)}`
  if (isHeldOut)
    return dice.pick([
      `${number}${letter(number)}`,
      `${dotted}.${letter(number)}`,
      `${number} ${letter(number)}`.replace(/ [AEY]$/, (end) => end.trim()),
      `X ${rest} ${letter(`0${rest}`)}`,
    ])
  return dice.pick([
    ...[
      `${number}${letter(number)}`,
      `${number}-${letter(number)}`,
      `${dotted}-${letter(number)}`,
      `X${rest}${letter(`0${rest}`)}`,
      `Y${rest}${letter(`1${rest}`)}`,
    ],
    ...[
      `${number}.${letter(number)}`,
      `${dotted.replaceAll('.', ' ')}${letter(number)}`,
      `y${rest}-${letter(`1${rest}`)}`,
      `${number}${letter(number)}`.toLowerCase(),
      `${dotted}${letter(number)}`,
      `${number} - ${letter(number)}`,
      `Z-${rest}-${letter(`2${rest}`)}`,
    ],
  ])
}

function toSocialSecurity(dice: Dice): string {
  return `${dice.pick(['1', '2', '3', '4', '5', '7'])}${dice.digits(2, '123456789')}-${dice.digits(2, '123456789')}-${dice.digits(4, '123456789')}`
}

function toInsurance(dice: Dice, isHeldOut: boolean): string {
  const [letters, last] = [dice.pick(['AB', 'CE', 'JG', 'PR', 'SX', 'WK']), dice.pick(['A', 'B', 'C', 'D'])]
  return isHeldOut
    ? `${letters}${fill(dice, ' ######')} ${last}`
    : dice.pick([
        `${letters}-${fill(dice, '##-##-##')}-${last}`,
        `${letters}${dice.digits(6)}${last}`,
        `${letters} ${fill(dice, '## ## ##')} ${last}`,
      ])
}

function group(value: string, gap: string): string {
  return gap === '' ? value : (value.match(/.{1,4}/g) ?? []).join(gap)
}
