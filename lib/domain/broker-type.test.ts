import { expect, test } from 'vitest'
import { brokerHere, brokerTypesFor, findBrokerType, type Profile } from './broker-type'

const GIB = 1024 ** 3

test.each<[string, Profile, number, number, string]>([
  ['kafka.m5.large', 'lab', 64, 256, 'profile'],
  ['kafka.m5.24xlarge', 'lab', 2, 256, 'profile'],
  ['kafka.m5.large', 'server', 64, 4096, 'type'],
  ['kafka.m5.4xlarge', 'server', 64, 6144, 'type'],
  ['kafka.m5.large', 'server', 8, 2048, 'host'],
  ['kafka.m5.4xlarge', 'server', 1, 512, 'host'],
])('%s in the profile %s on %i GiB has a heap of %i MiB, from the %s', (name, profile, gib, heap, from) => {
  const type = findBrokerType(name)
  expect(type && brokerHere(profile, type, gib * GIB)).toMatchObject({ heapMaxMiB: heap, heapFrom: from })
})

test('a t3.small is for ZooKeeper releases, the m7g family for newer ones', () => {
  const namesFor = (...version: Parameters<typeof brokerTypesFor>) =>
    brokerTypesFor(...version).map(({ name }) => name)
  expect(namesFor({ mode: 'ZOOKEEPER', release: '2.2.1' })).toContain('kafka.t3.small')
  expect(namesFor({ mode: 'ZOOKEEPER', release: '2.2.1' })).not.toContain('kafka.m7g.large')
  expect(namesFor({ mode: 'KRAFT', release: '4.3.1' })).not.toContain('kafka.t3.small')
  expect(namesFor({ mode: 'KRAFT', release: '4.3.1' })).toContain('kafka.m7g.large')
})
