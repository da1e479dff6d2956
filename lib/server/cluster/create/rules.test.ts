import { expect, test } from 'vitest'
import type { ProvisionedRequest } from '@/lib/contract/msk/create-cluster'
import type { MosaikChoices } from '@/lib/domain/cluster-request'
import { requestRules } from './rules'

const MSK: MosaikChoices = {
  shape: 'MSK',
  profile: 'lab',
  access: 'THIS_MACHINE',
  ports: 'MSK',
  alarms: 'NONE',
  behaviour: 'MSK',
}
const DEVELOPMENT: MosaikChoices = { ...MSK, shape: 'DEVELOPMENT' }

type Change = {
  name?: string
  subnets?: string[]
  count?: number
  version?: string
  type?: string
  volumeSize?: number
  choices?: MosaikChoices
}

function rulesOf({ name = 'orders', choices = MSK, ...change }: Change) {
  const subnets = change.subnets ?? ['subnet-1a', 'subnet-1b', 'subnet-1c']
  const request: ProvisionedRequest = {
    brokerNodeGroupInfo: {
      clientSubnets: subnets,
      instanceType: change.type ?? 'kafka.m5.large',
      storageInfo: { ebsStorageInfo: { volumeSize: change.volumeSize } },
    },
    kafkaVersion: change.version ?? '4.3.1',
    numberOfBrokerNodes: change.count ?? subnets.length,
  }
  return requestRules(name, request, choices)
}

const NAME = 'The parameter value contains one or more characters that are not valid.'
const SUBNETS = 'Specify either two or three client subnets.'
const COUNT =
  'The target number of broker nodes must be a multiple of the number of Availability Zones in the Client subnets parameter'
const VERSIONS =
  '4.3.1, 4.2.1, 4.1.2, 4.0.2, 3.9.2, 3.8.1, 2.8.2, 2.2.1, 1.1.1, 4.2.x.kraft, 4.1.x.kraft, 4.0.x.kraft, 3.9.x.kraft, 3.8.x.kraft'

test.each<[string, Change, string, string]>([
  ['an empty name', { name: '' }, 'clusterName', NAME],
  ['a hyphen first', { name: '-orders' }, 'clusterName', NAME],
  ['an underscore', { name: 'my_orders' }, 'clusterName', NAME],
  ['a space', { name: 'my orders' }, 'clusterName', NAME],
  ['65 characters', { name: 'x'.repeat(65) }, 'clusterName', NAME],
  ['a line break at the end', { name: 'orders\n' }, 'clusterName', NAME],
  ['no subnet', { subnets: [], count: 3 }, 'brokerNodeGroupInfo', SUBNETS],
  ['one subnet', { subnets: ['a'] }, 'brokerNodeGroupInfo', SUBNETS],
  ['four subnets', { subnets: ['a', 'b', 'c', 'd'] }, 'brokerNodeGroupInfo', SUBNETS],
  [
    'one subnet twice',
    { subnets: ['a', 'b', 'a'] },
    'clientSubnets',
    'The list provided contains duplicate items.',
  ],
  ['4 brokers in 3 zones', { count: 4 }, 'numberOfBrokerNodes', COUNT],
  ['3 brokers in 2 zones', { subnets: ['a', 'b'], count: 3 }, 'numberOfBrokerNodes', COUNT],
  ['no broker', { count: 0 }, 'numberOfBrokerNodes', COUNT],
  ['fewer than none', { count: -3 }, 'numberOfBrokerNodes', COUNT],
  [
    'too many brokers',
    { count: 63 },
    'numberOfBrokerNodes',
    'A cluster of Kafka 4.3.1 has at most 60 brokers.',
  ],
  [
    'an unknown version',
    { version: '9.9.9' },
    'kafkaVersion',
    `Unsupported KafkaVersion [9.9.9]. Valid values: [${VERSIONS}]`,
  ],
  [
    'a mode not built',
    { version: '3.9.x' },
    'kafkaVersion',
    'Kafka version 3.9.x means ZooKeeper mode, which Mosaik runs only for 2.8.2, 2.2.1 and 1.1.1. Use 3.9.x.kraft for KRaft mode.',
  ],
  ['no storage', { volumeSize: 0 }, 'volumeSize', 'The volume size must be between 1 and 16384 GiB.'],
  [
    'too much storage',
    { volumeSize: 16_385 },
    'volumeSize',
    'The volume size must be between 1 and 16384 GiB.',
  ],
])('%s is refused in the words of MSK', (_, change, field, message) => {
  expect(rulesOf(change)).toMatchObject([{ field, message, type: 'BadRequestException' }])
})

test.each<[string, Change]>([
  ['an unknown type', { type: 'kafka.x9.huge' }],
  ['an Express type', { type: 'express.m7g.large' }],
  ['t3.small in KRaft mode', { type: 'kafka.t3.small' }],
  ['m7g before 3.3.2', { type: 'kafka.m7g.large', version: '2.2.1' }],
])('%s is refused with the types that are valid for the version', (_, change) => {
  const [found, ...rest] = rulesOf(change)
  expect(rest).toEqual([])
  expect(found?.field).toBe('instanceType')
  expect(found?.message).toMatch(/^Unsupported InstanceType specified\. Valid values: \[kafka\.[\w., ]+\]$/)
  expect(found?.message).not.toContain(change.type)
})

test.each<[string, Change]>([
  ['three zones', {}],
  ['two zones', { subnets: ['a', 'b'], count: 4 }],
  ['t3.small with ZooKeeper', { type: 'kafka.t3.small', version: '2.2.1' }],
  ['a digit first, 64 characters', { name: `9${'x'.repeat(63)}` }],
  ['the largest volume', { volumeSize: 16_384 }],
  ['the development shape', { subnets: ['a'], choices: DEVELOPMENT }],
])('%s is accepted', (_, change) => {
  expect(rulesOf(change)).toEqual([])
})

test('the development shape is one KRaft node and says so', () => {
  const fields = rulesOf({ subnets: ['a', 'b'], count: 2, version: '2.2.1', choices: DEVELOPMENT })
  expect(fields.map(({ field }) => field)).toEqual(['clientSubnets', 'numberOfBrokerNodes', 'kafkaVersion'])
})
