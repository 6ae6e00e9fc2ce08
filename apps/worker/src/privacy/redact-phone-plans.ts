/** Digits after the country's code, of the countries whose national forms are known here. Sources: the ITU's list of national numbering plans (E.129). */
const KNOWN: Readonly<Record<string, RegExp>> = {
  1: /^[2-9]\d{2}[2-9]\d{6}$/,
  34: /^[5-9]\d{8}$/,
  44: /^0?[1-9]\d{8,9}$/,
  51: /^\d{8,9}$/,
  52: /^1?[2-9]\d{9}$/,
  53: /^\d{7,8}$/,
  54: /^(?:9?[1-9]\d{9}|9?\d{2,4}15\d{6,8})$/,
  55: /^0?[1-9]\d(?:9\d{8}|[2-8]\d{7})$/,
  56: /^[2-9]\d{8}$/,
  57: /^(?:3\d{9}|60\d{8}|[1-8]\d{7})$/,
  58: /^[24]\d{9}$/,
  501: /^\d{7}$/,
  502: /^\d{8}$/,
  503: /^\d{8}$/,
  504: /^\d{8}$/,
  505: /^\d{8}$/,
  506: /^\d{8}$/,
  507: /^\d{7,8}$/,
  591: /^\d{8}$/,
  593: /^0?\d{8,9}$/,
  595: /^0?\d{8,9}$/,
  598: /^0?\d{7,8}$/,
}

/** Every other code that the ITU has given out (E.164), by its beginning. */
const OTHER_CODES =
  /^(?:7|2[07]|3[0-69]|4[013-9]|6[0-6]|8[1246]|9[0-58]|2[1-689]\d|3[578]\d|42[0-3]|50[089]|59[024679]|6[789]\d|80[08]|85\d|87[0-9]|88[0-368]|9[679]\d)/

/** Digits behind a + (or 00), country code first, as long as that country's numbers are. */
export function isInternational(digits: string): boolean {
  const known = isOfKnownPlan(digits)
  if (known !== null) return known
  const code = OTHER_CODES.exec(digits)?.[0]
  return code !== undefined && digits.length >= 9 && digits.length <= 15 && !/0{5}$/.test(digits)
}

/** Null: of a country whose plan is not known here. */
function isOfKnownPlan(digits: string): boolean | null {
  for (const length of [1, 2, 3]) {
    const plan = KNOWN[digits.slice(0, length)]
    if (plan) return plan.test(digits.slice(length)) && !/0{6}$/.test(digits)
  }
  return null
}

/** One that lost or won a digit in the typing, but has a country: "+34 612 34 56". */
export function isLooselyInternational(digits: string): boolean {
  const hasCode = [1, 2, 3].some((length) => KNOWN[digits.slice(0, length)]) || OTHER_CODES.test(digits)
  return hasCode && digits.length >= 8 && digits.length <= 15 && !/^10|0{4}$/.test(digits)
}

interface Plan {
  digits: RegExp
  /** The lengths of its groups, as people write them. */
  shapes: RegExp
  /** What must stand between the groups. */
  gaps?: RegExp
}

