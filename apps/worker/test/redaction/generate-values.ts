import type { Redaction } from '@pulso/protocol'
import { type Dice, fill } from './dice.ts'

/** The ways to write each class; cards and accounts differ by what stands between their groups. */
export interface Forms {
  phone: readonly string[]
  email: readonly string[]
  id: readonly string[]
  gaps: { card: readonly string[]; iban: readonly string[] }
}

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
]
const SECRET_CHARACTERS = [...'abcdefghijkmnpqrstuvwxyz23456789']

/** One value of a class, with the check digits that belong to it. */
export function toPersonalValue(dice: Dice, what: Redaction, forms: Forms, dot: string): string {
  switch (what) {
    case 'email':
      return toEmail(dice, dice.pick(forms.email), dot)
    case 'phone':
      return fill(dice, dice.pick(forms.phone))
    case 'card':
      return group(toCard(dice), dice.pick(forms.gaps.card))
    case 'iban':
      return group(toIban(dice), dice.pick(forms.gaps.iban))
    case 'id':
      return toIdentity(fill(dice, dice.pick(forms.id)))
    case 'secret':
      return `${Array.from({ length: 24 + dice.below(20) }, () => dice.pick(SECRET_CHARACTERS)).join('')}7k8m9n`
  }
}

function toEmail(dice: Dice, form: string, dot: string): string {
  const name = dice.pick(NAMES) + fill(dice, dice.pick(['', '##']))
  const host = dice.pick(HOSTS)
  const parts: Record<string, string> = {
    ...{ name, NAME: name.toUpperCase(), host, HOST: host.toUpperCase() },
    spoken: host.replaceAll('.', ` ${dot} `),
    bracketed: host.replaceAll('.', `(${dot})`),
    spaced: host.replaceAll('.', ' . '),
  }
  return form.replaceAll(/\{(\w+)\}/g, (_, part: string) => parts[part] ?? '')
}

/** A Visa, Mastercard or American Express number: the last digit makes Luhn's sum a multiple of ten. */
function toCard(dice: Dice): string {
  const body = fill(dice, dice.pick(['4##############', '51#############', '53#############', '55#############', '37############']))
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
  const account = fill(dice, '#'.repeat(length))
  const [high, low] = [...country].map((letter) => letter.charCodeAt(0) - 55)
  const check = 98n - (BigInt(`${account}${high}${low}00`) % 97n)
  return `${country}${check.toString().padStart(2, '0')}${account}`
}

/** With the letter of a DNI or NIE in place of §. A lone A, E or Y after a space would be a word, so it stands closer. */
function toIdentity(filled: string): string {
  const digits = filled.replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter))).replaceAll(/\D/g, '')
  return filled.replace('§', 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(digits) % 23] ?? '').replace(/(?<=\d) (?=[AEY]$)/, '')
}

function group(value: string, gap: string): string {
  return gap === '' ? value : (value.match(/.{1,4}/g) ?? []).join(gap)
}
