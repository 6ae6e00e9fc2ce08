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

/** Groups that stand together, and all their digits. */
export interface NumberRun {
  groups: readonly Group[]
  digits: string
  /** Where each group begins in `digits`. */
  offsets: readonly number[]
}

/** Every run of digit groups in a folded text, in one pass. */
export function findNumberRuns(text: string): NumberRun[] {
  const runs: NumberRun[] = []
  for (const { 0: run, index: runStart } of text.matchAll(RUN)) {
    let groups: Group[] = []
    for (const { 0: digits, index } of run.matchAll(GROUP)) {
      const start = runStart + index
      const last = groups.at(-1)
      const gap = last ? text.slice(last.end, start) : ''
      if (BREAK.test(gap)) {
        runs.push(toRun(groups))
        groups = []
      }
      groups.push({ digits, start, end: start + digits.length, gap: groups.length > 0 ? gap : '' })
    }
    runs.push(toRun(groups))
  }
  return runs
}

function toRun(groups: readonly Group[]): NumberRun {
  const offsets: number[] = []
  let length = 0
  for (const { digits } of groups) {
    offsets.push(length)
    length += digits.length
  }
  return { groups, digits: groups.map(({ digits }) => digits).join(''), offsets }
}

/** Some groups of a run that stand together: `count` of them, `before` and `after` of which there are others. */
export interface Window extends Span {
  digits: string
  run: NumberRun
  before: number
  count: number
  after: number
}

/** The windows of `least` to `most` digits that begin with a group of the run, the longest first: a constant number, for each group has a digit. */
export function toWindows(run: NumberRun, first: number, least: number, most: number): Window[] {
  const windows: Window[] = []
  const head = run.groups[first]
  const offset = run.offsets[first]
  if (!head || offset === undefined) return windows
  for (let last = first; ; last += 1) {
    const group = run.groups[last]
    if (!group) break
    const end = (run.offsets[last] ?? 0) + group.digits.length
    if (end - offset > most) break
    if (end - offset < least) continue
    const digits = run.digits.slice(offset, end)
    windows.push({
      digits,
      run,
      start: head.start,
      end: group.end,
      before: first,
      count: last - first + 1,
      after: run.groups.length - last - 1,
    })
  }
  return windows.reverse()
}

/** The groups of a window. */
export function toGroups({ run, before, count }: Window): readonly Group[] {
  return run.groups.slice(before, before + count)
}

/** The lengths of a window's groups, such as `3-3-3`. */
export function toShape(window: Window): string {
  return toGroups(window)
    .map(({ digits }) => digits.length)
    .join('-')
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
