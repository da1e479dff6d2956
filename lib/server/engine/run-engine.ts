import type { BrokerRuntime } from '@/lib/broker-runtime/runtime'
import { isKnown } from '@/lib/domain/plan/world'
import { systemClock, type Clock } from '../clock'
import type { Database } from '../db'
import type { EventBus } from '../events'
import { createKafkaObserver, type KafkaObserver } from '../kafka/observe'
import type { FactTimes } from '../process'
import { log as processLog, type Logger } from '../log'
import { createBootBudget } from './boot-budget'
import type { Engine } from './engine'
import { runLoop, type ClusterLoop } from './loop'
import { holdNewer, takeOver } from './take-over'

export type EngineParts = {
  database: Database
  runtime: BrokerRuntime
  events: EventBus
  /** How the engine hears of what verbs stored; returns how to stop hearing. */
  onWake: (waker: (clusterId: string) => void) => () => void
  clock?: Clock
  log?: Logger
  openKafkaObserver?: () => KafkaObserver
}

export type RunningEngine = {
  readonly epoch: number
  /** When each cluster was last looked at, for the age of what pages show. */
  seenAt(): ReadonlyMap<string, number>
  /** When what is shown of a cluster's nodes was measured; null for one that is not looked at. */
  factTimes(clusterId: string): FactTimes | null
  checkDirectories(): Promise<void>
  /** Ends all loops after the tick they are in. Brokers run on. */
  stop(): Promise<void>
}

/** So many JVMs boot at once on this host when several clusters want to; see BootBudget. */
const BOOTS_PER_CPU = 3

/**
 * Takes the home over (nothing an older engine still tries is accepted any more), adopts every cluster it finds and
 * runs one loop for each until stopped.
 */
export async function runEngine(parts: EngineParts): Promise<RunningEngine> {
  const { database, onWake } = parts
  const loops = new Map<string, ClusterLoop>()
  const log = parts.log ?? processLog
  const engine: Engine = {
    epoch: await takeOver({ database, runtime: parts.runtime, log }),
    database,
    runtime: parts.runtime,
    events: parts.events,
    clock: parts.clock ?? systemClock,
    log,
    openKafkaObserver:
      parts.openKafkaObserver ?? (() => createKafkaObserver({ clock: parts.clock ?? systemClock })),
    boots: createBootBudget(BOOTS_PER_CPU * (await parts.runtime.host()).cpus),
    slowDown: (paceMs) => Math.max(paceMs, paceFloorMs(paceMs, loops.size)),
  }
  let isStopped = false

  function adopt(clusterId: string): void {
    const loop = loops.get(clusterId)
    if (loop) return loop.wake()
    if (isStopped) return
    loops.set(
      clusterId,
      runLoop(engine, clusterId, {
        gone: () => loops.delete(clusterId),
        outdated: (error) => {
          engine.log.error(error.message)
          void stop()
        },
      }),
    )
  }

  async function stop(): Promise<void> {
    isStopped = true
    stopHearing()
    await Promise.all([...loops.values()].map((loop) => loop.stop()))
  }

  // Heard before the list is read: a cluster created in between is in one or the other.
  const stopHearing = onWake(adopt)
  for (const { id } of await database.cluster.findMany({ select: { id: true } })) adopt(id)
  return {
    epoch: engine.epoch,
    seenAt: () => new Map([...loops].map(([id, { memory }]) => [id, memory.seenAt])),
    factTimes: (clusterId) => {
      const loop = loops.get(clusterId)
      return loop ? factTimesOf(loop.memory.watch) : null
    },
    checkDirectories: () => holdNewer(engine, engine.epoch),
    stop,
  }
}

function factTimesOf({
  kafka: { partitions },
  runtime: { memory },
}: ClusterLoop['memory']['watch']): FactTimes {
  return {
    countedAt: isKnown(partitions) ? partitions.at : null,
    memoryAt: Object.fromEntries(Object.entries(memory).map(([node, { at }]) => [node, at])),
  }
}

/** Two hundred clusters looked at as often as three would eat the CPU their brokers need. */
const MS_PER_CLUSTER = 10
const URGENT_MS_PER_CLUSTER = 3
const URGENT_MS = 500

function paceFloorMs(paceMs: number, clusters: number): number {
  if (paceMs === 0) return 0
  return Math.round(clusters * (paceMs < URGENT_MS ? URGENT_MS_PER_CLUSTER : MS_PER_CLUSTER))
}
