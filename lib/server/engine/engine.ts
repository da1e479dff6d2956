import type { BrokerRuntime } from '@/lib/broker-runtime/runtime'
import type { Clock } from '../clock'
import type { Database } from '../db'
import type { EventBus } from '../events'
import type { KafkaObserver } from '../kafka/observe'
import type { Logger } from '../log'
import type { BootBudget } from './boot-budget'

/** What every part of the engine works with. One per start of the process. */
export type Engine = {
  /** Raised at each start. Every write and every move carries it; whoever has a lower one is refused. */
  epoch: number
  database: Database
  runtime: BrokerRuntime
  /** Makes the eyes of one cluster; each keeps its own connections. */
  openKafkaObserver: () => KafkaObserver
  clock: Clock
  events: EventBus
  log: Logger
  boots: BootBudget
  /** Stretches a pause when there are many clusters. */
  slowDown: (paceMs: number) => number
}

/** Another engine started on this home: this one must not write or move anything again. */
export class EngineOutdated extends Error {
  constructor(epoch: number, found: number) {
    super(`Another Mosaik (epoch ${found}) took over this home; this one (epoch ${epoch}) stops.`)
    this.name = 'EngineOutdated'
  }
}
