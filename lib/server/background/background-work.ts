import type { Clock } from '../clock'
import type { Database } from '../db'
import type { RunningEngine } from '../engine/run-engine'

/** Something that happens by itself, again and again. */
export type BackgroundWork = {
  name: string
  periodMs: number
  /** Longer than this is a fault worth a line in the log. */
  boundMs: number
  run(parts: BackgroundParts): Promise<void>
}

export type BackgroundParts = {
  database: Database
  clock: Clock
  engine: RunningEngine
  /** Aborted when the process ends: whatever waits for others must not keep it. */
  signal: AbortSignal
}
