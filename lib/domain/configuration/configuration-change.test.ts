import { expect, test } from 'vitest'
import type { ClusterSpecification } from '../cluster'
import type { KafkaRelease } from '../kafka-version'
import { plainSpecification } from '../testing/plain-specification'
import { changeConfiguration, runningSettings } from './configuration-change'

type Settings = Record<string, string>
const info = { arn: 'arn:aws:kafka:us-east-1:000000000000:configuration/a/b-1', revision: 2 }
const specificationOf = (configuration: Settings, release: KafkaRelease): ClusterSpecification =>
  plainSpecification({
    release,
    kafkaVersion: release,
    mode: release.startsWith('2.') ? 'ZOOKEEPER' : 'KRAFT',
    configuration,
  })

const change = (before: Settings, after: Settings, release: KafkaRelease = '4.3.1') =>
  changeConfiguration(specificationOf(before, release), { properties: after, info })

test.each<[string, Settings, Settings, KafkaRelease, string, { told?: Settings; restarts?: boolean }]>([
  ['set', {}, { 'log.retention.ms': '1000' }, '4.3.1', 'running', { told: { 'log.retention.ms': '1000' } }],
  [
    'set back to unset',
    { 'log.retention.ms': '1000' },
    {},
    '4.3.1',
    'running',
    { told: { 'log.retention.ms': '604800000' } },
  ],
  [
    'in hours',
    {},
    { 'log.retention.hours': '2' },
    '3.9.2',
    'running',
    { told: { 'log.retention.ms': '7200000' } },
  ],
  ['read at the start', {}, { 'num.partitions': '6' }, '4.3.1', 'restart', { restarts: true }],
  ['the same in other words', {}, { 'num.partitions': '1' }, '4.3.1', 'none', {}],
  [
    'twice the threads',
    {},
    { 'num.io.threads': '6' },
    '4.3.1',
    'running',
    { told: { 'num.io.threads': '6' } },
  ],
  ['thrice the threads', {}, { 'num.io.threads': '9' }, '4.3.1', 'restart', { restarts: true }],
  [
    'before controllers look',
    {},
    { 'unclean.leader.election.enable': 'false' },
    '3.8.1',
    'restart',
    { restarts: true },
  ],
  [
    'since controllers look',
    {},
    { 'unclean.leader.election.enable': 'false' },
    '3.9.2',
    'running',
    { told: { 'unclean.leader.election.enable': 'false' } },
  ],
  [
    'with ZooKeeper',
    {},
    { 'message.max.bytes': '2000' },
    '2.2.1',
    'running',
    { told: { 'message.max.bytes': '2000' } },
  ],
])('%s', (_what, before, after, release, effect, { told = {}, restarts = false }) => {
  const { changes, specification } = change(before, after, release)
  expect(changes.map((each) => each.effect)).toEqual([effect])
  expect(runningSettings(specification).told).toEqual(
    release === '4.3.1' ? { 'min.insync.replicas': '2', ...told } : told,
  )
  expect(specification.configuration).toEqual(after)
  expect(specification.startConfiguration ?? after).toEqual(restarts ? after : before)
})

test('with one that needs a restart, all are taken by it but what holds for the cluster', () => {
  const after = { 'num.partitions': '6', 'log.retention.ms': '1000', 'min.insync.replicas': '1' }
  const { changes, specification } = change({}, after)
  expect(changes.map(({ name, effect, isClusterWide }) => [name, effect, isClusterWide])).toEqual([
    ['log.retention.ms', 'restart', false],
    ['min.insync.replicas', 'running', true],
    ['num.partitions', 'restart', false],
  ])
  expect(specification.startConfiguration).toBeUndefined()
  expect(runningSettings(specification).told).toEqual({ 'min.insync.replicas': '1' })
})

test('what was told while running stays told, and a restart for another reason takes it into the files', () => {
  const first = change({}, { 'log.retention.ms': '1000' }).specification
  const second = changeConfiguration(first, {
    properties: { 'log.retention.ms': '1000', 'message.max.bytes': '2000' },
    info,
  }).specification
  expect(second.startConfiguration).toEqual({})
  expect(runningSettings(second).told).toMatchObject({
    'log.retention.ms': '1000',
    'message.max.bytes': '2000',
  })
  const third = changeConfiguration(second, { properties: { 'num.partitions': '6' }, info }).specification
  expect(third.startConfiguration).toBeUndefined()
  expect(third.configuration).toEqual({ 'num.partitions': '6' })
})

test('there is a way back to what MSK sets by itself', () => {
  const { changes, specification } = changeConfiguration(
    { ...specificationOf({ 'num.partitions': '6' }, '4.3.1'), configurationInfo: info },
    null,
  )
  expect(changes).toMatchObject([{ name: 'num.partitions', from: '6', to: '1', effect: 'restart' }])
  expect(specification.configurationInfo).toBeUndefined()
  expect(specification.configuration).toEqual({})
})
