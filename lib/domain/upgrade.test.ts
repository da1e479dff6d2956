import { describe, expect, test } from 'vitest'
import type { ClusterSpecification } from './cluster'
import { plainSpecification } from './testing/plain-specification'
import { findKafkaVersion } from './kafka-version'
import { sharedSettings as sharedSettingsOf } from './kafka-properties'
import { changeVersion, upgradeProblem, upgradesOf, withOwnProtocol } from './upgrade'

const version = (name: string) => {
  const found = findKafkaVersion(name)
  if (!found) throw new Error(`No version ${name}`)
  return found
}

test.each([
  ['3.9.2', ['4.3.1', '4.2.1', '4.1.2', '4.0.2', '4.2.x.kraft', '4.1.x.kraft', '4.0.x.kraft']],
  ['4.2.x.kraft', ['4.3.1']],
  ['4.3.1', []],
  ['2.8.2', []],
  ['2.2.1', ['2.8.2']],
  ['1.1.1', []],
])('%s can become %j', (from, to) => {
  expect(upgradesOf(version(from)).map(({ name }) => name)).toEqual(to)
})

test.each([
  ['3.9.2', '4.3.1', null],
  ['3.9.2', '4.2.x.kraft', null],
  ['4.1.2', '4.1.x.kraft', 'The cluster runs Kafka 4.1.2 already.'],
  ['4.3.1', '3.9.2', 'Kafka has no way back to 3.9.2'],
  ['4.1.2', '2.2.1', 'Kafka has no way back to 2.2.1'],
  ['2.2.1', '2.8.2', null],
  ['1.1.1', '2.8.2', 'upgrades are built from 2.2.0 on'],
  ['2.8.2', '2.2.1', 'Kafka has no way back to 2.2.1'],
  ['2.8.2', '4.3.1', 'no way from there to KRaft is built'],
  ['4.1.2', '9.9.9', 'Unsupported KafkaVersion [9.9.9]'],
])('from %s to %s: %s', (from, to, problem) => {
  const { name: kafkaVersion, release, mode } = version(from)
  const found = upgradeProblem({ kafkaVersion, release, mode }, to)
  expect(found ?? '').toContain(problem ?? '')
  expect(found === null).toBe(problem === null)
})

describe('what becomes of the configuration', () => {
  const source = plainSpecification({
    kafkaVersion: '3.9.2',
    release: '3.9.2',
    configuration: { 'num.partitions': '3', 'log.retention.ms': '60000' },
    startConfiguration: { 'num.partitions': '3' },
    configurationInfo: { arn: 'shop', revision: 2 },
  })

  test('it is kept, and what was told while brokers ran comes into their files', () => {
    const { changes, specification } = changeVersion(source, version('4.3.1'), 'same')
    expect(changes).toEqual([])
    expect(specification).toMatchObject({
      kafkaVersion: '4.3.1',
      release: '4.3.1',
      configuration: source.configuration,
      configurationInfo: { arn: 'shop', revision: 2 },
    })
    expect(specification).not.toHaveProperty('startConfiguration')
  })

  test('another revision comes with the same restart', () => {
    const revision = {
      info: { arn: 'shop', revision: 3 },
      properties: { 'num.partitions': '3', 'log.retention.ms': '90000' },
    }
    const { changes, specification } = changeVersion(source, version('4.3.1'), revision)
    expect(changes).toMatchObject([
      { name: 'log.retention.ms', from: '60000', to: '90000', effect: 'restart' },
    ])
    expect(specification).toMatchObject({ configurationInfo: { revision: 3 }, release: '4.3.1' })
    expect(specification).not.toHaveProperty('startConfiguration')
  })
})

const sharedSettings = (specification: ClusterSpecification) => sharedSettingsOf(specification, {})

describe('with ZooKeeper', () => {
  const source = plainSpecification({ kafkaVersion: '2.2.1', release: '2.2.1', mode: 'ZOOKEEPER' })
  const { specification: first } = changeVersion(source, version('2.8.2'), 'same')
  const [before, between, after] = [source, first, withOwnProtocol(first)].map(sharedSettings)
  const PROTOCOL = 'inter.broker.protocol.version'

  test('the first roll brings the release and keeps what brokers speak, the second brings that', () => {
    expect(before).not.toHaveProperty([PROTOCOL])
    expect(between).toMatchObject({ [PROTOCOL]: '2.2', 'log.message.format.version': '2.2' })
    expect(after).not.toHaveProperty([PROTOCOL])
    expect(after).not.toHaveProperty(['log.message.format.version'])
  })

  test('ZooKeeper servers run on as they are, also through a second upgrade', () => {
    expect(first.zookeeperRelease).toBe('2.2.1')
    const oldest = { ...source, kafkaVersion: '1.1.1', release: '1.1.1' } as const
    const second = changeVersion(
      withOwnProtocol(changeVersion(oldest, version('2.2.1'), 'same').specification),
      version('2.8.2'),
      'same',
    )
    expect(second.specification).toMatchObject({ zookeeperRelease: '1.1.1', heldProtocol: '2.2' })
  })
})
