type FoundPart = { text: string; isFound: boolean }

const toPlain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()

/** A text cut where the words of a search were found in it: as the worker finds them, whatever case and accents. */
export function toFoundParts(text: string, search: string): FoundPart[] {
  const words = toPlain(search)
    .split(/\s+/u)
    .filter((word) => word !== '')
  if (words.length === 0) return text === '' ? [] : [{ text, isFound: false }]
  let plain = ''
  // Where in the text each unit of the plain one comes from: lengths differ.
  const places: number[] = []
  let place = 0
  for (const character of text) {
    const units = toPlain(character)
    for (let unit = 0; unit < units.length; unit += 1) places.push(place)
    plain += units
    place += character.length
  }
  places.push(text.length)
  const isFound = new Array<boolean>(text.length).fill(false)
  for (const word of words) {
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length)) {
      isFound.fill(true, places[at], places[at + word.length])
    }
  }
  const parts: FoundPart[] = []
  for (let start = 0, end = 1; start < text.length; start = end, end += 1) {
    while (end < text.length && isFound[end] === isFound[start]) end += 1
    parts.push({ text: text.slice(start, end), isFound: isFound[start] === true })
  }
  return parts
}
