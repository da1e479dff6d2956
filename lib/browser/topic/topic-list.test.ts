import { expect, test } from 'vitest'
import { foundTopics, listedTopics, topicTotals } from './topic-list'

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
const names = (words: string, filter: 'all' | 'behind' | 'offline' = 'all') =>
  foundTopics(topics, { words, filter }).map(({ name }) => name)

test.each([
  ['', 'all', ['orders.paid', 'Orders.open', 'stock']],
  ['ORDERS', 'all', ['orders.paid', 'Orders.open']],
  ['open ord', 'all', ['Orders.open']],
  ['ord', 'behind', ['Orders.open']],
  ['', 'offline', ['stock']],
  ['none', 'all', []],
] as const)('%j among %s finds %j', (words, filter, found) => expect(names(words, filter)).toEqual(found))

test('totals, and figures where they are known', () => {
  expect(topicTotals(topics)).toEqual({ topics: 3, partitions: 9, behind: 2, offline: 1 })
  const figures = {
    isCounted: true,
    silentBrokers: [],
    figures: [{ name: 'stock', messages: 7, diskBytes: null }],
  }
  expect(listedTopics(topics, figures).map(({ messages }) => messages)).toEqual([null, null, 7])
})
