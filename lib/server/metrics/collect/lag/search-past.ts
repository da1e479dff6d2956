import type { GroupPosition } from '@/lib/domain/metrics/lag-figures'
import type { KafkaAdmin } from '../../../kafka/admin'
import type { Clock } from '../../../clock'
import { partitionId } from '../../../kafka/topics/offsets'
import { offsetsAtLeaders } from './end-offsets'
import type { LagMemory } from './lag-memory'
import type { LagView } from './lag-view'

/** Records older than this all count as this old. */
const PAST_MS_MAX = 30 * 86_400_000
const PROBES = 22
const AGAIN_MS = 60_000
/** What is known only to within this much of its age is searched for, and never what is known to the minute. */
const DOUBT_MS = 60_000
const DOUBT_SHARE = 0.1
const PARTITIONS_MAX = 500

export type Search = { admin: KafkaAdmin; view: LagView; memory: LagMemory; clock: Clock }

/**
 * After a start of Mosaik nothing is remembered of when records were written. The brokers know: they find the first
 * record at or after a time, and halving the time again and again finds the time of a record, for all partitions at
 * once. What is found is remembered, so this is rare.
 */
export async function searchPast(
  { admin, view, memory, clock }: Search,
  positions: readonly GroupPosition[],
  now: number,
): Promise<void> {
  const searched = new Map<string, { position: GroupPosition; from: number; to: number }>()
  for (const position of positions) {
    const key = partitionId(position.topic, position.partition)
    if (searched.size >= PARTITIONS_MAX || searched.has(key) || !isInDoubt(position, memory, key, now))
      continue
    searched.set(key, { position, from: now - PAST_MS_MAX, to: now })
    memory.searchedAt.set(key, now)
  }
  if (searched.size === 0) return
  const wanted = [...searched.values()].map(({ position }) => position)
  // Records bear the time of the wall clock.
  const wallMs = clock.now() - clock.monotonicMs()
  const middleOf = (key: string): number => {
    const { from, to } = searched.get(key) ?? { from: now, to: now }
    return (from + to) / 2
  }
  for (let probe = 0; probe < PROBES; probe++) {
    const { offsets } = await offsetsAtLeaders(admin, view, wanted, (topic, partition) =>
      BigInt(Math.round(wallMs + middleOf(partitionId(topic, partition)))),
    )
    for (const [key, range] of searched) {
      // No record at or after that time: what is looked for is older.
      const isLater = (offsets.get(key) ?? Number.POSITIVE_INFINITY) > range.position.committed
      if (isLater) range.to = middleOf(key)
      else range.from = middleOf(key)
    }
  }
  for (const { position, from } of searched.values()) position.ends.addEarlier(from, position.committed)
}

function isInDoubt(
  { committed, end, ends }: GroupPosition,
  memory: LagMemory,
  key: string,
  now: number,
): boolean {
  if (committed >= end || now - (memory.searchedAt.get(key) ?? Number.NEGATIVE_INFINITY) < AGAIN_MS)
    return false
  const passed = ends.passed(committed)
  return passed === null || passed.withinMs > Math.max(DOUBT_MS, DOUBT_SHARE * (now - passed.at))
}
