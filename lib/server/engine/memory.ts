import type { CanaryReceipt } from '@/lib/domain/canary-receipt'
import type { LeadersSeen } from '@/lib/domain/election'
import type { Engine } from './engine'
import { loadCluster } from './stored/stored-cluster'
import { newWatch, type Watch } from './watch'
import { nameCluster, type NamedCluster } from './world'

/** What one cluster's loop keeps between its ticks. All of it can be looked for again. */
export type ClusterMemory = {
  readonly clusterId: string
  /** The database's word, as last read or written. */
  cluster: NamedCluster | null
  /** Somebody wrote since: read again before anything is decided. */
  isOutdated: boolean
  readonly watch: Watch
  /** The planner asks for every partition's ISR. */
  wantsPartitions: boolean
  /** … or for what brokers were told while they run. */
  wantsSettings: boolean
  /** … or for the feature levels. */
  wantsFeatures: boolean
  wantsThrottles: boolean
  wantsQuotas: boolean
  partitionsAskedAtMs: number
  /** Who ran, as which boot, and who answered at the last look; null before the first. */
  serving: string | null
  /** When a node last came, went or fell silent. Monotonic. */
  nodesChangedAtMs: number
  /** Who led at the last look; null before the first. */
  leaders: LeadersSeen | null
  /** What was found that nobody here put there, as last written to the log. */
  findings: ReadonlySet<string>
  /** What Mosaik's own client met in the drill that is under way. */
  drillCanary: { id: string; receipt: CanaryReceipt; isFinished: boolean } | null
  /** When a look last saw the processes; shown to readers as the age of what they see. */
  seenAt: number
}

export const newMemory = (engine: Engine, clusterId: string): ClusterMemory => ({
  clusterId,
  cluster: null,
  isOutdated: true,
  watch: newWatch(engine.clock.now(), engine.openKafkaObserver()),
  wantsPartitions: false,
  wantsSettings: false,
  wantsFeatures: false,
  wantsThrottles: false,
  wantsQuotas: false,
  partitionsAskedAtMs: -Infinity,
  serving: null,
  nodesChangedAtMs: -Infinity,
  leaders: null,
  findings: new Set(),
  drillCanary: null,
  seenAt: 0,
})

export async function currentCluster(engine: Engine, memory: ClusterMemory): Promise<NamedCluster | null> {
  if (!memory.isOutdated && memory.cluster) return memory.cluster
  // Set before reading: a verb that writes while we read makes this reading outdated again.
  memory.isOutdated = false
  const stored = await loadCluster(engine.database, memory.clusterId)
  memory.cluster = stored && nameCluster(stored)
  return memory.cluster
}
