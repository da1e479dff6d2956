import type { Placed } from './plan/partitions/partition-index'
import type { NodeId, PartitionId, PartitionSeen } from './plan/world'

/**
 * Another leader, as two looks one after the other saw it: of the quorum, or of partitions that one broker led before.
 * Written down for people to look up; the planner does not read it.
 */
export type Election = {
  at: number
  /** When the leader before was last seen: it happened since then. Null: by an earlier start of Mosaik. */
  lastSeenAt: number | null
  /** Null: the first leader of the quorum that was ever seen, only there to compare the next one with. */
  from: NodeId | null
  to: readonly NodeId[]
  /** Of the quorum's leader; null where it is not told, and for partitions. */
  epoch: number | null
  /** How many partitions went from this broker to others. Null: it is the quorum's leader. */
  partitions: number | null
}

export type QuorumLeader = { id: NodeId; epoch: number | null; seenAt: number | null }
type QuorumNow = { at: number; value: { leader: NodeId | null; epoch: number | null } }

/** A leader that was elected again is told by its epoch alone. */
export function quorumElection(last: QuorumLeader | null, { at, value }: QuorumNow): Election | null {
  const { leader, epoch } = value
  if (leader === null) return null
  const election = { at, to: [leader], epoch, partitions: null }
  if (last === null) return { ...election, from: null, lastSeenAt: null }
  const isAnother = leader === last.id ? isRaised(last.epoch, epoch) : isLater(last.epoch, epoch)
  return isAnother ? { ...election, from: last.id, lastSeenAt: last.seenAt } : null
}

/** The leader to compare the next look with. Whoever was overtaken and does not know it yet is not taken at its word. */
export function leaderAfter(last: QuorumLeader | null, { at, value }: QuorumNow): QuorumLeader | null {
  const { leader, epoch } = value
  if (leader === null || (last !== null && isOlder(last.epoch, epoch))) return last
  return { id: leader, epoch, seenAt: at }
}

export type LedPartitions = {
  at: number
  value: Readonly<Record<PartitionId, PartitionSeen>>
  /** Those that nobody leads, as they were when somebody did. */
  orphans: ReadonlyMap<PartitionId, PartitionSeen>
}

/** The leaders that the next look is compared with. Null: none was ever seen, and none since Mosaik started. */
export type LeadersSeen = { quorum: QuorumLeader | null; partitions: LedPartitions | null }

/**
 * Compares partition by partition, for whoever may not hold up others with all of them. A thousand that leave one
 * broker between two looks are one election. An epoch that did not rise is a topic created anew under its old name.
 */
export function startElections(before: LedPartitions, at: number) {
  const gone = new Map<NodeId, { to: Set<NodeId>; partitions: number }>()
  const orphans = new Map<PartitionId, PartitionSeen>()
  return {
    orphans,
    add({ id, seen }: Placed): void {
      const known = before.value[id]
      const led = known?.leader === null ? before.orphans.get(id) : known
      if (led === undefined || led.leader === null) return
      if (seen.leader === null) orphans.set(id, led)
      else if (seen.leader !== led.leader && isLater(led.leaderEpoch, seen.leaderEpoch)) {
        const own = gone.get(led.leader) ?? { to: new Set(), partitions: 0 }
        own.to.add(seen.leader)
        own.partitions += 1
        gone.set(led.leader, own)
      }
    },
    elections: (): readonly Election[] =>
      [...gone].map(([from, { to, partitions }]) => ({
        at,
        lastSeenAt: before.at,
        from,
        to: [...to].toSorted((a, b) => a - b),
        epoch: null,
        partitions,
      })),
  }
}

// An epoch that is not told cannot speak against what is seen, nor for what is not.
const isRaised = (before: number | null, now: number | null): boolean =>
  before !== null && now !== null && now > before
const isOlder = (before: number | null, now: number | null): boolean =>
  before !== null && now !== null && now < before
const isLater = (before: number | null, now: number | null): boolean =>
  before === null || now === null || now > before
