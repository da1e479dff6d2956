import { describe, expect, test } from 'vitest'
import { plainSpecification } from './testing/plain-specification'
import { findKafkaVersion } from './kafka-version'
import { changeVersion, upgradeProblem, upgradesOf } from './upgrade'

const version = (name: string) => {
  const found = findKafkaVersion(name)
  if (!found) throw new Error(`No version ${name}`)
  return found
}

test.each([
  ['3.9.2', ['4.3.1', '4.2.1', '4.1.2', '4.0.2', '4.2.x.kraft', '4.1.x.kraft', '4.0.x.kraft']],
  ['4.2.x.kraft', ['4.3.1']],
  ['4.3.1', []],
  ['2.2.1', []],
])('%s can become %j', (from, to) => {
  expect(upgradesOf(version(from)).map(({ name }) => name)).toEqual(to)
})

test.each([
  ['3.9.2', '4.3.1', null],
  ['3.9.2', '4.2.x.kraft', null],
  ['4.1.2', '4.1.x.kraft', 'The cluster runs Kafka 4.1.2 already.'],
  ['4.3.1', '3.9.2', 'Kafka has no way back to 3.9.2'],
  ['4.1.2', '2.2.1', 'Kafka has no way back to 2.2.1'],
  ['2.2.1', '4.3.1', 'with ZooKeeper'],
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