const NATIONAL: readonly Plan[] = [
  // Spain, Portugal, Peru, Chile: nine digits.
  { digits: /^[5-9]\d{8}$/, shapes: /^(?:9|3-3-3|3-2-2-2|2-3-2-2|2-7|3-6|2-3-4|3-2-4|3-4-2|1-4-4|1-8|5-4|3-3-1-2|(?:1-){8}1)$/ },
  { digits: /^[23]\d{8}$/, shapes: /^(?:1-4-4|2-3-4|2-7|1-8)$/ },
  // United States and Canada, also with a leading 1.
  { digits: /^1?[2-9]\d{2}[2-9]\d{6}$/, shapes: /^(?:1-)?(?:3-3-4|3-7|10|3-3-2-2|6-4)$|^1[01]$/ },
  // Mexico, Colombia and Argentina: ten digits.
  { digits: /^[2-9]\d{9}$/, shapes: /^(?:10|2-4-4|3-3-4|3-7|2-8|3-3-2-2|4-6|4-3-3|2-3-3-2|3-4-3|4-2-4|(?:1-){9}1)$/ },
  { digits: /^[2-9]\d{9}$/, shapes: /^(?:2-2-2-2-2|5-5)$/, gaps: /^[-.]+$/ },
  { digits: /^1\d15\d{8}$|^[1-9]\d{1,3}15\d{6,8}$/, shapes: /^(?:2-2-4-4|3-2-3-4|4-2-3-3|4-2-2-4|2-2-8|3-2-7|4-2-6)$/ },
  { digits: /^15\d{8}$/, shapes: /^(?:2-4-4|2-8)$/ },
  { digits: /^11\d{8}$/, shapes: /^(?:2-4-4|2-8)$/ },
  // Brazil.
  { digits: /^[1-9][1-9]9\d{8}$/, shapes: /^(?:11|2-5-4|2-9|2-1-4-4)$/ },
  { digits: /^[1-9][1-9][2-5]\d{7}$/, shapes: /^(?:2-4-4|2-8)$/ },
  // A trunk 0 in front: United Kingdom, Argentina, Venezuela, Ecuador, Uruguay, Paraguay, and most of Europe.
  { digits: /^0[1-9]\d{7,9}$/, shapes: /^(?:9|1[01]|[2-5]-[2-8](?:-[2-5]){0,4})$/ },
  { digits: /^0[1-9]\d{1,3}15\d{6,8}$/, shapes: /^(?:1[23]|[3-5]-2-[2-8](?:-[2-5]){0,2})$/ },
  // Prefixes that Mexico dialled until 2019.
  { digits: /^0(?:1|44|45)[2-9]\d{9}$/, shapes: /^(?:12|13|[23]-(?:10|2-4-4|3-3-4|2-8|3-7))$/ },
  // Central America and Bolivia: eight digits in two halves.
  { digits: /^[2-9]\d{7}$/, shapes: /^4-4$/, gaps: /^[ -]$/ },
  // A country's code without its plus.
  { digits: /^34[679]\d{8}$/, shapes: /^(?:11|2-9|2-3-3-3|2-3-2-2-2|2-2-3-2-2)$/ },
  { digits: /^447\d{9}$/, shapes: /^(?:12|2-10|2-4-6|2-4-3-3)$/ },
  { digits: /^521?[2-9]\d{9}$/, shapes: /^(?:1[23]|2-10|2-(?:1-)?(?:2-4-4|3-3-4))$/ },
  { digits: /^549?[1-9]\d{9}$/, shapes: /^(?:13|2-9-2-4-4|2-1-2-4-4|2-2-4-4|2-1-3-3-4|3-2-4-4|2-1-10)$/ },
  { digits: /^573\d{9}$/, shapes: /^(?:12|2-10|2-3-3-4|2-3-7)$/ },
  { digits: /^55[1-9]{2}9\d{8}$/, shapes: /^(?:13|2-11|2-2-5-4|2-2-9)$/ },
  { digits: /^5[16]9\d{8}$/, shapes: /^(?:11|2-9|2-3-3-3|2-1-4-4)$/ },
]

/** Digits as a country writes its own numbers, without words that say what they are. */
export function isNational(digits: string, shape: string, gaps: string): boolean {
  const dialled = /^(?:00|011)(?=[1-9])/.exec(digits)?.[0]
  if (dialled && digits.length >= 11) {
    const called = digits.slice(dialled.length)
    // In one piece it could be anything that is written with leading zeros.
    if (shape.includes('-') ? isInternational(called) : isOfKnownPlan(called) === true) return true
  }
  // An area code in parentheses: (011) 4345-6789, (2) 2345 6789.
  if (gaps.includes(')') && /^(?:[1-5]-)?[1-5]-\d(?:-\d){0,3}$/.test(shape) && digits.length >= 8 && digits.length <= 12) return true
  return NATIONAL.some((plan) => plan.digits.test(digits) && plan.shapes.test(shape) && (plan.gaps?.test(gaps) ?? true))
}
