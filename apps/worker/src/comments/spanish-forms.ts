const VERB_ENDINGS = {
  ar: 'o as a amos ais an e aste asteis aron aba abas abamos aban ara aras aran aria ariamos arian es emos eis en ado ada ados adas ando ar arme arte arse arnos arlo arla arlos arlas andome andose ase asen aran',
  er: 'o es e emos eis en i iste io imos isteis ieron ia ias iamos ian era eras eran eria erian a as amos ais an ido ida idos idas iendo er erme erte erse ernos erlo erla erlos erlas iera ieran yo yeron yendo',
  ir: 'o es e imos is en i iste io isteis ieron ia ias iamos ian ira iras iran iria irian a as amos ais an ido ida idos idas iendo ir irme irte irse irnos irlo irla irlos irlas iera ieran',
} as const

/** Spelling keeps the sound before e: pagar, pagué; tocar, toqué; rechazar, rechacé. */
const BEFORE_E: readonly (readonly [end: string, becomes: string])[] = [
  ['g', 'gu'],
  ['c', 'qu'],
  ['z', 'c'],
]

/**
 * The forms of a Spanish word, without accents. Adjectives get gender, number,
 * -ísimo, -mente and the diminutive; nouns number; verbs the endings of their
 * conjugation, on other stems too where those are given (`perder:pierd`).
 * Some of what comes out does not exist, and so is never read.
 */
export function toSpanishForms(kind: string, word: string): readonly string[] {
  if (kind === 'adjective') return toAdjective(word)
  if (kind === 'noun') return [word, toPlural(word)]
  if (kind === 'verb') return toVerb(word)
  return [word]
}

function toPlural(word: string): string {
  if (/[aeiou]$/.test(word)) return `${word}s`
  return word.endsWith('z') ? `${word.slice(0, -1)}ces` : `${word}es`
}

function toAdjective(word: string): string[] {
  const stem = word.replace(/[aeo]$/, '')
  const genders = word.endsWith('o') ? [word, `${stem}a`] : word.endsWith('or') ? [word, `${word}a`] : [word]
  const softStem = stem.endsWith('c') ? `${stem.slice(0, -1)}qu` : stem.endsWith('g') ? `${stem}u` : stem
  const degrees = [`${softStem}isim`, `${softStem}it`].flatMap((degree) => [`${degree}o`, `${degree}a`])
  return [...[...genders, ...degrees].flatMap((form) => [form, toPlural(form)]), `${genders.at(-1)}mente`, `${softStem}isimamente`]
}

function toVerb(word: string): string[] {
  const [infinitive = '', ...otherStems] = word.split(':')
  const ending = infinitive.slice(-2) as keyof typeof VERB_ENDINGS
  const stem = infinitive.slice(0, -2)
  const forms = [stem, ...otherStems].flatMap((one) => VERB_ENDINGS[ending].split(' ').map((end) => one + end))
  if (ending !== 'ar') return forms
  const change = BEFORE_E.find(([end]) => stem.endsWith(end))
  return change ? [...forms, ...['e', 'es', 'emos', 'en'].map((end) => `${stem.slice(0, -1)}${change[1]}${end}`)] : forms
}

/** How a word sounds where most of its speakers live: b and v, s and z, y and ll, g and j alike, h not at all. */
export function toSpanishSound(word: string): string {
  return word
    .replace(/x(?=c[ei])|xc(?=[ei])/g, 's')
    .replace(/sc(?=[ei])|c(?=[ei])|z|x/g, 's')
    .replace(/qu?(?=[ei])|k|q/g, 'c')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/ll/g, 'y')
    .replace(/v|w/g, 'b')
    .replace(/n(?=[bp])/g, 'm')
    .replace(/(^|[^c])h/g, '$1')
    .replace(/(.)\1+/g, '$1')
}
