import type { EventEmitter } from 'node:events'
import { z } from 'zod'
import type { BrokerRuntime } from '@/lib/broker-runtime/runtime'
import type { Endpoint } from '@/lib/domain/node'
import { systemClock } from './clock'
import { openDatabase, type Database } from './db'
import { Durations } from './durations'
import { environment } from './env'
import { createEventBus, type EventBus } from './events'
import { log } from './log'
import type { CollectorHealth } from './metrics/collect/health'
import type { GroupLags } from './metrics/collect/lag/group-lags'
import type { MetricStore } from './metrics/store/metric-store'
import { TryRuns } from './try-it/try-runs'

/**
 * What exists once per process. In a production build instrumentation and routes each evaluate a module of their
 * own, and `globalThis` is all they share: this is the only file that touches it.
 */
type Shared = {
  database: Database | null
  runtime: BrokerRuntime | null
  metricStore: MetricStore | null
  collectorHealth: CollectorHealth | null
  nodeExporters: ExporterTroubles | null
  ticks: Durations
  events: EventBus
  factTimes: ((clusterId: string) => FactTimes | null) | null
  groupLags: ((clusterId: string) => GroupLags | null) | null
  tryRuns: TryRuns
  wakers: Set<(clusterId: string) => void>
  closers: Closer[]
  shutdown: Promise<void> | null
}
/** When facts about nodes were measured, milliseconds; kept here because they change with every look. */
export type FactTimes = { countedAt: number | null; memoryAt: Readonly<Record<number, number>> }
export type Closer = { name: string; close: () => Promise<void> | void }

/** What keeps the host figures of single nodes from being served. */
type ExporterTroubles = { troubleAt(endpoint: Endpoint): string | null }

const KEY = Symbol.for('mosaik.process')

function shared(): Shared {
  const found: unknown = Reflect.get(globalThis, KEY)
  if (isShared(found)) return found
  const fresh: Shared = {
    database: null,
    runtime: null,
    metricStore: null,
    collectorHealth: null,
    nodeExporters: null,
    ticks: new Durations(),
    factTimes: null,
    groupLags: null,
    events: createEventBus(() => systemClock.now()),
    tryRuns: new TryRuns(),
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
  const own = shared()
  own.database ??= openDatabase(environment().databaseUrl)
  return own.database
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

/** What is measured of the clusters. Set once, before the first request can need it. */
export function metricStore(): MetricStore {
  const { metricStore: store } = shared()
  if (!store) throw new Error('The store of metrics is not ready yet. Ask again in a moment.')
  return store
}

export function setMetricStore(store: MetricStore): void {
  shared().metricStore = store
}

/** Null before the collection began. */
export const collectorHealth = (): CollectorHealth | null => shared().collectorHealth

export function setCollectorHealth(health: CollectorHealth): void {
  shared().collectorHealth = health
}

/** Why the host figures of a node are not served at its address; null where they are, or nobody wants them. */
export const exporterTrouble = (endpoint: Endpoint): string | null =>
  shared().nodeExporters?.troubleAt(endpoint) ?? null

export function setNodeExporters(exporters: ExporterTroubles): void {
  shared().nodeExporters = exporters
}

/** The engine's looks at clusters, all of them together. */
export const ticks = (): Durations => shared().ticks

/** Null before the engine's first look at the cluster. */
export const factTimes = (clusterId: string): FactTimes | null => shared().factTimes?.(clusterId) ?? null

export function setFactTimes(times: (clusterId: string) => FactTimes | null): void {
  shared().factTimes = times
}

/** What the collection knows of the groups of a cluster; null before it began there. */
export const groupLags = (clusterId: string): GroupLags | null => shared().groupLags?.(clusterId) ?? null

export function setGroupLags(lags: (clusterId: string) => GroupLags | null): void {
  shared().groupLags = lags
}

export const events = (): EventBus => shared().events

export const tryRuns = (): TryRuns => shared().tryRuns

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
  const own = shared()
  own.shutdown ??= close(own)
  return own.shutdown
}

async function close(own: Shared): Promise<void> {
  own.events.close()
  for (const closer of own.closers.toReversed()) {
    // One that fails must not keep the others from closing.
    await closing(closer).catch((error) => log.error({ error }, `Closing ${closer.name} failed`))
  }
  await own.database?.$disconnect()
}

async function closing(closer: Closer): Promise<void> {
  await closer.close()
}

/** What whoever owns the process (`bin/server`) emits on it before it ends, with a way to be waited for. */
const SHUTDOWN_EVENT = 'mosaik:shutdown'
const requestSchema = z.object({
  waitUntil: z.custom<(work: Promise<void>) => void>((value) => typeof value === 'function'),
})

export function onShutdownRequest(): void {
  const listener = (request: unknown): void => requestSchema.parse(request).waitUntil(shutdown())
  const self: EventEmitter = process
  self.once(SHUTDOWN_EVENT, listener)
}

/** For tests: forgets everything, so that the next call starts as in a new process. */
export function resetProcess(): void {
  Reflect.deleteProperty(globalThis, KEY)
}
