import { expect, test } from 'vitest'
import { listedTopics, topicStandings, topicTotals } from './topic-list'

const row = (name: string, change: object = {}) => ({
  name,
  isInternal: false,
  partitions: 3,
  replicationFactor: 3,
  behind: 0,
  offline: 0,
  ...change,
})
const topics = [row('orders.paid'), row('Orders.open', { behind: 2 }), row('stock', { offline: 1 })]

test.each([
  [{}, ['inSync']],
  [{ behind: 2 }, ['behind']],
  [{ offline: 1 }, ['offline']],
  [{ behind: 2, offline: 1 }, ['offline', 'behind']],
])('%j is found as %j', (change, standings) => {
  expect(topicStandings({ behind: 0, offline: 0, ...change })).toEqual(standings)
})

test('totals, and figures where they are known', () => {
  expect(topicTotals(topics)).toEqual({ topics: 3, partitions: 9, behind: 2, offline: 1 })
  const figures = {
    isCounted: true,
    silentBrokers: [],
    figures: [{ name: 'stock', messages: 7, diskBytes: null }],
  }
  expect(listedTopics(topics, figures).map(({ messages }) => messages)).toEqual([null, null, 7])
})
