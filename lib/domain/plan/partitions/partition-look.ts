import { isKnown, type Observed } from '../world'
import type { MetadataMode } from '../../kafka-version'

/**
 * When every partition's leader and ISR is looked at: a dear question, so while nobody needs the answer it is asked
 * seldom. A node that went, came or fell silent makes the answer old at once, and again until the cluster has drawn
 * its conclusions.
 */
export type PartitionLooks = {
  /** Monotonic milliseconds, as all times here. */
  nowMs: number
  askedAtMs: number
  nodesChangedAtMs: number
  mode: MetadataMode
  /** Somebody waits for the answer: a step, a proof, a refill. */
  wanted: boolean
  /** How many partitions there are; null where not known. */
  partitions: number | null
}

const EVERY_MS = 30_000
/** A cluster of few is counted often enough that what its pages tell is never old. */
const FEW = 2_000
const FEW_EVERY_MS = 10_000
const MOVING_EVERY_MS = 1_000

/**
 * Leaders and ISRs follow a node that died once its session has timed out: 9 s with Kafka's own settings in KRaft
 * mode, 18 s with MSK's for ZooKeeper, and a moment for the election.
 */
export const PARTITIONS_MOVE_FOR_MS = { KRAFT: 10_000, ZOOKEEPER: 20_000 } as const satisfies Record<
  MetadataMode,
  number
>

export function isPartitionLookDue(looks: PartitionLooks): boolean {
  const { nowMs, askedAtMs, nodesChangedAtMs, wanted } = looks
  return wanted || askedAtMs <= nodesChangedAtMs || nowMs - askedAtMs >= everyMs(looks)
}

function everyMs({ nowMs, nodesChangedAtMs, mode, partitions }: PartitionLooks): number {
  if (nowMs - nodesChangedAtMs < PARTITIONS_MOVE_FOR_MS[mode]) return MOVING_EVERY_MS
  return partitions !== null && partitions <= FEW ? FEW_EVERY_MS : EVERY_MS
}

/** Who runs, as which boot, and who answers; another text is a change of nodes. Null: not known. */
export function servingNodes({ processes }: Pick<Observed, 'processes'>): string | null {
  if (!isKnown(processes)) return null
  return Object.entries(processes.value)
    .map(([node, { boot, answers }]) => `${node}:${boot}:${answers}`)
    .join()
}
