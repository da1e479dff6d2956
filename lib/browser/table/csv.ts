import { csvFormatRows } from 'd3-dsv'
import type { CsvCell } from './csv-rows'

/** What a spreadsheet would run as a formula when it opens the file; a number with its sign is none. */
const FORMULA = /^[=+\-@\t\r]/
const NUMBER = /^[+-]?\d+(\.\d+)?$/

/** A text that begins like a formula gets an apostrophe before it. What is not known stays empty. */
export function csvCell(value: CsvCell): string {
  const text = value === null ? '' : String(value)
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
}

/** With a mark for UTF-8 at its start, without which spreadsheets read Japanese wrongly. */
export const csvText = (rows: readonly (readonly CsvCell[])[]): string =>
  `\u{FEFF}${csvFormatRows(rows.map((row) => row.map(csvCell)))}\r\n`

/** `orders-topics-20261122T143207Z.csv`: whose, what, and when. */
export function csvFileName(name: string, atMs: number): string {
  const time = new Date(atMs).toISOString().replaceAll(/[-:]|\.\d+/g, '')
  return `${`${name}-${time}`.replaceAll(/[^\w.-]+/g, '_')}.csv`
}
