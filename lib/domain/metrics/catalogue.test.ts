import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { BROKER_RULES } from './broker-rules'
import { METRICS, type Metric } from './catalogue'
import { CONTROLLER_METRICS } from './controller-figures'
import { seriesKey } from './series'
import { TOPIC_COUNTERS } from './sample'

const PAGE = readFileSync('docs/metrics.md', 'utf8')
const lines = PAGE.split('\n').map((line) => line.replaceAll(/\s+/g, ' ').trim())

/** A metric of the catalogue as its line on the page. */
const lineOf = (metric: Metric): string => {
  const sets = metric.dimensions.map((set) => set.slice(1).join(', ') || '–').join('; ')
  const cells =
    'source' in metric
      ? [`\`${metric.name}\``, metric.unit, metric.level, sets, metric.statistic, metric.source]
      : [`\`${metric.name}\``, metric.level, metric.unavailable]
  return `| ${cells.join(' | ')} |`
}

test('the page about metrics says of each what the catalogue says, and of no other', () => {
  const said = lines.filter((line) => line.startsWith('| `'))
  expect(said.toSorted()).toEqual(METRICS.map(lineOf).toSorted())
})

test('no metric stands twice with the same dimensions, and each begins at its cluster', () => {
  const keys = METRICS.flatMap(({ name, dimensions }) =>
    dimensions.map((set) =>
      seriesKey({
        region: '',
        metric: name,
        dimensions: Object.fromEntries(set.map((dimension) => [dimension, 'x'])),
      }),
    ),
  )
  expect(new Set(keys).size).toBe(keys.length)
  expect(METRICS.every(({ dimensions }) => dimensions.every((set) => set[0] === 'Cluster Name'))).toBe(true)
})

test('whatever is measured of brokers, controllers and topics is in the catalogue', () => {
  const known = new Set(METRICS.flatMap((metric) => ('source' in metric ? [metric.name] : [])))
  const measured = [...BROKER_RULES.map(({ metric }) => metric), ...CONTROLLER_METRICS, ...TOPIC_COUNTERS]
  expect(measured.filter((metric) => !known.has(metric))).toEqual([])
})
