import { ageSeconds } from '@/lib/domain/metrics/lag-figures'
import type { Clock } from '../../../clock'
import { partitionId } from '../../../kafka/topics/offsets'
import type { LagMemory } from './lag-memory'

/** Where a group stands in a partition, and for how long. */
export type PositionLag = {
  topic: string
  partition: number
  offsets: number
  /** Of the oldest record it has not read; null where not known. */
  ageS: number | null
}
export type Held = { seconds: number; atLeast: boolean }

/** What the collection of metrics knows of groups, so that pages need not ask all brokers once more. */
export type GroupLags = {
  /** Of the look itself, by the wall clock; null before the first. */
  at: number | null
  groups(): ReadonlyMap<string, readonly PositionLag[]>
  /** How old the first record is that lies behind an offset. */
  ageS(topic: string, partition: number, committed: number): number | null
  /** How long a group has stood where it stands. */
  held(group: string, topic: string, partition: number, committed: number): Held | null
}

export function groupLags(memory: LagMemory, clock: Clock): GroupLags {
  const passed = (topic: string, partition: number, committed: number): number | null =>
    ageSeconds(memory.ends.get(partitionId(topic, partition))?.passed(committed)?.at, clock.monotonicMs())
  return {
    at: memory.seen?.at ?? null,
    groups() {
      const groups = new Map<string, PositionLag[]>()
      for (const { group, topic, partition, committed, end } of memory.seen?.positions ?? []) {
        const offsets = Math.max(0, end - committed)
        const ageS = offsets === 0 ? 0 : passed(topic, partition, committed)
        const own = groups.get(group)
        if (own === undefined) groups.set(group, [{ topic, partition, offsets, ageS }])
        else own.push({ topic, partition, offsets, ageS })
      }
      return groups
    },
    ageS: passed,
    held(group, topic, partition, committed) {
      const history = memory.commits.get(positionKey({ group, topic, partition }))
      const since = history?.heldSince() ?? null
      if (since === null || history?.newest?.offset !== committed) return null
      return { seconds: (clock.monotonicMs() - since.at) / 1000, atLeast: since.atLeast }
    },
  }
}

type PositionKey = { group: string; topic: string; partition: number }

export const positionKey = ({ group, topic, partition }: PositionKey): string =>
  JSON.stringify([group, topic, partition])
