import { setTimeout as sleep } from 'node:timers/promises'
import type { BrokerRuntime, HostResources } from '@/lib/broker-runtime/runtime'
import type { Reading } from '@/lib/domain/metrics/series'
import { nextStep, STEP_MS } from '@/lib/domain/metrics/step'
import type { Clock } from '../../clock'
import type { Database } from '../../db'
import type { EventBus } from '../../events'
import type { Logger } from '../../log'
import { closeCluster, collectCluster, newClusterMemory, type ClusterMemory } from './collect-cluster'
import { CollectorHealth } from './health'
import { groupLags, type GroupLags } from './lag/group-lags'
import { readWatchedCluster, type WatchedCluster } from './watched-cluster'

export type CollectorParts = {
  database: Database
  runtime: BrokerRuntime
  events: EventBus
  put: (readings: readonly Reading[]) => void
  clock: Clock
  log: Logger
}

export type RunningCollector = {
  health: CollectorHealth
  /** What is known of the groups of a cluster; null for one that is not collected. */
  groupLags(clusterId: string): GroupLags | null
  stop(): Promise<void>
}

type Kept = { cluster: WatchedCluster | null; memory: ClusterMemory; lastAt: number | null; isBusy: boolean }

/** Clusters begin their step at different times, spread over this part of it. */
const PHASE_MS_MAX = 5_000

/** Reads every cluster in every step, each at a time of its own, until stopped. */
export function runCollector(parts: CollectorParts): RunningCollector {
  const { database, clock, log } = parts
  const health = new CollectorHealth()
  const kept = new Map<string, Kept>()
  const working = new Set<Promise<void>>()
  const ending = new AbortController()
  const collectParts = {
    runtime: parts.runtime,
    host: sharedHost(parts),
    clock,
    log,
    health,
    put: (readings: readonly Reading[]) => {
      health.readings += readings.length
      parts.put(readings)
    },
  }

  async function collect(id: string, own: Kept): Promise<void> {
    await sleep(phaseOf(id), undefined, { signal: ending.signal })
    const at = nextStep(own.lastAt, clock.now() - phaseOf(id))
    if (at === null) return
    own.lastAt = at
    own.cluster = await readWatchedCluster(database, id, own.cluster)
    if (own.cluster === null) return
    await collectCluster(collectParts, own.cluster, own.memory, at)
    parts.events.publish(`metrics/${id}`)
  }

  async function begin(id: string): Promise<void> {
    const own = kept.get(id) ?? { cluster: null, memory: newClusterMemory(), lastAt: null, isBusy: false }
    kept.set(id, own)
    if (own.isBusy) {
      health.stepsSkipped += 1
      return
    }
    own.isBusy = true
    await collect(id, own).catch((error: unknown) => {
      if (!ending.signal.aborted) log.error({ error, clusterId: id }, 'A cluster could not be measured')
    })
    own.isBusy = false
  }

  async function step(): Promise<void> {
    const rows = await database.cluster.findMany({ where: { presence: 'present' }, select: { id: true } })
    const present = new Set(rows.map(({ id }) => id))
    for (const [id, { memory, isBusy }] of kept) {
      if (present.has(id) || isBusy) continue
      closeCluster(memory)
      kept.delete(id)
    }
    for (const id of present) {
      const work = begin(id).finally(() => working.delete(work))
      working.add(work)
    }
  }

  const running = everyStep(clock, ending.signal, () =>
    step().catch((error: unknown) => log.error({ error }, 'The clusters to measure could not be read')),
  )
  return {
    health,
    groupLags: (clusterId) => {
      const own = kept.get(clusterId)
      return own === undefined ? null : groupLags(own.memory.lag, clock)
    },
    async stop() {
      ending.abort()
      await running
      await Promise.all(working)
      for (const { memory } of kept.values()) closeCluster(memory)
    },
  }
}

/** At the beginning of each step of the wall clock, whatever is done to it. */
async function everyStep(clock: Clock, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    const toNext = STEP_MS - (clock.now() % STEP_MS)
    await sleep(toNext, undefined, { signal }).catch(() => undefined)
    if (!signal.aborted) await work()
  }
}

/** The same cluster always in the same part of the step. */
function phaseOf(id: string): number {
  let hash = 0
  for (const character of id) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0
  return hash % PHASE_MS_MAX
}

const HOST_FRESH_MS = 5_000

/** All clusters stand on one host: what it has left is asked once for those that ask at about the same time. */
function sharedHost({ runtime, clock }: CollectorParts): () => Promise<HostResources> {
  let last: { at: number; host: Promise<HostResources> } | null = null
  return () => {
    const at = clock.monotonicMs()
    if (last === null || at - last.at > HOST_FRESH_MS) last = { at, host: runtime.host() }
    return last.host
  }
}
