import { expect, test } from 'vitest'
import { busiestOf, rankStepMs, rankWants, topicsOf } from './busiest'
import type { Points } from './points'
import { wantKey } from './want'

const topics = ['audit', 'clicks', 'orders', '__consumer_offsets']
const wants = rankWants({ clusterName: 'c', brokers: [1, 2], topics, stepMs: 900_000 })
const held = (sums: Readonly<Record<string, number>>) =>
  new Map(
    wants.map((want): [string, Points] => [
      wantKey(want),
      { at: [0], values: [(sums[want.dimensions.Topic ?? ''] ?? 0) / 2] },
    ]),
  )

test('the busiest are those that took most, in the order of their names', () => {
  expect(busiestOf(wants, held({ orders: 5, clicks: 9, __consumer_offsets: 7, audit: 1 }), 3)).toEqual([
    'clicks',
    'orders',
    '__consumer_offsets',
  ])
})

test('of equally busy ones one’s own come before those of Kafka', () => {
  expect(busiestOf(wants, held({}), 3)).toEqual(['audit', 'clicks', 'orders'])
})

test('topics are known by their series, each once', () => {
  expect(topicsOf([{ Topic: 'b' }, { Topic: '__a' }, { Topic: 'b' }, {}])).toEqual(['b', '__a'])
})

test('an hour is ranked by two points', () => {
  const now = 10 * 3_600_000
  expect(rankStepMs({ from: now - 3_600_000, to: now }, now)).toBe(900_000)
})
