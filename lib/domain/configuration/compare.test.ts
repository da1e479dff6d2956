import { expect, test } from 'vitest'
import { compareConfigurations, compareWithDefault, isSameInEffect, settingEffect } from './compare'
import { settingDefault } from './setting-default'
import { releasesMeant, releasesOf } from './versions'

test('two texts are compared by key, each change with when brokers have it', () => {
  expect(
    compareConfigurations(
      { 'num.partitions': '3', 'log.retention.ms': '60000', 'min.insync.replicas': '2' },
      { 'num.partitions': '6', 'min.insync.replicas': '2', 'message.max.bytes': '2000000' },
      ['4.3.1', '3.9.2'],
    ),
  ).toEqual([
    {
      key: 'log.retention.ms',
      from: '60000',
      to: null,
      unset: { value: null, source: 'kafka' },
      effect: { atOnce: ['4.3.1', '3.9.2'], byRestart: [] },
    },
    {
      key: 'message.max.bytes',
      from: null,
      to: '2000000',
      unset: { value: '1048588', source: 'kafka' },
      effect: { atOnce: ['4.3.1', '3.9.2'], byRestart: [] },
    },
    {
      key: 'num.partitions',
      from: '3',
      to: '6',
      unset: { value: '1', source: 'msk' },
      effect: { atOnce: [], byRestart: ['4.3.1', '3.9.2'] },
    },
  ])
})

test('beside the default: MSK’s where it has one, else Kafka’s', () => {
  const [same, other] = compareWithDefault({ 'num.io.threads': '8', 'num.network.threads': '3' }, ['4.3.1'])
  expect(same).toMatchObject({ key: 'num.io.threads', unset: { value: '8', source: 'msk' } })
  expect(other).toMatchObject({ key: 'num.network.threads', unset: { value: '5', source: 'msk' } })
  expect([same, other].map((each) => each !== undefined && isSameInEffect(each))).toEqual([true, false])
  expect(settingDefault('log.retention.hours', '4.3.1')).toEqual({ value: '168', source: 'kafka' })
  expect(settingDefault('zookeeper.session.timeout.ms', '2.2.1')).toEqual({ value: '18000', source: 'msk' })
  expect(settingDefault('zookeeper.session.timeout.ms', '4.3.1')).toBeNull()
})

test('a release that does not know a setting has no effect to tell', () => {
  expect(settingEffect('zookeeper.session.timeout.ms', ['4.3.1', '2.2.1'])).toEqual({
    atOnce: [],
    byRestart: ['2.2.1'],
  })
})

test('retention is taken at once in any unit; unclean elections since controllers look', () => {
  expect(settingEffect('log.retention.hours', ['4.3.1', '1.1.1']).byRestart).toEqual([])
  expect(settingEffect('unclean.leader.election.enable', ['3.9.2', '3.8.1', '2.2.1'])).toEqual({
    atOnce: ['3.9.2', '2.2.1'],
    byRestart: ['3.8.1'],
  })
})

test('more than twice the threads need a restart', () => {
  const changes = compareWithDefault({ 'num.io.threads': '16', 'num.network.threads': '11' }, ['4.3.1'])
  expect(changes.map(({ effect }) => effect.byRestart)).toEqual([[], ['4.3.1']])
})

test('versions stand for releases; none for all of them', () => {
  expect(releasesOf(['4.1.2', '4.1.x.kraft', 'gone'])).toEqual(['4.1.2'])
  expect(releasesMeant([])).toHaveLength(9)
})
