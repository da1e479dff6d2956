import { z } from 'zod'

/** Before the first node restarts or partition moves, while that goes on, and after it. */
export const CANARY_PHASES = ['before', 'during', 'after'] as const
export type CanaryPhase = (typeof CANARY_PHASES)[number]

/** From sending to acknowledgement, tries included, by all that were acknowledged in this time. */
const paceSchema = z.object({
  records: z.number(),
  forMs: z.number(),
  p50Ms: z.number(),
  p99Ms: z.number(),
  maxMs: z.number(),
})
export type CanaryPace = z.infer<typeof paceSchema>

/**
 * What Mosaik's own client met while a change was under way: it writes to a partition that each broker leads and
 * reads back, all the time, with acknowledgement by all replicas in sync and each record stored once.
 */
export const canaryReceiptSchema = z.object({
  state: z.enum(['starting', 'measuring', 'measured', 'notMeasured']),
  /** Why nothing was measured. */
  why: z.string().nullable(),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  acknowledged: z.number(),
  /** Given up after as long as a producer tries by default would be too long to wait: 30 s. */
  failed: z.number(),
  readBack: z.number(),
  /** Acknowledged, but not to be read; null until all was looked for. */
  lost: z.number().nullable(),
  duplicated: z.number(),
  outOfOrder: z.number(),
  /** The longest time between two acknowledgements of one partition, and the broker that led it before. */
  longestGap: z.object({ ms: z.number(), at: z.number(), node: z.number() }).nullable(),
  /** How often Mosaik itself was away meanwhile: then nothing was written. */
  interruptions: z.number(),
  /** Null: nothing was acknowledged in this time. */
  pace: z
    .record(z.enum(CANARY_PHASES), paceSchema.nullable())
    .default({ before: null, during: null, after: null }),
})
export type CanaryReceipt = z.infer<typeof canaryReceiptSchema>

export const newReceipt = (startedAt: number): CanaryReceipt => ({
  state: 'starting',
  why: null,
  startedAt,
  endedAt: null,
  acknowledged: 0,
  failed: 0,
  readBack: 0,
  lost: null,
  duplicated: 0,
  outOfOrder: 0,
  longestGap: null,
  interruptions: 0,
  pace: { before: null, during: null, after: null },
})

/** Goes on where another Mosaik was ended; what that one had on its way is not known to anybody. */
export const resumedReceipt = (receipt: CanaryReceipt): CanaryReceipt => ({
  ...receipt,
  state: 'starting',
  endedAt: null,
  acknowledged: receipt.readBack,
  interruptions: receipt.interruptions + 1,
})

export const withGap = (
  receipt: CanaryReceipt,
  gap: NonNullable<CanaryReceipt['longestGap']>,
): CanaryReceipt =>
  receipt.longestGap !== null && receipt.longestGap.ms >= gap.ms ? receipt : { ...receipt, longestGap: gap }

/** Nothing a client would have noticed beyond a moment's wait. */
export const isFlawless = ({ state, failed, lost, duplicated, outOfOrder }: CanaryReceipt): boolean =>
  state === 'measured' && failed === 0 && (lost ?? 0) === 0 && duplicated === 0 && outOfOrder === 0
