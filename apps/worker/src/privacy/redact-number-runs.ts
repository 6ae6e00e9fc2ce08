/** A part of the folded text: from `start` to before `end`. */
export interface Span {
  start: number
  end: number
}

/** Digits that stand together, and what is between them and the group before. */
export interface Group extends Span {
  digits: string
  gap: string
}

/** Groups of digits with nothing but the separators of phone and card numbers between them; a slash only as in 415/555-2671. */
const RUN = /\d+(?:(?:[ .()_-]{1,4}|\/(?=\d{3}-\d{4}(?!\d)))\d+)*/g
const GROUP = /\d+/g
/** A sentence ended here, or two numbers stand side by side. */
const BREAK = /\. |[ .]{3}|\n/

/** Every run of digit groups in a folded text, in one pass. */
export function findNumberRuns(text: string): Group[][] {
  const runs: Group[][] = []
  for (const { 0: run, index: runStart } of text.matchAll(RUN)) {
    let groups: Group[] = []
    for (const { 0: digits, index } of run.matchAll(GROUP)) {
      const start = runStart + index
      const last = groups.at(-1)
      const gap = last ? text.slice(last.end, start) : ''
      if (BREAK.test(gap)) {
        runs.push(groups)
        groups = []
      }
      groups.push({ digits, start, end: start + digits.length, gap: groups.length > 0 ? gap : '' })
    }
    runs.push(groups)
  }
  return runs
}

/** Some groups of a run that stand together. */
export interface Window extends Span {
  digits: string
  groups: readonly Group[]
  /** How many groups of the run come before and after it. */
  before: number
  after: number
}

/** The windows of a run that begin with one of its groups, the longest first: a constant number, for each group has a digit. */
export function toWindows(run: readonly Group[], first: number, most: number): Window[] {
  const windows: Window[] = []
  let digits = ''
  for (let last = first; last < run.length; last += 1) {
    const group = run[last]
    const head = run[first]
    if (!group || !head || digits.length + group.digits.length > most) break
    digits += group.digits
    windows.push({
      digits,
      start: head.start,
      end: group.end,
      groups: run.slice(first, last + 1),
      before: first,
      after: run.length - last - 1,
    })
  }
  return windows.reverse()
}

/** The lengths of a window's groups, such as `3-3-3`. */
export function toShape({ groups }: Window): string {
  return groups.map(({ digits }) => digits.length).join('-')
}

/** Hides parts of a folded text from the detectors after this one; every other character keeps its place. */
export function hideSpans(text: string, spans: readonly Span[]): string {
  let hidden = ''
  let last = 0
  for (const { start, end } of spans) {
    hidden += text.slice(last, start) + HIDDEN.repeat(end - start)
    last = end
  }
  return hidden + text.slice(last)
}

/** Neither a letter, a digit nor a separator, and nothing that a stored comment holds. */
const HIDDEN = '\u0000'

/** Where a pattern matched. */
export function toSpans(matches: Iterable<RegExpExecArray>): Span[] {
  return Array.from(matches, ({ 0: match, index }) => ({ start: index, end: index + match.length }))
}
