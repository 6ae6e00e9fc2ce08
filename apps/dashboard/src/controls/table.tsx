import type { ComponentChildren } from 'preact'
import './table.css'

type Column = { key: string; label: string; isNumber?: boolean }
type Row = { key: string; cells: readonly ComponentChildren[] }
type Props = {
  caption: string
  /** Whether the caption is for the ear alone, because a heading says it already. */
  isCaptionHidden?: boolean
  columns: readonly Column[]
  /** Cells in the order of the columns; the first names the row. */
  rows: readonly Row[]
}

/** Rows and columns as a real table, that scrolls within itself where the screen is narrow. */
export function Table({ caption, isCaptionHidden = false, columns, rows }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section class="table-frame" aria-label={caption} tabIndex={0}>
      <table class="table">
        <caption class={isCaptionHidden ? 'for-the-ear' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, label, isNumber }) => (
              <th key={key} scope="col" data-number={isNumber ? '' : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [name, ...cells] }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {cells.map((cell, place) => (
                <td key={columns[place + 1]?.key} data-number={columns[place + 1]?.isNumber ? '' : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
