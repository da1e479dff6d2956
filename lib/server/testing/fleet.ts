import type { BrokerRuntime } from '@/lib/broker-runtime/runtime'
import type { Database } from '../db'
import type { EventBus } from '../events'
import { runEngine, type RunningEngine } from '../engine/run-engine'
import { events, onWake, wake } from '../process'
import type { TestHome } from './home'

/** An engine on a test home, as `startEngine` makes it, without background work. */
export const engineOn = (home: TestHome<BrokerRuntime>): Promise<RunningEngine> =>
  runEngine({ database: home.database, runtime: home.runtime, events: events(), onWake })

/** Wakes the engine and waits for the end of an operation; returns MSK's word for it. */
export function outcomeOf(database: Database, clusterId: string, operationId: string): Promise<string> {
  const end = endOf(database, events(), operationId)
  wake(clusterId)
  return end
}

/** Asks again only when the engine hints that the operation moved: fifty tests at once must not eat its CPU. */
export async function endOf(database: Database, bus: EventBus, operationId: string): Promise<string> {
  let changed = (): void => undefined
  const letGo = bus.subscribe({
    hint: ({ topic }) => {
      if (topic === `operation/${operationId}`) changed()
    },
    ended: () => undefined,
  })
  for (;;) {
    const news = new Promise<void>((resolve) => {
      changed = resolve
    })
    const { endedAt, state } = await database.operation.findUniqueOrThrow({ where: { id: operationId } })
    if (endedAt) {
      letGo()
      return state
    }
    await news
  }
}

export async function until(
  what: string,
  holds: () => Promise<boolean> | boolean,
  boundMs = 10_000,
): Promise<void> {
  const endsAt = Date.now() + boundMs
  while (!(await holds())) {
    if (Date.now() > endsAt) throw new Error(`Waited ${boundMs} ms in vain until ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
}
