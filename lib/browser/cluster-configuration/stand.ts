import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { ClusterConfiguration } from '@/lib/contract/console/cluster-configuration'
import { driftedBrokers, driftOf } from './drift'

/** How the brokers of a cluster stand to what they should run. Unknown is never “as they should”. */
export type ConfigurationStand =
  | { is: 'off' | 'operation' | 'unknown' }
  | { is: 'asWanted'; brokers: number }
  | { is: 'differs'; settings: number; brokers: number }
  | { is: 'partly'; asked: number; brokers: number }

export function standOf(
  { power, operation, health }: Pick<ClusterDetail, 'power' | 'operation' | 'health'>,
  configuration: ClusterConfiguration,
): ConfigurationStand {
  if (operation !== null) return { is: 'operation' }
  if (power === 'off') return { is: 'off' }
  const drift = driftOf(configuration)
  if (drift.length > 0) return { is: 'differs', settings: drift.length, brokers: driftedBrokers(drift) }
  const brokers = health.totalBrokers
  const asked = brokers - configuration.unknown.length
  if (asked <= 0) return { is: 'unknown' }
  return asked < brokers ? { is: 'partly', asked, brokers } : { is: 'asWanted', brokers }
}
