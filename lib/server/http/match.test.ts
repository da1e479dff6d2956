import { expect, test } from 'vitest'
import { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { notBuiltMskEndpoints } from '@/lib/contract/msk/not-built'
import { pathMatcher } from './match'

const match = pathMatcher({ ...mskEndpoints, ...notBuiltMskEndpoints })

const CLUSTER = 'arn:aws:kafka:us-east-1:000000000000:cluster/topics/12345678-abcd-4567-2345-abcdef123456-2'
const OPERATION = `${CLUSTER.replace(':cluster/', ':cluster-operation/')}/12345678-abcd-4567-2345-abcdef123456`
const CONFIGURATION = 'arn:aws:kafka:us-east-1:000000000000:configuration/revisions/abc-1'

test.each<[string, (arn: string) => string, string, string, Record<string, string>]>([
  ['GET', (arn) => `/v1/clusters/${arn}`, CLUSTER, 'DescribeCluster', { clusterArn: CLUSTER }],
  ['DELETE', (arn) => `/v1/clusters/${arn}`, CLUSTER, 'DeleteCluster', { clusterArn: CLUSTER }],
  ['GET', (arn) => `/v1/clusters/${arn}/nodes`, CLUSTER, 'ListNodes', { clusterArn: CLUSTER }],
  ['PUT', (arn) => `/v1/clusters/${arn}/nodes/count`, CLUSTER, 'UpdateBrokerCount', { clusterArn: CLUSTER }],
  ['GET', (arn) => `/v1/clusters/${arn}/topics`, CLUSTER, 'ListTopics', { clusterArn: CLUSTER }],
  [
    'GET',
    (arn) => `/v1/clusters/${arn}/topics/a.b`,
    CLUSTER,
    'DescribeTopic',
    { clusterArn: CLUSTER, topicName: 'a.b' },
  ],
  [
    'GET',
    (arn) => `/v1/clusters/${arn}/topics/partitions`,
    CLUSTER,
    'DescribeTopic',
    { clusterArn: CLUSTER, topicName: 'partitions' },
  ],
  [
    'GET',
    (arn) => `/v1/clusters/${arn}/topics/a/partitions`,
    CLUSTER,
    'DescribeTopicPartitions',
    { clusterArn: CLUSTER, topicName: 'a' },
  ],
  [
    'GET',
    (arn) => `/v1/operations/${arn}`,
    OPERATION,
    'DescribeClusterOperation',
    { clusterOperationArn: OPERATION },
  ],
  ['GET', (arn) => `/v1/tags/${arn}`, CLUSTER, 'ListTagsForResource', { resourceArn: CLUSTER }],
  ['GET', (arn) => `/v1/tags/${arn}`, OPERATION, 'ListTagsForResource', { resourceArn: OPERATION }],
  [
    'GET',
    (arn) => `/v1/configurations/${arn}`,
    CONFIGURATION,
    'DescribeConfiguration',
    { arn: CONFIGURATION },
  ],
  [
    'GET',
    (arn) => `/v1/configurations/${arn}/revisions`,
    CONFIGURATION,
    'ListConfigurationRevisions',
    { arn: CONFIGURATION },
  ],
  [
    'GET',
    (arn) => `/v1/configurations/${arn}/revisions/3`,
    CONFIGURATION,
    'DescribeConfigurationRevision',
    { arn: CONFIGURATION, revision: '3' },
  ],
])(
  '%s %s means the same with an ARN percent-encoded and with raw slashes',
  (method, path, arn, name, parameters) => {
    for (const written of [encodeURIComponent(arn), arn, arn.replaceAll(':', '%3A')]) {
      expect(match(method, path(written))).toEqual({ is: 'found', name, parameters })
    }
  },
)

test('a path that is known by other methods tells them', () => {
  expect(match('PATCH', '/v1/clusters')).toEqual({ is: 'otherMethod', allowed: ['POST', 'GET'] })
  expect(match('GET', '/v1/cluster')).toEqual({ is: 'unknown' })
  expect(match('GET', '/v1/clusters/')).toEqual({ is: 'unknown' })
})
