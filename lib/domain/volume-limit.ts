import { GIB } from './storage'

/**
 * Where a volume ends. It is a counted limit: brokers share the file system of MOSAIK_HOME, so what each of them takes
 * of it is measured, and Mosaik itself does what the end of a disk would do, only in order: first it slows producers,
 * then it stops the broker, whose log directory would else fail in the middle of a write.
 */

/** Shares of a volume. Those that undo something lie below those that do it: nothing goes to and fro on the edge. */
export const FILL = {
  /** Somebody should grow it, or keep less: MSK says ACTION_RECOMMENDED. */
  recommended: 0.8,
  brakeOff: 0.9,
  brakeOn: 0.93,
  /** A broker stopped at the limit is started again below this. A clean stop trims a little of what is on the disk. */
  held: 0.96,
  stop: 0.97,
} as const

/** Below this share of free space the host's disk ends sooner than any volume: each of them counts as full. */
export const HOST_FREE = { low: 0.1, enough: 0.11 } as const

/**
 * How fast each client may write to each broker while the brake is on. Kafka has a client that wrote too much wait as
 * long as what it wrote takes at this rate, and nothing ends that wait before its time, not even the end of the quota:
 * at a kilobyte a second a producer with batches of half a megabyte stands still for minutes after there is room again.
 */
export const BRAKE_BYTES_PER_SECOND = 64 * 1024

export const volumeBytesOf = (volumeSizeGiB: number): number => volumeSizeGiB * GIB

/** 1 is full. */
export const fillOf = (usedBytes: number, volumeBytes: number): number => usedBytes / volumeBytes

export const isHostLow = (hostFree: number, isBraked: boolean): boolean =>
  hostFree < (isBraked ? HOST_FREE.enough : HOST_FREE.low)

/** What a person is asked for, in MSK's words. */
export const CUSTOMER_ACTIONS = ['CRITICAL_ACTION_REQUIRED', 'ACTION_RECOMMENDED', 'NONE'] as const
export type CustomerAction = (typeof CUSTOMER_ACTIONS)[number]

export function customerAction(standing: {
  /** Of the volumes that are known. */
  fills: readonly number[]
  isBraked: boolean
  isHostLow: boolean
}): CustomerAction {
  const fullest = Math.max(0, ...standing.fills)
  if (standing.isBraked || standing.isHostLow || fullest >= FILL.brakeOn) return 'CRITICAL_ACTION_REQUIRED'
  return fullest >= FILL.recommended ? 'ACTION_RECOMMENDED' : 'NONE'
}

/** How the volumes of a cluster stand, for whoever shows it. */
export type VolumesStanding = {
  action: CustomerAction
  /** Producers are slowed to so many bytes a second, each client on each broker. Null: they are not. */
  brakeRate: number | null
  /** The disk of the host has so little left that every volume counts as full. */
  isHostLow: boolean
}
export const NO_VOLUMES: VolumesStanding = { action: 'NONE', brakeRate: null, isHostLow: false }

const COUNT_LEAST_MS = 500
const COUNTS_BEFORE_THE_BRAKE = 3

/**
 * When to measure a volume again: at least three times before it could come to where producers are slowed. What grows
 * faster than it did is seen by what the host's disk has lost: that costs one question, not fifteen thousand files.
 */
export function measureAgainAfterMs(seen: {
  usedBytes: number
  volumeBytes: number
  /** Bytes a millisecond, between the last two counts. */
  growth: number
  /** Bytes that the host's disk has lost since the last count, to whomever. */
  hostLost: number
}): number {
  const step = Math.max(0, FILL.brakeOn * seen.volumeBytes - seen.usedBytes) / COUNTS_BEFORE_THE_BRAKE
  if (seen.hostLost >= step) return COUNT_LEAST_MS
  return Math.max(COUNT_LEAST_MS, seen.growth > 0 ? step / seen.growth : Infinity)
}
