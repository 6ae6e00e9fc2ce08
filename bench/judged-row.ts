/** One line of what a bench has found. */
export interface JudgedRow {
  measure: string
  /** In words; empty for what is only told. */
  goal: string
  /** In the unit that `measure` names. */
  figure: number
  isMet: boolean
}

/** The rows as a Markdown table. */
export function toJudgedTable(rows: readonly JudgedRow[]): string {
  const lines = rows.map(({ measure, goal, figure, isMet }) => {
    const verdict = goal ? (isMet ? 'met' : 'MISSED') : ''
    return `| ${measure} | ${goal} | ${Number.isInteger(figure) ? figure : figure.toFixed(2)} | ${verdict} |`
  })
  return ['| measure | goal | measured | |', '|---|--:|--:|---|', ...lines].join('\n')
}
