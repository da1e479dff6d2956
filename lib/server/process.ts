import type { BrokerRuntime } from '@/lib/broker-runtime/runtime'
import { systemClock } from './clock'
import { openDatabase, type Database } from './db'
import { environment } from './env'
import { createEventBus, type EventBus } from './events'
import { log } from './log'

/**
 * What exists once per process. In a production build instrumentation and routes each evaluate a module of their
 * own, and `globalThis` is all they share: this is the only file that touches it.
 */
type Shared = {
  database: Database | null
  runtime: BrokerRuntime | null
  events: EventBus
  wakers: Set<(clusterId: string) => void>
  closers: Closer[]
  shutdown: Promise<void> | null
}
export type Closer = { name: string; close: () => Promise<void> | void }

const KEY = Symbol.for('mosaik.process')

function shared(): Shared {
  const found: unknown = Reflect.get(globalThis, KEY)
  if (isShared(found)) return found
  const fresh: Shared = {
    database: null,
    runtime: null,
    events: createEventBus(() => systemClock.now()),
    wakers: new Set(),
    closers: [],
    shutdown: null,
  }
  Reflect.set(globalThis, KEY, fresh)
  return fresh
}

/** Only this file writes under the key, so whatever is there is ours. */
const isShared = (value: unknown): value is Shared => typeof value === 'object' && value !== null

export function database(): Database {
  const process = shared()
  process.database ??= openDatabase(environment().databaseUrl)
  return process.database
}

/** The driver that runs brokers. Set once, by the engine's start, before the first request can need it. */
export function runtime(): BrokerRuntime {
  const { runtime: driver } = shared()
  if (!driver) throw new Error('The broker runtime is not ready yet. Ask again in a moment.')
  return driver
}

export function setRuntime(driver: BrokerRuntime): void {
  shared().runtime = driver
}

export const events = (): EventBus => shared().events

/** Tells the engine that something about this cluster was just stored. Call it after the commit, never before. */
export function wake(clusterId: string): void {
  for (const waker of shared().wakers) waker(clusterId)
}

export function onWake(waker: (clusterId: string) => void): () => void {
  const { wakers } = shared()
  wakers.add(waker)
  return () => wakers.delete(waker)
}

/** Closers run in reverse order: what was opened last depends on what was opened before. */
export function onShutdown(closer: Closer): void {
  shared().closers.push(closer)
}

/** Ends everything this process opened; brokers run on. Idempotent, and every caller waits for the same end. */
export function shutdown(): Promise<void> {
  const process = shared()
  process.shutdown ??= close(process)
  return process.shutdown
}

async function close(process: Shared): Promise<void> {
  process.events.close()
  for (const closer of process.closers.toReversed()) {
    // One that fails must not keep the others from closing.
    await closing(closer).catch((error) => log.error({ error }, `Closing ${closer.name} failed`))
  }
  await process.database?.$disconnect()
}

async function closing(closer: Closer): Promise<void> {
  await closer.close()
}

/** For tests: forgets everything, so that the next call starts as in a new process. */
export function resetProcess(): void {
  Reflect.deleteProperty(globalThis, KEY)
}
