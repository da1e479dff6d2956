import { afterAll, beforeAll, expect, test } from 'vitest'
import { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { database } from '../process'
import { replyProblems } from '../testing/aws-model'
import { settleCluster } from '../testing/settled-cluster'
import { createInput, developmentInput } from '../testing/requests'
import { openRunningConsole, type RunningConsole } from '../testing/running-console'

let mosaik: RunningConsole
let arn: string
let oldArn: string
let operationArn: string

beforeAll(async () => {
  mosaik = await openRunningConsole()
  arn = await create('orders', { 'mosaik:profile': 'server', team: 'blue' })
  const old = createInput('old', { kafkaVersion: '2.2.1' })
  oldArn = clusterArnOf(await json('POST', '/api/v2/clusters', old))
  operationArn = await plantOperation()
  // Bootstrap strings are for clusters that are up.
  const isUp = async () =>
    JSON.stringify(await json('GET', `/v1/clusters/${encoded()}`)).includes('"state":"ACTIVE"')
  while (!(await isUp())) await new Promise((resolve) => setTimeout(resolve, 50))
})
afterAll(() => mosaik.close())

const json = async (method: string, path: string, body?: unknown): Promise<unknown> => {
  const init: RequestInit = { method }
  if (body !== undefined) {
    init.body = JSON.stringify(body)
    init.headers = { 'content-type': 'application/json' }
  }
  const response = await fetch(mosaik.url + path, init)
  const text = await response.text()
  if (!response.ok) throw new Error(`${response.status} ${text}`)
  return text === '' ? null : JSON.parse(text)
}

const clusterArnOf = (reply: unknown): string =>
  typeof reply === 'object' && reply !== null ? String(Reflect.get(reply, 'clusterArn')) : ''

const create = async (name: string, tags: Record<string, string>) =>
  clusterArnOf(await json('POST', '/api/v2/clusters', createInput(name, { tags })))

/** As later issues will store it: an update that failed. */
async function plantOperation(): Promise<string> {
  const cluster = await database().cluster.findUniqueOrThrow({ where: { arn } })
  const uuid = '11111111-2222-3333-4444-555555555555'
  const planted = arn.replace(':cluster/', ':cluster-operation/') + `/${uuid}`
  await database().operation.create({
    data: {
      id: uuid,
      arn: planted,
      clusterId: cluster.id,
      clusterArn: arn,
      clusterName: cluster.name,
      region: cluster.region,
      kind: 'UPDATE',
      mskType: 'UPDATE_BROKER_TYPE',
      state: 'UPDATE_FAILED',
      targetGeneration: 2,
      createdAt: new Date(),
      endedAt: new Date(),
      errorCode: 'nodeFailed',
      errorMessage: 'Node 2 failed 3 times to start.',
    },
  })
  return planted
}

/** The cluster must be at rest for it. */
async function updateMonitoring(): Promise<unknown> {
  await settleCluster(arn)
  const { currentVersion } = await database().cluster.findUniqueOrThrow({ where: { arn } })
  return json('PUT', `/v1/clusters/${encoded()}/monitoring`, {
    currentVersion,
    enhancedMonitoring: 'PER_BROKER',
  })
}

const encoded = () => encodeURIComponent(arn)

const CALLS: [operation: keyof typeof mskEndpoints, call: () => Promise<unknown>][] = [
  [
    'CreateCluster',
    () => json('POST', '/v1/clusters', { clusterName: 'flat', ...createInput('x').provisioned }),
  ],
  ['CreateClusterV2', () => json('POST', '/api/v2/clusters', developmentInput('dev'))],
  ['DescribeCluster', () => json('GET', `/v1/clusters/${encoded()}`)],
  ['DescribeCluster', () => json('GET', `/v1/clusters/${encodeURIComponent(oldArn)}`)],
  ['DescribeClusterV2', () => json('GET', `/api/v2/clusters/${encoded()}`)],
  ['ListClusters', () => json('GET', '/v1/clusters?maxResults=1')],
  ['ListClustersV2', () => json('GET', '/api/v2/clusters')],
  ['ListNodes', () => json('GET', `/v1/clusters/${encoded()}/nodes`)],
  ['ListNodes', () => json('GET', `/v1/clusters/${encodeURIComponent(oldArn)}/nodes`)],
  ['ListClusterOperations', () => json('GET', `/v1/clusters/${encoded()}/operations`)],
  ['ListClusterOperationsV2', () => json('GET', `/api/v2/clusters/${encoded()}/operations`)],
  ['DescribeClusterOperation', () => json('GET', `/v1/operations/${encodeURIComponent(operationArn)}`)],
  ['DescribeClusterOperationV2', () => json('GET', `/api/v2/operations/${encodeURIComponent(operationArn)}`)],
  ['ListKafkaVersions', () => json('GET', '/v1/kafka-versions')],
  ['GetCompatibleKafkaVersions', () => json('GET', `/v1/compatible-kafka-versions?clusterArn=${encoded()}`)],
  ['TagResource', () => json('POST', `/v1/tags/${encoded()}`, { tags: { a: 'b' } })],
  ['ListTagsForResource', () => json('GET', `/v1/tags/${encoded()}`)],
  ['UntagResource', () => json('DELETE', `/v1/tags/${encoded()}?tagKeys=a&tagKeys=c`)],
  ['GetBootstrapBrokers', () => json('GET', `/v1/clusters/${encoded()}/bootstrap-brokers`)],
  ['UpdateMonitoring', () => updateMonitoring()],
  ['DeleteCluster', () => json('DELETE', `/v1/clusters/${encoded()}`)],
]

test.each(CALLS)('%s answers in the shape of the AWS model and of our own contract', async (name, call) => {
  const reply = await call()
  expect(replyProblems(name, reply)).toEqual([])
  expect(mskEndpoints[name].reply.safeParse(reply)).toMatchObject({ success: true })
})

test('the check itself sees what is unknown, missing, misspelt or of the wrong type', () => {
  const reply = {
    clusterInfo: {
      ClusterName: 'x',
      creationTime: 5,
      numberOfBrokerNodes: '3',
      brokerNodeGroupInfo: {},
      tags: { a: 1 },
    },
    extra: true,
  }
  expect(replyProblems('DescribeCluster', reply)).toEqual([
    'DescribeCluster.extra: not in the model',
    'DescribeCluster.clusterInfo.ClusterName: not in the model',
    'DescribeCluster.clusterInfo.brokerNodeGroupInfo.clientSubnets: missing',
    'DescribeCluster.clusterInfo.brokerNodeGroupInfo.instanceType: missing',
    'DescribeCluster.clusterInfo.creationTime: 5 is of the wrong type',
    'DescribeCluster.clusterInfo.numberOfBrokerNodes: "3" is of the wrong type',
    'DescribeCluster.clusterInfo.tags.a: 1 is of the wrong type',
  ])
})
