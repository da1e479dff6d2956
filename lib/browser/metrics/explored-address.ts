import { chartLinesSchema, EACH, type ChartLine, type SavedChart } from '@/lib/domain/metrics/chart-set'
import { metricChoice } from './metric-choices'

/** What one finds before anything is chosen: what comes in, of each broker. */
const FIRST: readonly ChartLine[] = [
  { is: 'metric', metric: 'broker:BytesInPerSec', of: { 'Broker ID': EACH }, statistic: 'Average' },
]

/** Lines as the address has them; what makes no sense is what one finds first. */
export function readLines(text: string): readonly ChartLine[] {
  if (text === '') return FIRST
  try {
    const read = chartLinesSchema.safeParse(JSON.parse(text))
    return read.success ? read.data : FIRST
  } catch {
    return FIRST
  }
}

export const writeLines = (lines: readonly ChartLine[]): string => JSON.stringify(lines)

/** The explorer with this chart in it, which goes back into the set it came from. */
export function exploreAddress(chart: SavedChart, set: string): string {
  const address = new URLSearchParams({ lines: writeLines(chart.lines), title: chart.title, set })
  if (chart.periodS !== null) address.set('period', String(chart.periodS))
  return `?${address}`
}

/** The metrics of the lines, each once: what a chart is about while it has no title. */
export const titleOf = (lines: readonly ChartLine[]): string =>
  [
    ...new Set(
      lines.map((line) =>
        line.is === 'metric'
          ? (metricChoice(line.metric)?.name ?? line.metric)
          : line.label || line.expression,
      ),
    ),
  ].join(', ')

/** A line for a metric just chosen: each of the brokers, topics or groups it is of, by what says most about it. */
export function newLine(choiceId: string): ChartLine | null {
  const choice = metricChoice(choiceId)
  return choice === null
    ? null
    : {
        is: 'metric',
        metric: choice.id,
        of: Object.fromEntries(choice.dimensions.map((name) => [name, EACH])),
        statistic: choice.statistic,
      }
}
