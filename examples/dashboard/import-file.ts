/** A file of survey answers as an export gives it, with what goes wrong with such files. */
export interface ImportFile {
  text: string
  /** Scores of the rows that are fine, by type of survey. */
  scores: { nps: number[]; csat: number[] }
  /** Lines of the file that cannot be imported, as an editor counts them. */
  faulty: { line: number; why: string }[]
}

const SECOND_MS = 1000

/** Makes a file of so many rows: two surveys, comments over several lines, names and addresses, and faults here and there. */
export function makeImportFile(rows: number, newestAt: number): ImportFile {
  const file: ImportFile = {
    text: '\ufeffResponse ID,Survey Type,Score,Comment,Person Email,Person Name,Created At\r\n',
    scores: { nps: [], csat: [] },
    faulty: [],
  }
  let line = 2
  let chance = 20_260_101
  for (let row = 0; row < rows; row += 1) {
    chance = (chance * 1_103_515_245 + 12_345) % 2_147_483_648
    const draw = Math.floor(chance / 65_536)
    const type = row % 3 === 0 ? 'csat' : 'nps'
    const score = type === 'csat' ? 1 + (draw % 5) : draw % 11
    const time = new Date(newestAt - row * 400 * SECOND_MS)
      .toISOString()
      .replace('T', ' ')
      .replace(/\.\d+Z/, ' UTC')
    const comment = row % 7 === 0 ? `"Row ${row}, ""quoted"",\nand a second line"` : ''
    const fault =
      row % 111 === 50 ? 'score not on this scale' : row % 111 === 70 ? 'no score' : row % 111 === 90 ? 'time not readable' : null
    const cells = [
      `r${row}`,
      type,
      fault === 'score not on this scale' ? '12' : fault === 'no score' ? '' : String(score),
      comment,
      `person${row}@mail.example`,
      `Person ${row}`,
      fault === 'time not readable' ? 'lately' : time,
    ]
    file.text += `${cells.join(',')}\r\n`
    if (fault === null) file.scores[type].push(score)
    else file.faulty.push({ line, why: fault })
    line += comment === '' ? 1 : 2
  }
  return file
}
