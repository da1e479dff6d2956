import {
  CreateTopicCommand,
  DeleteTopicCommand,
  DescribeTopicCommand,
  DescribeTopicPartitionsCommand,
  KafkaClient,
  ListTopicsCommand,
  paginateListTopics,
  UpdateTopicCommand,
} from '@aws-sdk/client-kafka'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import {
  topicDefaultsSchema,
  topicDetailSchema,
  topicFiguresSchema,
  topicListSchema,
  topicSettingSchema,
} from '@/lib/contract/console/topics'
import { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { createClusterV2 } from '../cluster/create-cluster'
import { getCluster } from '../cluster/get-cluster'
import { sendMessages } from '../kafka/messages'
import { startSingleNode, type SingleNode } from '../kafka/testing/single-node'
import { database } from '../process'
import { replyProblems } from '../testing/aws-model'
import { openTestHome, type TestHome } from '../testing/home'
import { openTestServer, type TestServer } from '../testing/http-server'
import { developmentInput, testContext } from '../testing/requests'
import { settleCluster } from '../testing/settled-cluster'

/** The topic operations against a real broker, which stands where the cluster's only node is recorded. */
class BesideKafka extends FakeRuntime {
  override readonly capabilities = {
    driver: 'local',
    releases: ['4.3.1'],
    ownAddresses: true,
    faults: [],
  } as const
}

let home: TestHome<BesideKafka>
let server: TestServer
let kafka: SingleNode
let client: KafkaClient
let ClusterArn: string

beforeAll(async () => {
  kafka = await startSingleNode()
  home = await openTestHome(new BesideKafka({ clock: () => Date.now(), releases: ['4.3.1'] }))
  server = await openTestServer()
  ClusterArn = (await createClusterV2({ ctx: testContext(), input: developmentInput('dev') })).clusterArn
  await settleCluster(ClusterArn)
  await database().node.updateMany({ data: { address: kafka.client.host } })
  const credentials = { accessKeyId: 'any', secretAccessKey: 'any' }
  client = new KafkaClient({ endpoint: server.url, region: 'us-east-1', credentials, maxAttempts: 1 })
})
afterAll(async () => {
  client.destroy()
  await server.close()
  await home.close()
  await kafka.stop()
})

const configs = (text: string) => Buffer.from(text).toString('base64')
const create = (TopicName: string, change: { ReplicationFactor?: number; Configs?: string } = {}) =>
  client.send(
    new CreateTopicCommand({ ClusterArn, TopicName, PartitionCount: 2, ReplicationFactor: 1, ...change }),
  )

test('a topic is there as soon as the answer is: created, described, changed, deleted', async () => {
  const created = await create('orders', { Configs: configs('retention.ms=60000') })
  expect(created).toMatchObject({ TopicName: 'orders', Status: 'ACTIVE' })
  expect(created.TopicArn).toBe(`${ClusterArn.replace(':cluster/', ':topic/')}/orders`)
  const named = { ClusterArn, TopicName: 'orders' }
  const described = await client.send(new DescribeTopicCommand(named))
  expect(described).toMatchObject({ PartitionCount: 2, ReplicationFactor: 1, Status: 'ACTIVE' })
  expect(described.Configs).toBe(configs('retention.ms=60000'))
  const { Partitions } = await client.send(new DescribeTopicPartitionsCommand({ ...named, MaxResults: 1 }))
  expect(Partitions).toEqual([{ Partition: 0, Leader: 1, Replicas: [1], Isr: [1] }])

  const change = { ...named, PartitionCount: 4, Configs: configs('cleanup.policy=compact') }
  expect(await client.send(new UpdateTopicCommand(change))).toMatchObject({ Status: 'ACTIVE' })
  const changed = await client.send(new DescribeTopicCommand(named))
  expect(changed.PartitionCount).toBe(4)
  expect(changed.Configs).toBe(configs('cleanup.policy=compact\nretention.ms=60000'))

  expect(await client.send(new DeleteTopicCommand(named))).toMatchObject({ Status: 'DELETING' })
  await expect(client.send(new DescribeTopicCommand(named))).rejects.toMatchObject({
    name: 'NotFoundException',
  })
  const verbs = (await database().audit.findMany()).map(({ verb }) => verb)
  expect(verbs).toEqual(['CreateCluster', 'CreateTopic', 'UpdateTopic', 'DeleteTopic'])
})

test('topics are listed by name, by prefix, in pages', async () => {
  for (const name of ['b.one', 'a.two', 'a.one', 'a.three']) await create(name)
  const found: (string | undefined)[] = []
  for await (const { Topics } of paginateListTopics(
    { client, pageSize: 2 },
    { ClusterArn, TopicNameFilter: 'a.' },
  )) {
    found.push(...(Topics ?? []).map(({ TopicName }) => TopicName))
  }
  expect(found).toEqual(['a.one', 'a.three', 'a.two'])
})

test.each<[string, () => Promise<unknown>, object]>([
  [
    'a name that is taken',
    () => create('a.one'),
    { name: 'TopicExistsException', InvalidParameter: 'topicName' },
  ],
  [
    'a name Kafka refuses',
    () => create('not/a:topic'),
    { name: 'KafkaRequestException', InvalidParameter: 'topicName' },
  ],
  [
    'more replicas than brokers',
    () => create('wide', { ReplicationFactor: 3 }),
    { name: 'KafkaRequestException', InvalidParameter: 'replicationFactor' },
  ],
  [
    'a config Kafka does not have',
    () => create('odd', { Configs: configs('no.such=1') }),
    { name: 'KafkaRequestException', InvalidParameter: 'configs' },
  ],
  [
    'configs that are not base64',
    () => create('odd', { Configs: 'retention.ms=1' }),
    { name: 'BadRequestException', InvalidParameter: 'configs' },
  ],
  [
    'fewer partitions',
    () => client.send(new UpdateTopicCommand({ ClusterArn, TopicName: 'a.one', PartitionCount: 1 })),
    { name: 'KafkaRequestException', InvalidParameter: 'partitionCount' },
  ],
  [
    'no change at all',
    () => client.send(new UpdateTopicCommand({ ClusterArn, TopicName: 'a.one' })),
    { name: 'BadRequestException' },
  ],
  [
    'a topic that is not',
    () => client.send(new DeleteTopicCommand({ ClusterArn, TopicName: 'nobody' })),
    { name: 'UnknownTopicOrPartitionException' },
  ],
  [
    'a topic of Kafka itself',
    () => client.send(new DeleteTopicCommand({ ClusterArn, TopicName: '__consumer_offsets' })),
    { name: 'KafkaRequestException' },
  ],
])('%s is refused', async (_, call, error) => {
  const before = await client.send(new ListTopicsCommand({ ClusterArn }))
  await expect(call()).rejects.toMatchObject(error)
  expect((await client.send(new ListTopicsCommand({ ClusterArn }))).Topics).toEqual(before.Topics)
})

test('replies have the shape of the AWS model', async () => {
  const base = `${server.url}/v1/clusters/${encodeURIComponent(ClusterArn)}/topics`
  const reply = async (path: string): Promise<unknown> => (await fetch(base + path)).json()
  for (const [name, path] of [
    ['ListTopics', '?maxResults=1'],
    ['DescribeTopic', '/a.one'],
    ['DescribeTopicPartitions', '/a.one/partitions'],
  ] as const) {
    const body = await reply(path)
    expect(replyProblems(name, body)).toEqual([])
    expect(mskEndpoints[name].reply.safeParse(body)).toMatchObject({ success: true })
  }
})

test('what the topics take on disk is seen a moment after it was first asked for', async () => {
  const { id: clusterId } = await database().cluster.findUniqueOrThrow({ where: { arn: ClusterArn } })
  const look = () => getCluster({ ctx: testContext(), input: { clusterId } })
  while ((await look()).diskBytes === null) await new Promise((resolve) => setTimeout(resolve, 20))
  expect((await look()).diskBytes).toBeGreaterThanOrEqual(0)
})

describe('what the console reads and MSK has no word for', () => {
  const console = async (path: string, init?: RequestInit): Promise<{ status: number; body: unknown }> => {
    const { id } = await database().cluster.findUniqueOrThrow({ where: { arn: ClusterArn } })
    const response = await fetch(`${server.url}/api/console/clusters/${id}/${path}`, init)
    return { status: response.status, body: await response.json() }
  }
  const put = (path: string, body: object) =>
    console(path, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const settingsSchema = z.object({ settings: z.array(topicSettingSchema) })

  test('the list is sent again only when it changed, and at once after a change made here', async () => {
    await create('fresh.one')
    const list = async (known = '') => topicListSchema.parse((await console(`topics?known=${known}`)).body)
    const first = await list()
    expect(first.topics?.find(({ name }) => name === 'fresh.one')).toEqual({
      name: 'fresh.one',
      isInternal: false,
      partitions: 2,
      replicationFactor: 1,
      behind: 0,
      offline: 0,
    })
    expect((await list(first.version)).topics).toBeNull()
    await create('fresh.two')
    expect((await list(first.version)).topics?.map(({ name }) => name)).toContain('fresh.two')
  })

  test('a topic has its offsets, its high watermark and its size', async () => {
    await create('figures')
    await sendMessages(
      { topic: 'figures', bootstrap: [kafka.client], timeoutMs: 30_000 },
      Array.from({ length: 10 }, (_, place) => ({ key: `k${place}`, value: 'v' })),
    )
    const seen = topicDetailSchema.parse((await console('topics/figures')).body)
    expect(seen.partitions).toHaveLength(2)
    expect(seen.partitions.map(({ earliest }) => earliest)).toEqual([0, 0])
    expect(seen.partitions.reduce((sum, { highWatermark }) => sum + (highWatermark ?? 0), 0)).toBe(10)
    expect(seen.diskBytes).toBeGreaterThan(0)
    expect(seen.silentBrokers).toEqual([])
    const { figures } = topicFiguresSchema.parse((await console('topic-figures')).body)
    expect(figures.find(({ name }) => name === 'figures')).toEqual({
      name: 'figures',
      messages: 10,
      diskBytes: seen.diskBytes,
    })
    expect(await console('topics/nobody')).toMatchObject({
      status: 404,
      body: { message: 'Topic "nobody" does not exist.' },
    })
  })

  test('a setting is changed from the value it was edited from, refused in words, and taken back', async () => {
    await create('edited', { Configs: configs('retention.ms=60000') })
    const path = 'topics/edited/settings'
    const found = async (name: string) =>
      settingsSchema.parse((await console(path)).body).settings.find((setting) => setting.name === name)
    expect(await found('retention.ms')).toMatchObject({
      value: '60000',
      source: 'topic',
      inherited: { value: '604800000' },
      documentation: expect.stringContaining('retain'),
    })
    const retention = `${path}/retention.ms`
    expect(await put(retention, { from: '60000', to: '70000' })).toMatchObject({ status: 200 })
    expect(await put(retention, { from: '60000', to: '80000' })).toMatchObject({
      status: 409,
      body: { message: 'Someone else changed retention.ms meanwhile: it is 70000 now.' },
    })
    expect(await put(retention, { from: '70000', to: 'soon' })).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('retention.ms') },
    })
    expect(await put(retention, { from: '70000', to: null })).toMatchObject({ status: 200 })
    expect(await found('retention.ms')).toMatchObject({ value: '604800000', source: 'kafka' })
  })

  test('what a new topic gets here', async () => {
    const defaults = topicDefaultsSchema.parse((await console('topic-defaults')).body)
    expect(defaults).toMatchObject({ brokers: 1, settings: { 'retention.ms': '604800000' } })
  })
})

test('a cluster that is not up is not asked; brokers that are gone are named', async () => {
  await settleCluster(ClusterArn, 'FAILED')
  await expect(create('x')).rejects.toMatchObject({ message: "You can't change topics in FAILED state." })
  await settleCluster(ClusterArn)
  await database().node.updateMany({ data: { address: '127.61.251.251' } })
  await expect(create('x')).rejects.toMatchObject({
    name: 'ClusterConnectivityException',
    message: expect.stringContaining('127.61.251.251:9092'),
  })
})
