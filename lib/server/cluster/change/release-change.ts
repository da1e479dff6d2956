import type { ChangePlan } from '@/lib/contract/console/cluster-change'
import { checkClients } from '@/lib/domain/client-check'
import type { ClusterSpecification } from '@/lib/domain/cluster'
import { releaseSettings } from '@/lib/domain/configuration/release-change'
import { protocolOf } from '@/lib/domain/kafka-features'
import { findKafkaVersion } from '@/lib/domain/kafka-version'
import type { StoredCluster } from '../../engine/stored/stored-cluster'
import { lookAtClients } from './look-at-clients'
import type { Wishes } from './wishes'

/** What another release means for who is connected, and for settings that nobody changes. Null: the release stays. */
export async function releaseChange(
  stored: StoredCluster,
  target: ClusterSpecification,
  { kafkaVersion: to }: Wishes,
): Promise<ChangePlan['version']> {
  if (to === undefined) return null
  const { specification: source } = stored
  const { heldProtocol } = target
  const release = findKafkaVersion(to)?.release ?? to
  const { countedSince, clients, silent, removes } = checkClients(
    { source: source.release, target: release },
    await lookAtClients(stored),
  )
  const { defaults, deprecated } = releaseSettings(source, target)
  return {
    from: source.kafkaVersion,
    to,
    release,
    protocol: heldProtocol === undefined ? null : { from: heldProtocol, to: protocolOf(release) },
    clients: {
      clients: clients.map((client) => ({
        ...client,
        listeners: [...client.listeners],
        refused: [...client.refused],
      })),
      removes,
      silent: [...silent],
      countedSince: countedSince === null ? null : new Date(countedSince).toISOString(),
    },
    defaults: [...defaults],
    deprecated: [...deprecated],
  }
}
