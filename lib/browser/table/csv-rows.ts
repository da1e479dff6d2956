export type CsvCell = string | number | null
export type CsvColumn<Row> = { header: string; valueOf: (row: Row) => CsvCell }

/** The head and a line a row. */
export const csvRows = <Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): CsvCell[][] => [
  columns.map(({ header }) => header),
  ...rows.map((row) => columns.map(({ valueOf }) => valueOf(row))),
]
