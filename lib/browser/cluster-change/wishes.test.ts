import { expect, test } from 'vitest'
import { wishesOf, type Chosen, type Wished } from './wishes'

const nothing: Chosen = {
  page: 'cluster',
  info: undefined,
  isRevisionChosen: false,
  version: '',
  instanceType: '',
  brokersPerZone: '',
  volumeSizeGiB: '',
  access: '',
  level: '',
  jmxExporter: '',
  nodeExporter: '',
  placement: { topic: '', on: '', factor: '', leaders: '' },
  zones: 3,
}
const info = { arn: 'arn:aws:kafka:us-east-1:000000000000:configuration/shop/1-1', revision: 2 }

test.each<[string, Partial<Chosen>, Wished | null]>([
  ['nothing', {}, null],
  ['more brokers', { brokersPerZone: '2' }, { targetNumberOfBrokerNodes: 6 }],
  ['a number that is none', { brokersPerZone: '2x' }, null],
  ['a number beside one that is none', { brokersPerZone: '2', volumeSizeGiB: '0' }, null],
  ['a type', { instanceType: 'kafka.m5.xlarge' }, { targetInstanceType: 'kafka.m5.xlarge' }],
  ['a larger volume', { volumeSizeGiB: '20' }, { targetVolumeSizeGB: 20 }],
  ['a version', { page: 'version', version: '4.3.1' }, { targetKafkaVersion: '4.3.1' }],
  ['no version where one is asked for', { page: 'version' }, null],
  ['a revision', { page: 'revision', isRevisionChosen: true, info }, { configurationInfo: info }],
  ['a revision that is on its way', { isRevisionChosen: true, version: '4.3.1' }, null],
  ['the default', { page: 'revision', isRevisionChosen: true, info: null }, { defaultConfiguration: true }],
  ['other machines', { access: 'OTHER_MACHINES' }, { targetAccess: 'OTHER_MACHINES' }],
  [
    'how it is measured',
    { level: 'PER_BROKER', jmxExporter: 'off' },
    { targetMonitoring: { enhancedMonitoring: 'PER_BROKER', jmxExporter: false } },
  ],
  ['a level that there is not', { level: 'ALL' }, null],
  ['level partitions', { page: 'rebalance' }, { placement: {} }],
  [
    'leaders of which none is chosen so far',
    { page: 'rebalance', placement: { topic: 'orders', on: '', factor: '', leaders: 'chosen' } },
    null,
  ],
  [
    'all at once',
    {
      isRevisionChosen: true,
      info,
      version: '4.3.1',
      instanceType: 'kafka.m5.xlarge',
      brokersPerZone: '2',
      volumeSizeGiB: '20',
    },
    {
      configurationInfo: info,
      targetKafkaVersion: '4.3.1',
      targetInstanceType: 'kafka.m5.xlarge',
      targetNumberOfBrokerNodes: 6,
      targetVolumeSizeGB: 20,
    },
  ],
])('%s', (_, change, wished) => {
  expect(wishesOf({ ...nothing, ...change })).toEqual(wished)
})
