import { z } from 'zod'

/**
 * What brokers themselves counted while a change was under way, and how long partitions of users had no leader. What
 * could not be read is null, never nought.
 */
export const brokerReceiptSchema = z.object({
  startedAt: z.number(),
  /** When it was last read. */
  at: z.number(),
  /** Requests that brokers refused, of all topics; with those that clients then sent again, of which nothing is lost. */
  failedProduce: z.number().nullable(),
  failedFetch: z.number().nullable(),
  /** Brokers that never answered for their counts. */
  silent: z.array(z.number()),
  /** How long at least one partition of a user had no leader, milliseconds, as look by look saw it. */
  unavailableMs: z.number().nullable(),
  /** The most of them at a time. */
  offlineMost: z.number(),
})
export type BrokerReceipt = z.infer<typeof brokerReceiptSchema>

export const newBrokerReceipt = (now: number): BrokerReceipt => ({
  startedAt: now,
  at: now,
  failedProduce: null,
  failedFetch: null,
  silent: [],
  unavailableMs: null,
  offlineMost: 0,
})

/** Counters of one broker as they stood; another start of its process begins them anew. */
export type BrokerCounts = { broker: number; startedAt: number; failedProduce: number; failedFetch: number }

export type CountsSeen = ReadonlyMap<number, BrokerCounts>

/**
 * The receipt after another reading of all brokers. The first reading of a broker only says where its counters
 * stand, unless it was started since: then all it counted is of this time.
 */
export function withCounts(
  receipt: BrokerReceipt,
  before: CountsSeen,
  { now, brokers, counts }: { now: number; brokers: readonly number[]; counts: readonly BrokerCounts[] },
): { receipt: BrokerReceipt; seen: CountsSeen } {
  const seen = new Map([...before, ...counts.map((each) => [each.broker, each] as const)])
  let { failedProduce, failedFetch } = receipt
  for (const each of counts) {
    const last = before.get(each.broker)
    const isNewStart =
      last === undefined ? each.startedAt >= receipt.startedAt : last.startedAt !== each.startedAt
    const from = isNewStart ? { failedProduce: 0, failedFetch: 0 } : (last ?? each)
    failedProduce = (failedProduce ?? 0) + Math.max(0, each.failedProduce - from.failedProduce)
    failedFetch = (failedFetch ?? 0) + Math.max(0, each.failedFetch - from.failedFetch)
  }
  const silent = brokers.filter((broker) => !seen.has(broker))
  return { receipt: { ...receipt, at: now, failedProduce, failedFetch, silent }, seen }
}

/** Between two looks further apart nobody saw anything. */
const GAP_MAX_MS = 5_000

/** The receipt after another look at partitions, the one before it having been at `before`. */
export function withLook(
  receipt: BrokerReceipt,
  before: number | null,
  { at, offline }: { at: number; offline: number },
): BrokerReceipt {
  const passed = before === null || at - before > GAP_MAX_MS ? 0 : at - before
  return {
    ...receipt,
    unavailableMs: (receipt.unavailableMs ?? 0) + (offline > 0 ? passed : 0),
    offlineMost: Math.max(receipt.offlineMost, offline),
  }
}
