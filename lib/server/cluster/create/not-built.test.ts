import { expect, test } from 'vitest'
import { provisionedRequestSchema } from '@/lib/contract/msk/create-cluster'
import { notBuilt } from './not-built'

const requestWith = (change: Record<string, unknown>, group: Record<string, unknown> = {}) =>
  provisionedRequestSchema.parse({
    brokerNodeGroupInfo: { clientSubnets: ['a', 'b', 'c'], instanceType: 'kafka.m5.large', ...group },
    kafkaVersion: '4.3.1',
    numberOfBrokerNodes: 3,
    ...change,
  })

const firehose = { enabled: true, deliveryStream: 'x' }
const off = { enabled: false }

test.each<[string, Record<string, unknown>, Record<string, unknown>, string, RegExp]>([
  [
    'KMS key',
    { encryptionInfo: { encryptionAtRest: { dataVolumeKMSKeyId: 'k' } } },
    {},
    'encryptionAtRest',
    /KMS/,
  ],
  [
    'TLS',
    { encryptionInfo: { encryptionInTransit: { clientBroker: 'TLS' } } },
    {},
    'clientBroker',
    /TLS between clients/,
  ],
  [
    'TLS too',
    { encryptionInfo: { encryptionInTransit: { clientBroker: 'TLS_PLAINTEXT' } } },
    {},
    'clientBroker',
    /TLS_PLAINTEXT/,
  ],
  [
    'TLS inside',
    { encryptionInfo: { encryptionInTransit: { inCluster: true } } },
    {},
    'inCluster',
    /between brokers/,
  ],
  [
    'SCRAM',
    { clientAuthentication: { sasl: { scram: { enabled: true } } } },
    {},
    'clientAuthentication',
    /SCRAM/,
  ],
  ['IAM', { clientAuthentication: { sasl: { iam: { enabled: true } } } }, {}, 'clientAuthentication', /^IAM/],
  ['mTLS', { clientAuthentication: { tls: { enabled: true } } }, {}, 'clientAuthentication', /Mutual TLS/],
  [
    'mTLS by list',
    { clientAuthentication: { tls: { certificateAuthorityArnList: ['x'] } } },
    {},
    'clientAuthentication',
    /Mutual TLS/,
  ],
  [
    'nobody',
    { clientAuthentication: { unauthenticated: off } },
    {},
    'clientAuthentication',
    /^Unauthenticated cannot be set to false without/,
  ],
  [
    'public access',
    {},
    { connectivityInfo: { publicAccess: { type: 'SERVICE_PROVIDED_EIPS' } } },
    'publicAccess',
    /the only valid value/,
  ],
  [
    'multi-VPC',
    {},
    { connectivityInfo: { vpcConnectivity: { clientAuthentication: { tls: { enabled: true } } } } },
    'vpcConnectivity',
    /must be disabled/,
  ],
  ['IPv6', {}, { connectivityInfo: { networkType: 'DUAL' } }, 'networkType', /only IPV4/],
  ['tiered storage', { storageMode: 'TIERED' }, {}, 'storageMode', /Tiered/],
  [
    'throughput',
    {},
    { storageInfo: { ebsStorageInfo: { provisionedThroughput: { enabled: true } } } },
    'provisionedThroughput',
    /not built/,
  ],
  [
    'throughput, half',
    {},
    { storageInfo: { ebsStorageInfo: { provisionedThroughput: { volumeThroughput: 250 } } } },
    'volumeThroughput',
    /you must enable ProvisionedThroughput/,
  ],
  [
    'no exporter',
    { openMonitoring: { prometheus: {} } },
    {},
    'openMonitoring',
    /at least one type of exporter/,
  ],
  [
    'no log type',
    { loggingInfo: { brokerLogs: {} } },
    {},
    'brokerLogs',
    /one or more of the following broker log types/,
  ],
  ['logs', { loggingInfo: { brokerLogs: { firehose } } }, {}, 'brokerLogs', /Firehose/],
  [
    'authorizer logs',
    { loggingInfo: { brokerLogs: { s3: off }, authorizerLogs: { firehose } } },
    {},
    'authorizerLogs',
    /Firehose/,
  ],
  ['rebalancing', { rebalancing: { status: 'ACTIVE' } }, {}, 'rebalancing', /rebalancing/],
])('%s is refused with one sentence of its own', (_, change, group, field, message) => {
  const refusals = notBuilt(requestWith(change, group))
  expect(refusals).toMatchObject([{ field, type: 'BadRequestException' }])
  expect(refusals[0]?.message).toMatch(message)
})

test('saying off, as Terraform does, is accepted', () => {
  const request = requestWith(
    {
      clientAuthentication: {
        sasl: { scram: off, iam: off },
        tls: { enabled: false, certificateAuthorityArnList: [] },
        unauthenticated: { enabled: true },
      },
      encryptionInfo: { encryptionInTransit: { clientBroker: 'PLAINTEXT', inCluster: false } },
      enhancedMonitoring: 'DEFAULT',
      openMonitoring: {
        prometheus: { jmxExporter: { enabledInBroker: false }, nodeExporter: { enabledInBroker: false } },
      },
      loggingInfo: { brokerLogs: { cloudWatchLogs: off, firehose: off, s3: off } },
      storageMode: 'LOCAL',
      rebalancing: { status: 'PAUSED' },
    },
    {
      storageInfo: { ebsStorageInfo: { volumeSize: 10, provisionedThroughput: off } },
      connectivityInfo: {
        publicAccess: { type: 'DISABLED' },
        vpcConnectivity: { clientAuthentication: { sasl: { scram: off, iam: off }, tls: off } },
        networkType: 'IPV4',
      },
    },
  )
  expect(notBuilt(request)).toEqual([])
})
