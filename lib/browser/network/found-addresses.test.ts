import { expect, test } from 'vitest'
import type { HeldAddress } from '@/lib/contract/console/network'
import { addressesCsv, addressOrder, foundAddresses } from './found-addresses'

const held = (changed: Partial<HeldAddress>): HeldAddress => ({
  address: '127.10.1.11',
  portBase: 0,
  endpoint: '127.10.1.11:9092',
  externalEndpoint: null,
  nodeId: 1,
  role: 'broker',
  clusterId: 'c',
  clusterName: 'orders',
  subnetId: 'subnet-1a',
  zoneId: 'use1-az1',
  zoneName: 'us-east-1a',
  ...changed,
})
const all = [
  held({}),
  held({ address: '127.10.1.9', endpoint: '127.10.1.9:9093', role: 'controller', nodeId: 10001 }),
]

test.each([
  ['', [1, 10001]],
  ['controller orders', [10001]],
  ['AZ1 :9092', [1]],
  ['payments', []],
])('%j finds %j', (words, nodes) => {
  expect(foundAddresses(all, words).map(({ nodeId }) => nodeId)).toEqual(nodes)
})

test('addresses are sorted as numbers', () => {
  expect(
    all.toSorted((a, b) => (addressOrder(a) < addressOrder(b) ? -1 : 1)).map(({ nodeId }) => nodeId),
  ).toEqual([10001, 1])
})

test('a file has a row for each address', () => {
  expect(addressesCsv(all).map(([address]) => address)).toEqual(['address', '127.10.1.11', '127.10.1.9'])
})
