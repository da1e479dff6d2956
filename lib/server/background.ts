import { alarmEvaluation } from './alarm/evaluate-alarms'
import { pruneAlarmHistory } from './alarm/prune-alarm-history'
import { deliverWebhooks } from './alarm/webhook/deliver-webhooks'
import { backUpDatabase } from './background/back-up-database'
import type { BackgroundParts, BackgroundWork } from './background/background-work'
import { pruneAvailability } from './background/prune-availability'
import { pruneBoots } from './background/prune-boots'
import { pruneDrills } from './background/prune-drills'
import { pruneElections } from './background/prune-elections'
import { pruneGenerations } from './background/prune-generations'
import { pruneIncidents } from './background/prune-incidents'
import { pruneOperations } from './background/prune-operations'
import { renewObservedAt } from './background/renew-observed-at'
import { growByRule } from './cluster/growth/grow-by-rule'
import { isFullDisk } from './full-disk'
import type { Logger } from './log'

const HOUR_MS = 3_600_000

/** Everything that happens by itself, in one table. What decides about brokers is not here: that is the planner. */
export const BACKGROUND_WORK: readonly BackgroundWork[] = [
  { name: 'renew the age of what pages show', periodMs: 3_000, boundMs: 500, run: renewObservedAt },
  {
    name: 'look for directories newer than the database',
    periodMs: 60_000,
    boundMs: 2_000,
    run: ({ engine }) => engine.checkDirectories(),
  },
  { name: 'back up the database', periodMs: 60_000, boundMs: 2_000, run: backUpDatabase },
  { name: 'prune operations of deleted clusters', periodMs: HOUR_MS, boundMs: 2_000, run: pruneOperations },
  { name: 'prune specifications nobody names', periodMs: HOUR_MS, boundMs: 2_000, run: pruneGenerations },
  { name: 'prune old starts of nodes', periodMs: HOUR_MS, boundMs: 2_000, run: pruneBoots },
  { name: 'prune old elections', periodMs: HOUR_MS, boundMs: 2_000, run: pruneElections },
  { name: 'prune old incidents', periodMs: HOUR_MS, boundMs: 2_000, run: pruneIncidents },
  { name: 'prune old availability', periodMs: HOUR_MS, boundMs: 2_000, run: pruneAvailability },
  { name: 'prune old drills', periodMs: HOUR_MS, boundMs: 2_000, run: pruneDrills },
  { name: 'grow volumes by rule', periodMs: 2_000, boundMs: 2_000, run: growByRule },
  { name: 'evaluate alarms', periodMs: 5_000, boundMs: 5_000, run: alarmEvaluation() },
  // Its bound is that of an endpoint that hangs, which is nobody's fault here.
  { name: 'deliver webhooks', periodMs: 1_000, boundMs: 10_000, run: deliverWebhooks },
  { name: 'prune the history of alarms', periodMs: HOUR_MS, boundMs: 2_000, run: pruneAlarmHistory },
]

/** Runs each work in its period, never twice at once. Returns the one way to stop them all. */
export function runBackground(
  given: Omit<BackgroundParts, 'signal'>,
  log: Logger,
  works: readonly BackgroundWork[] = BACKGROUND_WORK,
): { stop(): Promise<void> } {
  const running = new Set<Promise<void>>()
  const ending = new AbortController()
  const parts = { ...given, signal: ending.signal }
  const timers = works.map((work) => {
    let isRunning = false
    const timer = setInterval(() => {
      if (isRunning) return
      isRunning = true
      const run = runOnce(work, parts, log).finally(() => {
        isRunning = false
        running.delete(run)
      })
      running.add(run)
    }, work.periodMs)
    timer.unref()
    return timer
  })
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer)
      ending.abort()
      await Promise.all(running)
    },
  }
}

async function runOnce(work: BackgroundWork, parts: BackgroundParts, log: Logger): Promise<void> {
  const begunMs = parts.clock.monotonicMs()
  try {
    await work.run(parts)
  } catch (error) {
    // The engine tells of a full disk, once; every work fails until it is over.
    if (!isFullDisk(error)) log.error({ error, work: work.name }, 'Background work failed; it comes again')
  }
  const tookMs = Math.round(parts.clock.monotonicMs() - begunMs)
  if (tookMs > work.boundMs) log.warn({ work: work.name, tookMs }, 'Background work took long')
}
