import { formatEndpoint } from '@/lib/domain/node'
import type { Clock } from '../clock'
import type { Database } from '../db'
import { isFullDisk } from '../full-disk'
import { ATTEMPT_MS, CanaryProbe } from '../kafka/canary/probe'
import type { Logger } from '../log'
import { HourLedger } from './hour-ledger'
import { MeasuredClusters, type MeasuredCluster } from './measured-clusters'

type Parts = {
  database: Database
  clock: Clock
  log: Logger
  onWake: (waker: (clusterId: string) => void) => () => void
}

const EVERY_MS = 2_000
const CLUSTERS_EVERY_MS = 10_000
const STORE_EVERY_MS = 10_000
/** Later than this is Mosaik's own fault (the machine slept, the processor was full), and says nothing of a cluster. */
const LATE_MS = 1_000

/** `changes`: how often somebody asked for something; an attempt in which that happened does not count. */
type Measured = {
  probe: CanaryProbe
  brokers: string
  ledger: HourLedger
  isBusy: boolean
  changes: number
}

/** Tries every cluster that shall serve, again and again, and counts minute by minute. Returns the way to end it. */
export function runAvailability({ database, clock, log, onWake }: Parts): { stop(): Promise<void> } {
  const clusters = new MeasuredClusters(database)
  const measured = new Map<string, Measured>()
  const attempts = new Set<Promise<void>>()
  let readAtMs = -Infinity
  let storedAtMs = clock.monotonicMs()
  let dueAtMs = clock.monotonicMs() + EVERY_MS
  let isTurning = false
  let isStopped = false

  async function turn(): Promise<void> {
    const now = clock.monotonicMs()
    const isLate = now - dueAtMs > LATE_MS
    dueAtMs = now + EVERY_MS
    if (now - readAtMs >= CLUSTERS_EVERY_MS) {
      readAtMs = now
      await keep(await clusters.read(clock.now()))
    }
    if (now - storedAtMs >= STORE_EVERY_MS) {
      storedAtMs = now
      for (const { ledger } of measured.values()) await ledger.store()
    }
    if (isLate || isStopped) return
    for (const [id, one] of measured) {
      const attempt = attemptOn(id, one)
        .catch(tell)
        .finally(() => attempts.delete(attempt))
      attempts.add(attempt)
    }
  }

  async function keep(wanted: readonly MeasuredCluster[]): Promise<void> {
    const names = new Map(wanted.map(({ id, brokers }) => [id, brokers.map(formatEndpoint).join()]))
    for (const [id, { probe, brokers, ledger }] of measured) {
      if (names.get(id) === brokers) continue
      measured.delete(id)
      probe.close()
      await ledger.store()
    }
    if (isStopped) return
    for (const { id, brokers } of wanted) {
      if (measured.has(id)) continue
      const ledger = new HourLedger(database, id)
      measured.set(id, {
        probe: new CanaryProbe(brokers),
        brokers: names.get(id) ?? '',
        ledger,
        isBusy: false,
        changes: 0,
      })
    }
  }

  async function attemptOn(id: string, one: Measured): Promise<void> {
    if (one.isBusy) return
    one.isBusy = true
    try {
      const at = clock.now()
      const begunMs = clock.monotonicMs()
      const { changes } = one
      const attempt = await one.probe.attempt()
      const isLate = clock.monotonicMs() - begunMs > LONGEST_MS
      // Stopped or deleted in between, what it met is not what clients were promised.
      if (attempt === null || isLate || measured.get(id) !== one || one.changes !== changes) return
      await one.ledger.count(at, attempt)
    } finally {
      one.isBusy = false
    }
  }

  const tell = (error: unknown): void => {
    if (!isFullDisk(error)) log.error({ error }, 'Availability could not be measured; it will be tried again')
  }

  const timer = setInterval(() => {
    if (isTurning) return
    isTurning = true
    void turn()
      .catch(tell)
      .finally(() => (isTurning = false))
  }, EVERY_MS)
  timer.unref()
  // Somebody asked for something: whether the cluster shall serve is read again before its next attempt counts.
  const stopHearing = onWake((clusterId) => {
    readAtMs = -Infinity
    const one = measured.get(clusterId)
    if (one !== undefined) one.changes += 1
  })
  return {
    async stop() {
      isStopped = true
      stopHearing()
      clearInterval(timer)
      for (const { probe } of measured.values()) probe.close()
      await Promise.allSettled(attempts)
      for (const { ledger } of measured.values()) await ledger.store().catch(tell)
    },
  }
}

/** The first attempt makes the topic. */
const LONGEST_MS = ATTEMPT_MS + 15_000
