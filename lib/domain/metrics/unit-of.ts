import { METRICS, type MetricUnit } from './catalogue'

const UNITS: ReadonlyMap<string, MetricUnit> = new Map(METRICS.map(({ name, unit }) => [name, unit]))

export const unitOf = (metric: string): MetricUnit => UNITS.get(metric) ?? 'None'
