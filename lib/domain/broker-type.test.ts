import { expect, test } from 'vitest'
import { brokerHere, brokerTypeProblem, brokerTypesFor, findBrokerType, type Profile } from './broker-type'

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

const change = { from: 'kafka.m5.2xlarge', to: 'kafka.m5.large', replicasMax: 100 }
const version = { mode: 'KRAFT', release: '4.3.1' } as const
test.each<[string, Partial<Parameters<typeof brokerTypeProblem>[0]>, string | null]>([
  ['goes down with few partitions', {}, null],
  [
    'goes down with too many',
    { replicasMax: 1501 },
    'holds 1501 partitions, and one of type kafka.m5.large takes at most 1500',
  ],
  ['goes down with who knows how many', { replicasMax: null }, 'not known at the moment'],
  ['goes up with any', { from: 'kafka.m5.large', to: 'kafka.m5.2xlarge', replicasMax: null }, null],
  ['goes aside', { from: 'kafka.m5.large', to: 'kafka.m7g.large', replicasMax: 5000 }, null],
  ['stays', { to: 'kafka.m5.2xlarge' }, 'changes nothing'],
  ['is unknown', { to: 'kafka.m9.large' }, 'Unsupported InstanceType'],
  ['is too small for KRaft', { to: 'kafka.t3.small' }, 'Unsupported InstanceType'],
])('a type that %s', (_, other, expected) => {
  const problem = brokerTypeProblem({ ...change, version, ...other })
  expect(problem ?? 'none').toContain(expected ?? 'none')
})
