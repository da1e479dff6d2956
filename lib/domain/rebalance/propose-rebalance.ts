import { wasOn, type Broker, type Partition } from './level/broker'
import { evacuate } from './level/evacuate'
import { hasChanged, layOut, type Layout } from './level/layout'
import { levelBrokers } from './level/level-brokers'
import { levelBytes } from './level/level-bytes'
import { levelLeaders } from './level/level-leaders'
import { levelTheRest } from './level/level-the-rest'
import { levelZones } from './level/level-zones'
import { partZones } from './level/part-zones'
import { onlyLeads, type PartitionMove, type RebalanceProposal } from './proposal'
import type { RebalanceQuestion } from './question'
import { brokerShares, zoneShares } from './shares'

/** Two are enough for all but a few brokers that hold nearly every partition. */
const ROUNDS_MAX = 20

/**
 * Where partitions would lie better, copying as little as possible: off brokers that leave, in as many zones as can
 * be, replicas level within one, bytes within a tenth, and leaders level without copying anything. It goes on until
 * nothing is left to do, so that a proposal that was carried out proposes nothing more.
 */
export function proposeRebalance(question: RebalanceQuestion): RebalanceProposal {
  const layout = layOut(question)
  level(layout)
  return proposalOf(layout)
}

export function level(layout: Layout): void {
  for (let rounds = 0; rounds < ROUNDS_MAX; rounds++) {
    levelReplicas(layout)
    if (!hasChanged(layout)) break
  }
  levelLeaders(layout)
}

/** What became of the layout, as moves, and what that comes to. */
export function proposalOf(layout: Layout): RebalanceProposal {
  const moves = layout.partitions.filter(isMoved).map(moveOf)
  const brokers = brokerShares(layout)
  return {
    moves,
    bytesMoved: moves.reduce((sum, { bytes }) => sum + bytes, 0),
    leaderChanges: moves.filter(({ from, to }) => from[0] !== to[0] || onlyLeads({ from, to })).length,
    brokers,
    zones: zoneShares(brokers),
  }
}

function levelReplicas(layout: Layout): void {
  evacuate(layout)
  partZones(layout)
  levelZones(layout)
  levelBrokers(layout)
  levelTheRest(layout)
  levelBytes(layout)
}

/** Also what lies as it shall and is led by somebody else: its first replica leads it afterwards. */
const isMoved = ({ given, replicas, ledBy }: Partition): boolean =>
  ledBy !== null ||
  replicas.length !== given.length ||
  replicas.some((broker, place) => broker.id !== given[place])

function moveOf(partition: Partition): PartitionMove {
  const { id, given, bytes, replicas } = partition
  const isCopied = (broker: Broker): boolean => !wasOn(partition, broker)
  return {
    id,
    from: given,
    to: replicas.map((broker) => broker.id),
    bytes: bytes * replicas.filter(isCopied).length,
  }
}
