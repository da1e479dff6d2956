import { z } from 'zod'
import {
  leaderAfter,
  quorumElection,
  startElections,
  type Election,
  type LedPartitions,
  type QuorumLeader,
} from '@/lib/domain/election'
import {
  indexPartitions,
  type PartitionIndex,
  type Placed,
} from '@/lib/domain/plan/partitions/partition-index'
import { isKnown, type KafkaObservation } from '@/lib/domain/plan/world'
import type { Election as ElectionRow } from '@/generated/prisma/client'
import type { Database } from '../../db'
import { inTurns } from '@/lib/broker-runtime/in-turns'
import type { Engine } from '../engine'
import type { ClusterMemory } from '../memory'
import type { NamedCluster } from '../world'
import { commitFor } from './commit'

/**
 * Writes down who was elected between the last look and this one; that asks Kafka nothing. The leader of the quorum
 * before Mosaik's start is the last one written down; who led which partition then nobody knows any more. False:
 * outdated. Then the next look is compared with the same leaders as this one, and nothing is lost.
 */
export async function recordElections(
  engine: Engine,
  memory: ClusterMemory,
  cluster: NamedCluster,
  { quorum, partitions }: KafkaObservation,
): Promise<boolean> {
  const clusterId = cluster.ref.id
  const before = memory.leaders ?? { quorum: await lastLeader(engine.database, clusterId), partitions: null }
  const ofQuorum = isKnown(quorum) ? quorumElection(before.quorum, quorum) : null
  const { elections: ofPartitions, led } = await compared(before.partitions, partitions)
  const elections = [...(ofQuorum === null ? [] : [ofQuorum]), ...ofPartitions]
  if (elections.length > 0) {
    const data = elections.map((election) => ({ clusterId, ...rowOf(election) }))
    if (!(await commitFor(engine, cluster, [engine.database.election.createMany({ data })]))) return false
    engine.events.publish(`cluster/${clusterId}`)
  }
  memory.leaders = {
    quorum: isKnown(quorum) ? leaderAfter(before.quorum, quorum) : before.quorum,
    partitions: led,
  }
  return true
}

async function compared(
  before: LedPartitions | null,
  seen: KafkaObservation['partitions'],
): Promise<{ elections: readonly Election[]; led: LedPartitions | null }> {
  if (!isKnown(seen) || seen.value === before?.value) return { elections: [], led: before }
  if (before === null) return { elections: [], led: { ...seen, orphans: new Map() } }
  const comparison = startElections(before, seen.at)
  await inTurns(onceEach(indexPartitions(seen.value)), (each) => comparison.add(each))
  return { elections: comparison.elections(), led: { ...seen, orphans: comparison.orphans } }
}

/** A list of 100,000 names is not made for this: each is met where its first replica is. */
function* onceEach({ placed }: PartitionIndex): Generator<Placed> {
  for (const [node, held] of placed) for (const each of held) if (each.seen.replicas[0] === node) yield each
}

async function lastLeader(database: Database, clusterId: string): Promise<QuorumLeader | null> {
  const row = await database.election.findFirst({
    where: { clusterId, partitions: null },
    orderBy: { id: 'desc' },
  })
  const [id] = row === null ? [] : leadersOf(row)
  return row === null || id === undefined ? null : { id, epoch: row.epoch, seenAt: null }
}

const rowOf = ({ at, lastSeenAt, from, to, epoch, partitions }: Election) => ({
  at: new Date(at),
  lastSeenAt: lastSeenAt === null ? null : new Date(lastSeenAt),
  former: from,
  leaders: JSON.stringify(to),
  epoch,
  partitions,
})

export const leadersOf = ({ leaders }: Pick<ElectionRow, 'leaders'>): number[] =>
  z.array(z.number().int()).parse(JSON.parse(leaders))
