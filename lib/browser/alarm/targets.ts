import { METRICS } from '@/lib/domain/metrics/catalogue'
import type { DimensionName, Dimensions } from '@/lib/domain/metrics/series'
import { targetKey } from './target-key'

/** What an alarm can watch a metric of. `each` is one alarm for every broker. */
export type Target = {
  value: string
  is: 'each' | 'broker' | 'cluster' | 'other'
  dimensions: readonly Dimensions[]
}

/** More nobody looks through in a list. */
const OTHERS_MAX = 100

type Known = {
  clusterName: string
  brokerIds: readonly number[]
  /** Those that told something lately. */
  series: readonly Dimensions[]
}

export function targetsOf(metric: string, { clusterName, brokerIds, series }: Known): readonly Target[] {
  const sets = METRICS.filter(({ name }) => name === metric).flatMap(({ dimensions }) => dimensions)
  const has = (...names: DimensionName[]) => sets.some((set) => set.join() === names.join())
  const brokers = has('Cluster Name', 'Broker ID')
    ? brokerIds.map((id): Dimensions => ({ 'Cluster Name': clusterName, 'Broker ID': String(id) }))
    : []
  const others = series
    .filter((dimensions) => Object.keys(dimensions).length > 2)
    .map((dimensions): Target => ({ value: targetKey(dimensions), is: 'other', dimensions: [dimensions] }))
  return [
    ...(brokers.length > 1 ? [{ value: 'each', is: 'each', dimensions: brokers } as const] : []),
    ...brokers.map((dimensions): Target => ({
      value: targetKey(dimensions),
      is: 'broker',
      dimensions: [dimensions],
    })),
    ...(has('Cluster Name')
      ? [{ value: 'cluster', is: 'cluster', dimensions: [{ 'Cluster Name': clusterName }] } as const]
      : []),
    ...others
      .toSorted((one, other) => one.value.localeCompare(other.value, 'en', { numeric: true }))
      .slice(0, OTHERS_MAX),
  ]
}
