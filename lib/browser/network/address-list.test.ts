import { expect, test } from 'vitest'
import type { HeldAddress } from '@/lib/contract/console/network'
import { addressOrder, addressText } from './address-list'

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

test('is found by its own words and by who holds it', () => {
  for (const word of ['127.10.1.11:9092', 'broker', 'orders', 'subnet-1a', 'use1-az1'])
    expect(addressText(held({}))).toContain(word)
})

test('addresses are sorted as numbers', () => {
  expect(
    all.toSorted((a, b) => (addressOrder(a) < addressOrder(b) ? -1 : 1)).map(({ nodeId }) => nodeId),
  ).toEqual([10001, 1])
})
