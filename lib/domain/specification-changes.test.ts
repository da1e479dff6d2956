import { expect, test } from 'vitest'
import type { ClusterSpecification } from './cluster'
import { specificationChanges } from './specification-changes'

const specification = (changed: Partial<ClusterSpecification> = {}): ClusterSpecification => ({
  kafkaVersion: '4.3.1',
  release: '4.3.1',
  mode: 'KRAFT',
  shape: 'MSK',
  profile: 'lab',
  access: 'THIS_MACHINE',
  power: 'on',
  instanceType: 'kafka.m5.large',
  brokerCount: 3,
  volumeSizeGiB: 10,
  zones: [],
  securityGroups: [],
  brokerHeap: { heapMinMiB: 64, heapMaxMiB: 256 },
  voterHeap: { heapMinMiB: 48, heapMaxMiB: 192 },
  configuration: {},
  enhancedMonitoring: 'DEFAULT',
  restartTokens: {},
  ...changed,
})

test.each([
  [specification(), specification(), []],
  [
    specification({ power: 'off' }),
    specification({ brokerCount: 6 }),
    [
      { name: 'numberOfBrokerNodes', from: '3', to: '6' },
      { name: 'power', from: 'off', to: 'on' },
    ],
  ],
  [
    specification({ configuration: { 'log.retention.hours': '168', gone: '1' } }),
    specification({ configuration: { 'log.retention.hours': '72', added: '2' } }),
    [
      { name: 'added', from: null, to: '2' },
      { name: 'gone', from: '1', to: null },
      { name: 'log.retention.hours', from: '168', to: '72' },
    ],
  ],
])('only what differs is told, from what to what', (source, target, changes) => {
  expect(specificationChanges(source, target)).toEqual(changes)
})

test('a creation has a target and no source', () => {
  const changes = specificationChanges(null, specification())
  expect(changes).toContainEqual({ name: 'kafkaVersion', from: null, to: '4.3.1' })
  expect(changes.every(({ from }) => from === null)).toBe(true)
})
