import { expect, test } from 'vitest'
import type { FoundNode } from '../runtime/local-runtime'
import { findCluster } from './cluster-facts.mjs'

type Role = FoundNode['identity']['role']

function node(cluster: string, nodeId: number, role: Role, more: { region?: string; release?: string } = {}) {
  const arn = `arn:aws:kafka:${more.region ?? 'us-east-1'}:000000000000:cluster/${cluster}/x`
  const identity = {
    clusterId: `${cluster}-id`,
    clusterArn: arn,
    nodeId,
    role,
    release: more.release ?? '4.3.1',
    java: null,
    epoch: 1,
    assigned: { generation: 1, hash: 'h' },
    boot: 'boot',
    pid: 1,
    startTicks: '1',
    startedAt: 0,
    ending: null,
    lastExit: null,
  } satisfies FoundNode['identity']
  const directory = {
    root: '',
    data: '',
    metaProperties: '',
    logs: '',
    serverLog: '',
    bootLog: '',
    identity: '',
  }
  return { cluster: { name: cluster, arn }, identity, directory, process: null } satisfies FoundNode
}

const readProperties = ({ identity }: FoundNode) =>
  new Map([
    [
      'advertised.listeners',
      `CLIENT://127.10.1.${identity.nodeId}:9092,REPLICATION://127.10.1.${identity.nodeId}:9091,EXTERNAL://host:19092`,
    ],
    ['zookeeper.connect', '127.10.1.9:2181'],
  ])

test('the client listeners of all brokers, in order', () => {
  const nodes = [
    node('orders', 1, 'broker'),
    node('orders', 2, 'broker'),
    node('orders', 10001, 'controller'),
  ]
  expect(findCluster(nodes, readProperties, 'orders')).toMatchObject({
    name: 'orders',
    release: '4.3.1',
    bootstrap: '127.10.1.1:9092,127.10.1.2:9092',
    zookeeper: '127.10.1.9:2181',
    isRunning: false,
  })
})

test('while an upgrade rolls through, the older release counts', () => {
  const nodes = [
    node('orders', 1, 'broker', { release: '4.10.0' }),
    node('orders', 2, 'broker', { release: '4.9.1' }),
  ]
  expect(findCluster(nodes, readProperties, 'orders').release).toBe('4.9.1')
})

test('an unknown name is answered with the known ones', () => {
  const nodes = [node('orders', 1, 'broker'), node('audit', 1, 'broker')]
  expect(() => findCluster(nodes, readProperties, 'order')).toThrow('Clusters: audit, orders.')
  expect(() => findCluster([], readProperties, 'order')).toThrow('There are no clusters.')
})

test('a name that two regions use must be an ARN', () => {
  const nodes = [node('orders', 1, 'broker'), node('orders', 1, 'broker', { region: 'eu-west-1' })]
  expect(() => findCluster(nodes, readProperties, 'orders')).toThrow(
    /Name it by its ARN: .*us-east-1.*eu-west-1/,
  )
  const arn = 'arn:aws:kafka:eu-west-1:000000000000:cluster/orders/x'
  expect(findCluster(nodes, readProperties, arn).arn).toBe(arn)
})
