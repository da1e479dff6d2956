import type { NodeRole } from '@/lib/domain/node'

/**
 * How far a node's start has come, read from its own log. Only lines count that every release since 1.1 writes.
 * This is not readiness, which is asked by Kafka's protocol; it tells a node that still loads its log from one that
 * hangs, and that difference decides whether it may be killed.
 */
export type BootStage = { started: boolean; recovery: { done: number; of: number | null } | null }

export const BOOT_BEGINS: BootStage = { started: false, recovery: null }

const STARTED = {
  kafka: /\[KafkaRaftServer nodeId=\d+\] Kafka Server started|\[Kafka ?Server id=\d+\] started/,
  zookeeper: /\b(?:LEADING|FOLLOWING) - LEADER ELECTION TOOK\b/,
} as const
const RECOVERY_BEGINS =
  /(?:Attempting recovery for all logs in|[Rr]ecover(?:ing|y).* since no clean shutdown file|Recovering unflushed segment)/
const LOG_LOADED = /Completed load of .*\((\d+)\/(\d+) (?:completed|loaded) in/
const RECOVERY_ENDS = /Loaded \d+ logs in|Logs loading complete in/

export function readBootLine(stage: BootStage, role: NodeRole, line: string): BootStage {
  if (STARTED[role === 'zookeeper' ? 'zookeeper' : 'kafka'].test(line))
    return { started: true, recovery: null }
  if (RECOVERY_ENDS.test(line)) return { ...stage, recovery: null }
  const loaded = LOG_LOADED.exec(line)
  if (loaded && stage.recovery)
    return { ...stage, recovery: { done: Number(loaded[1]), of: Number(loaded[2]) } }
  if (RECOVERY_BEGINS.test(line)) return { ...stage, recovery: stage.recovery ?? { done: 0, of: null } }
  return stage
}

/** 0..1 while the log recovers, else null. Old releases do not say how many logs there are: then it stays at 0. */
export function recoveryProgress({ recovery }: BootStage): number | null {
  if (!recovery) return null
  return recovery.of ? recovery.done / recovery.of : 0
}

/** Null also of old releases, which do not say how many there are. */
export const recoveryLogsLeft = ({ recovery }: BootStage): number | null =>
  recovery?.of == null ? null : recovery.of - recovery.done
