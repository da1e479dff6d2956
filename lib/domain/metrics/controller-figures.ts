import { valueKey, type Figure, type NodeSample } from './sample'

const mbean = (name: string): string => `kafka.controller:type=KafkaController,name=${name}`
const ACTIVE = 'ActiveControllerCount'
const COUNTS = [
  'GlobalTopicCount',
  'GlobalPartitionCount',
  'OfflinePartitionsCount',
  'PreferredReplicaImbalanceCount',
] as const

/** What a node that can be the controller is asked. */
export const CONTROLLER_MBEANS: readonly string[] = [ACTIVE, ...COUNTS].map(mbean)

export const CONTROLLER_METRICS: readonly string[] = [ACTIVE, ...COUNTS]

/**
 * The cluster's own figures, once: KRaft's standby controllers report the same counts as the active one (a sum would
 * be three times too high), brokers with ZooKeeper that do not control report zeros. While a node that may be the
 * controller is silent and no other is, nothing is known.
 */
export function controllerFigures(samples: readonly NodeSample[], silentNodes: number): readonly Figure[] {
  const of = ({ values }: NodeSample, name: string): number | undefined =>
    values.get(valueKey(mbean(name), 'Value'))
  const asked = samples.filter((sample) => of(sample, ACTIVE) !== undefined)
  const active = asked.filter((sample) => of(sample, ACTIVE) === 1)
  if (asked.length === 0 || (active.length === 0 && silentNodes > 0)) return []
  const counts = COUNTS.flatMap((metric): Figure[] => {
    const values = (active.length > 0 ? active : asked).flatMap((sample) => of(sample, metric) ?? [])
    return values.length === 0 ? [] : [{ metric, value: Math.max(...values) }]
  })
  return [{ metric: ACTIVE, value: active.length }, ...counts]
}
