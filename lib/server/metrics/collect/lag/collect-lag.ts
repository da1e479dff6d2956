import { lagFigures, type GroupPosition } from '@/lib/domain/metrics/lag-figures'
import type { Figure } from '@/lib/domain/metrics/sample'
import { readsTopics } from '@/lib/domain/metrics/step'
import type { Clock } from '../../../clock'
import { partitionId } from '../../../kafka/topics/offsets'
import type { WatchedCluster } from '../watched-cluster'
import { committedOffsets, type Commit } from './committed-offsets'
import { offsetsAtLeaders } from './end-offsets'
import { positionKey } from './group-lags'
import { historyIn, type LagMemory } from './lag-memory'
import { lookAtLeaders, type LagView } from './lag-view'
import { searchPast } from './search-past'

export type GroupFigures = { lag: readonly Figure[]; brokers: ReadonlyMap<number, readonly Figure[]> }

const NOTHING: GroupFigures = { lag: [], brokers: new Map() }

/** What Kafka's own protocol tells: the lag of every group, and which brokers hold partitions of users. */
export async function collectLag(
  cluster: WatchedCluster,
  memory: LagMemory,
  at: number,
  clock: Clock,
): Promise<GroupFigures> {
  const admin = memory.admin(cluster)
  const view = await memory.view(clock.monotonicMs(), () => lookAtLeaders(admin))
  if (!readsTopics(at, 0, view.leaders.size)) return NOTHING
  const { commits, hasUnknownTopic, answered, isComplete } = await committedOffsets(admin, view)
  const partitions = new Set(commits.map(({ topic, partition }) => partitionId(topic, partition)))
  const { offsets, isOutdated } = await offsetsAtLeaders(admin, view, commits)
  // Durations are measured, so the clock that nobody sets.
  const readAt = clock.monotonicMs()
  if (hasUnknownTopic || isOutdated) memory.forgetView()
  for (const [key, end] of offsets) historyIn(memory.ends, key).add(readAt, end)
  const positions = commits.flatMap((commit) => positionOf(memory, commit, offsets, readAt))
  if (isComplete && !hasUnknownTopic) memory.retain(partitions, new Set(commits.map(positionKey)))
  memory.seen = { at: clock.now(), positions }
  await searchPast({ admin, view, memory, clock }, positions, readAt)
  return { lag: lagFigures(positions, readAt, cluster.level), brokers: userPartitions(view, answered) }
}

function positionOf(
  memory: LagMemory,
  commit: Commit,
  offsets: ReadonlyMap<string, number>,
  readAt: number,
): GroupPosition[] {
  const key = partitionId(commit.topic, commit.partition)
  const [end, ends] = [offsets.get(key), memory.ends.get(key)]
  // A leader that did not answer leaves a gap.
  if (end === undefined || ends === undefined) return []
  const commits = historyIn(memory.commits, positionKey(commit))
  commits.add(readAt, commit.committed)
  return [{ ...commit, end, ends, commits }]
}

const userPartitions = (
  { holders }: LagView,
  answered: ReadonlySet<number>,
): ReadonlyMap<number, readonly Figure[]> =>
  new Map(
    [...answered].map((nodeId) => [
      nodeId,
      [{ metric: 'UserPartitionExists', value: holders.has(nodeId) ? 1 : 0 }],
    ]),
  )
