import { expect, test } from 'vitest'
import { newBrokerReceipt, withCounts, withLook, type BrokerCounts, type CountsSeen } from './broker-receipt'

const START = 1_000
const counts = (broker: number, failedProduce: number, startedAt = 0): BrokerCounts => ({
  broker,
  startedAt,
  failedProduce,
  failedFetch: 2 * failedProduce,
})

function read(...readings: readonly (readonly BrokerCounts[])[]) {
  let receipt = newBrokerReceipt(START)
  let seen: CountsSeen = new Map()
  for (const [index, each] of readings.entries()) {
    const now = START + index * 2_000
    const after = withCounts(receipt, seen, { now, brokers: [1, 2], counts: each })
    receipt = after.receipt
    seen = after.seen
  }
  return receipt
}

test.each<[string, ReturnType<typeof read>, object]>([
  ['nobody answers', read([]), { failedProduce: null, failedFetch: null, silent: [1, 2] }],
  ['what was counted before is not of this time', read([counts(1, 7)]), { failedProduce: 0, silent: [2] }],
  [
    'what came since is',
    read([counts(1, 7), counts(2, 0)], [counts(1, 9), counts(2, 1)]),
    { failedProduce: 3, failedFetch: 6, silent: [] },
  ],
  [
    'a restart begins anew, and nothing is counted twice',
    read([counts(1, 7)], [], [counts(1, 4, 2_000)], [counts(1, 5, 2_000)]),
    { failedProduce: 5 },
  ],
  ['a broker that was only just started', read([counts(1, 3, START)]), { failedProduce: 3 }],
  [
    'one that falls silent keeps what it said',
    read([counts(1, 7)], [counts(1, 8)], []),
    { failedProduce: 1 },
  ],
])('%s', (_name, receipt, expected) => {
  expect(receipt).toMatchObject(expected)
})

test('time without a leader is counted from look to look, and not over gaps', () => {
  let receipt = newBrokerReceipt(START)
  expect(receipt.unavailableMs).toBeNull()
  let before: number | null = null
  for (const [at, offline] of [
    [1_000, 3],
    [1_500, 2],
    [2_000, 0],
    [60_000, 1],
    [61_000, 1],
  ] as const) {
    receipt = withLook(receipt, before, { at, offline })
    before = at
  }
  expect(receipt).toMatchObject({ unavailableMs: 1_500, offlineMost: 3 })
})
