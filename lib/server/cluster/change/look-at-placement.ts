import { CANARY_TOPIC } from '@/lib/domain/canary'
import { endpointOf, servesClients } from '@/lib/domain/node'
import { isKnown, type PartitionSeen } from '@/lib/domain/plan/world'
import { topicOf } from '@/lib/domain/plan/partitions/partition-id'
import type { PlacedPartition, RebalanceQuestion } from '@/lib/domain/rebalance/question'
import type { StoredCluster } from '../../engine/stored/stored-cluster'
import { openAdmin } from '../../kafka/admin'
import { wholeView } from '../../kafka/cluster-view'
import { lookAtSizes } from '../../kafka/topics/sizes'
import { runtime } from '../../process'
import type { PlacedNode } from '../create/addresses'
import type { Standing } from './standing'
import { steadyQuestion } from './steady-question'

const VIEW_MS = 10_000

export type PlacementSeen = RebalanceQuestion | { problem: string }

/**
 * Where everything lies and how much of it: all but Mosaik's own topic, which is laid out so that each broker leads a
 * part of it. Nothing is proposed while somebody else moves partitions.
 */
export async function lookAtPlacement(
  { stored, look }: Standing,
  /** How many brokers shall be left: those above leave. */
  brokerCount: number,
  /** Brokers that are still to come. */
  added: readonly PlacedNode[] = [],
): Promise<PlacementSeen> {
  const { partitions } = (await look()).kafka
  if (!isKnown(partitions)) {
    return { problem: `Where partitions lie is not known at the moment: ${partitions.unknown} Try again.` }
  }
  const found = Object.entries(partitions.value).filter(([id]) => topicOf(id) !== CANARY_TOPIC)
  const moving = found.filter(([, { target }]) => target !== null)
  if (moving.length > 0) {
    return {
      problem: `${moving.length} partitions are being moved already, ${moving[0]?.[0]} among them. Wait until they are there, or call them back.`,
    }
  }
  const sizes = await sizesOf(stored)
  const brokers = [
    ...stored.nodes
      .filter(({ role }) => role === 'broker')
      .map(({ nodeId, zoneId }) => ({ id: nodeId, zoneId })),
    ...added.map(({ nodeId, subnet }) => ({ id: nodeId, zoneId: subnet.zoneId })),
  ]
  return steadyQuestion(stored.row.id, {
    brokers,
    leaving: new Set(brokers.map(({ id }) => id).filter((id) => id > brokerCount)),
    partitions: found.map(([id, seen]) => placed(id, seen, sizes.get(id) ?? [])),
  })
}

function placed(
  id: string,
  { replicas, leader, isr }: PartitionSeen,
  sizes: readonly number[],
): PlacedPartition {
  const [first = -1] = replicas
  const isStrayed = leader !== null && leader !== first && isr.includes(first)
  return {
    id,
    replicas,
    bytes: Math.max(0, ...sizes),
    ledBy: isStrayed ? leader : undefined,
  }
}

/** Bytes of each copy; of brokers that do not answer nothing is known. */
async function sizesOf({ nodes }: StoredCluster): Promise<ReadonlyMap<string, readonly number[]>> {
  if (runtime().observeKafka) return new Map()
  const bootstrap = nodes
    .filter(({ role }) => servesClients(role))
    .map(({ place }) => endpointOf(place, 'client'))
  const admin = openAdmin({ bootstrap, connectTimeoutMs: 1_000, timeoutMs: VIEW_MS })
  try {
    const { reply, topics } = await admin.ask((broker) => wholeView(broker, VIEW_MS, (topic) => topic))
    return (await lookAtSizes(admin, { ...reply, topics }, null)).copies
  } finally {
    admin.close()
  }
}
