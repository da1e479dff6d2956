import { expect, test } from 'vitest'
import type { ClusterSpecification } from '@/lib/domain/cluster'
import { clusterInfo, clusterV2, type DescribedCluster } from './cluster-info'

const specification: ClusterSpecification = {
  kafkaVersion: '4.1.x.kraft',
  release: '4.1.2',
  mode: 'KRAFT',
  shape: 'MSK',
  profile: 'lab',
  access: 'THIS_MACHINE',
  power: 'on',
  instanceType: 'kafka.m5.large',
  brokerCount: 3,
  volumeSizeGiB: 10,
  zones: [
    { subnetId: 'subnet-1a', zoneId: 'use1-az1', zoneName: 'us-east-1a' },
    { subnetId: 'subnet-1b', zoneId: 'use1-az2', zoneName: 'us-east-1b' },
  ],
  securityGroups: ['sg-1'],
  brokerHeap: { heapMinMiB: 64, heapMaxMiB: 256 },
  voterHeap: { heapMinMiB: 64, heapMaxMiB: 256 },
  configuration: {},
  enhancedMonitoring: 'DEFAULT',
  restartTokens: {},
}

const cluster: DescribedCluster = {
  arn: 'arn:aws:kafka:us-east-1:000000000000:cluster/orders/1-1',
  name: 'orders',
  createdAt: new Date('2026-11-22T10:00:00.500Z'),
  currentVersion: 'K0',
  state: 'ACTIVE',
  stateMessage: 'Node 2 waits for a look.',
  customerAction: 'NONE',
  activeOperationArn: null,
  specification,
  nodes: [],
  tags: {},
}

const zookeeper = (nodeId: number, address: string) =>
  ({ nodeId, role: 'zookeeper', place: { address, portBase: 0, external: null } }) as const

test('an omitted encryptionInfo means PLAINTEXT, and the answer says so', () => {
  expect(clusterInfo(cluster)).toMatchObject({
    encryptionInfo: { encryptionInTransit: { clientBroker: 'PLAINTEXT', inCluster: false } },
    creationTime: '2026-11-22T10:00:00.500Z',
    currentBrokerSoftwareInfo: { kafkaVersion: '4.1.x.kraft' },
    brokerNodeGroupInfo: { clientSubnets: ['subnet-1a', 'subnet-1b'], zoneIds: ['use1-az1', 'use1-az2'] },
  })
})

test('client authentication is described when the creation named it, as on MSK', () => {
  expect(clusterInfo(cluster)).not.toHaveProperty('clientAuthentication')
  const named = { ...cluster, specification: { ...specification, namesAuthentication: true } }
  expect(clusterInfo(named)).toMatchObject({ clientAuthentication: { unauthenticated: { enabled: true } } })
})

test('v1 is flat, v2 has the same under provisioned', () => {
  const { provisioned, clusterType, ...shared } = clusterV2(cluster)
  expect(clusterType).toBe('PROVISIONED')
  expect({ ...shared, ...provisioned }).toEqual(clusterInfo(cluster))
})

test.each<[string, Partial<DescribedCluster>, object]>([
  [
    'a reason only when it failed',
    { state: 'FAILED' },
    { stateInfo: { code: 'CREATION_FAILED', message: 'Node 2 waits for a look.' } },
  ],
  ['an operation while one runs', { activeOperationArn: 'arn:x' }, { activeOperationArn: 'arn:x' }],
  [
    'ZooKeeper by id',
    { nodes: [zookeeper(10002, '127.10.2.14'), zookeeper(10001, '127.10.1.14')] },
    { zookeeperConnectString: '127.10.1.14:2181,127.10.2.14:2181' },
  ],
])('%s', (_, change, members) => {
  expect(clusterInfo({ ...cluster, ...change })).toMatchObject(members)
  for (const name of Object.keys(members)) expect(clusterInfo(cluster)).not.toHaveProperty(name)
})
