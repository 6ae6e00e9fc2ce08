import { type Columns, findColumns } from './columns.ts'
import type { FileFormat } from './file-format.ts'
import { parseScore } from './parse-score.ts'
import { createOrderFinder, type DateOrder } from './parse-time.ts'
import { readRows } from './read-rows.ts'
import type { ScoreRange } from './survey-type.ts'

/** The rows of one type of survey. */
export interface RowGroup {
  /** As the file writes it; empty when it says nothing. */
  type: string
  rows: number
  /** Null when none of them has a score. */
  scores: ScoreRange | null
}

/** What a file holds, before anything is decided about it. */
export interface FileLook {
  names: string[]
  columns: Columns
  rows: number
  /** The largest first. */
  groups: RowGroup[]
  /** Whether days and months can be mixed up in it, and which order its dates prove. */
  dates: { isAmbiguous: boolean; order: DateOrder | null }
  /** A few cells of each column that are not empty, to recognise it by. */
  samples: string[][]
}

const SAMPLES = 2

/**
 * Reads a file once, to see what is in it.
 *
 * @param columns which column is what; found by the names when not given
 */
export async function lookOver(
  file: Blob,
  format: FileFormat,
  columns: Columns | null,
  onProgress?: (share: number) => void,
): Promise<FileLook> {
  let names: string[] | null = null
  let places = columns
  let rows = 0
  const groups = new Map<string, RowGroup>()
  const order = createOrderFinder()
  let samples: string[][] = []
  for await (const slice of readRows(file, format, onProgress)) {
    for (const { cells } of slice) {
      if (names === null || places === null) {
        names = cells.map((cell) => cell.trim())
        places ??= findColumns(names)
        samples = names.map(() => [])
        continue
      }
      rows += 1
      const cellOf = (place: number | null) => (place === null ? '' : (cells[place] ?? '').trim())
      order.add(cellOf(places.time))
      add(groups, cellOf(places.type), parseScore(cellOf(places.score)))
      for (const [place, seen] of samples.entries()) {
        const cell = cellOf(place)
        if (seen.length < SAMPLES && cell !== '' && !seen.includes(cell)) seen.push(cell)
      }
    }
  }
  return {
    names: names ?? [],
    columns: places ?? findColumns([]),
    rows,
    groups: [...groups.values()].sort((left, right) => right.rows - left.rows),
    dates: { isAmbiguous: order.isNeeded, order: order.order },
    samples,
  }
}

function add(groups: Map<string, RowGroup>, type: string, score: number | null): void {
  const group = groups.get(type) ?? { type, rows: 0, scores: null }
  groups.set(type, group)
  group.rows += 1
  if (score === null) return
  const { lowest, highest } = group.scores ?? { lowest: score, highest: score }
  group.scores = { lowest: Math.min(lowest, score), highest: Math.max(highest, score) }
}
