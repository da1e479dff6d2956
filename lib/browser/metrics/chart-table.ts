import type { PlotRow } from './plot'
import type { CsvCell } from '../table/csv-rows'

/** The exact numbers behind a chart, in its metric’s own unit: a row a time, newest first. */
export const chartRows = (names: readonly string[], rows: readonly PlotRow[]): CsvCell[][] => [
  ['time', ...names],
  ...rows
    .filter(({ values }) => values.some((value) => value !== null))
    .toReversed()
    .map(({ at, values }) => [new Date(at).toISOString(), ...values]),
]
