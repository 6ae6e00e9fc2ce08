/**
 * The forms of an English word: verbs get -s, -ed and -ing, adjectives -er, -est
 * and -ly, nouns the plural. Some of what comes out does not exist, and so is
 * never read.
 */
export function toEnglishForms(kind: string, word: string): readonly string[] {
  const bare = word.replace(/e$/, '')
  const soft = /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}i` : null
  const plural = soft ? `${soft}es` : /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`
  if (kind === 'noun') return [word, plural]
  if (kind === 'adjective') {
    const adverb = soft ? `${soft}ly` : word.endsWith('le') ? `${bare}y` : word.endsWith('ic') ? `${word}ally` : `${word}ly`
    return [word, adverb, `${soft ?? bare}er`, `${soft ?? bare}est`]
  }
  if (kind === 'verb') {
    // Doubled last letters are how many people write, and how many should.
    const doubled = /[aeiou][bdglmnprt]$/.test(word) ? [`${word}${word.at(-1)}ed`, `${word}${word.at(-1)}ing`] : []
    return [word, plural, `${soft ?? bare}ed`, `${bare}ing`, ...doubled]
  }
  return [word]
}

/** A word without what is most often misspelt: doubled letters, ie and ei, -ance and -ence, -able and -ible. */
export function toEnglishSound(word: string): string {
  return word
    .replace(/'/g, '')
    .replace(/ei/g, 'ie')
    .replace(/a(?=n(?:ce|t|tly)$)/, 'e')
    .replace(/a(?=bl[ey]$)/, 'i')
    .replace(/ph/g, 'f')
    .replace(/(.)\1+/g, '$1')
}
