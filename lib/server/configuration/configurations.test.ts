import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { createClusterV2 } from '../cluster/create-cluster'
import { describeCluster } from '../cluster/describe-cluster'
import { database } from '../process'
import { openTestHome, type TestHome } from '../testing/home'
import { createInput, testContext } from '../testing/requests'
import { createConfiguration } from './create-configuration'
import { deleteConfiguration } from './delete-configuration'
import {
  describeConfiguration,
  describeConfigurationRevision,
  listConfigurationRevisions,
} from './describe-configuration'
import { listConfigurations } from './list-configurations'
import { updateConfiguration } from './update-configuration'

let home: TestHome<FakeRuntime>
beforeEach(async () => {
  home = await openTestHome()
})
afterEach(() => home.close())

const ctx = testContext()
const base64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64')
const create = (
  name: string,
  text = 'num.partitions=3',
  more: { kafkaVersions?: string[]; description?: string } = {},
) => createConfiguration({ ctx, input: { name, serverProperties: base64(text), ...more } })

test('a configuration is created, revised, read and deleted', async () => {
  const { arn, latestRevision } = await create('orders', '# first\nnum.partitions=3\n', {
    kafkaVersions: ['4.3.1'],
    description: 'Three',
  })
  expect(arn).toMatch(/^arn:aws:kafka:us-east-1:000000000000:configuration\/orders\/[0-9a-f-]{36}-1$/)
  expect(latestRevision).toMatchObject({ revision: 1, description: 'Three' })
  const input = { arn, serverProperties: base64('num.partitions=6') }
  expect(await updateConfiguration({ ctx, input })).toMatchObject({ arn, latestRevision: { revision: 2 } })
  expect(await describeConfiguration({ ctx, input: { arn } })).toMatchObject({
    name: 'orders',
    kafkaVersions: ['4.3.1'],
    latestRevision: { revision: 2 },
    description: '',
    state: 'ACTIVE',
  })
  const first = await describeConfigurationRevision({ ctx, input: { arn, revision: 1 } })
  expect(Buffer.from(first.serverProperties, 'base64').toString()).toBe('# first\nnum.partitions=3\n')
  expect(await deleteConfiguration({ ctx, input: { arn } })).toEqual({ arn, state: 'DELETING' })
  expect(await database().configurationRevision.count()).toBe(0)
  await expect(describeConfiguration({ ctx, input: { arn } })).rejects.toMatchObject({
    type: 'BadRequestException',
    message: 'Configuration ARN does not exist.',
  })
})

test('lists come page by page: configurations by name, revisions newest first', async () => {
  const { arn } = await create('b')
  await create('a')
  await updateConfiguration({ ctx, input: { arn, serverProperties: base64('num.partitions=4') } })
  const first = await listConfigurations({ ctx, input: { maxResults: 1 } })
  expect(first.configurations.map(({ name }) => name)).toEqual(['a'])
  const second = await listConfigurations({ ctx, input: { maxResults: 1, nextToken: first.nextToken } })
  expect(second.configurations.map(({ name }) => name)).toEqual(['b'])
  expect(second.nextToken).toBeUndefined()
  const elsewhere = testContext({ region: 'eu-west-1' })
  expect((await listConfigurations({ ctx: elsewhere, input: { maxResults: 100 } })).configurations).toEqual(
    [],
  )
  const newest = await listConfigurationRevisions({ ctx, input: { arn, maxResults: 1 } })
  const rest = await listConfigurationRevisions({
    ctx,
    input: { arn, maxResults: 1, nextToken: newest.nextToken },
  })
  expect([...newest.revisions, ...rest.revisions].map(({ revision }) => revision)).toEqual([2, 1])
})

test.each([
  ['a name with a dot', { name: 'a.b' }, 'name', /not valid/],
  [
    'a version that is none',
    { kafkaVersions: ['9.9.9'] },
    'kafkaVersions',
    /Unsupported KafkaVersion \[9\.9\.9\]/,
  ],
  [
    'a key the version lacks',
    { text: 'zookeeper.session.timeout.ms=9000', kafkaVersions: ['4.3.1'] },
    'serverProperties',
    /Line 1: Key 'zookeeper/,
  ],
  ['another encoding', { text: new Uint8Array([0x6e, 0xff]) }, 'serverProperties', /not UTF-8/],
  ['too much text', { text: '#'.repeat(70_000) }, 'serverProperties', /at most 64 KiB; this one has 69/],
  [
    'many faults',
    { text: 'x=1\n'.repeat(1) + 'y=1\nz=1\nu=1\nv=1\nw=1\nt=1' },
    'serverProperties',
    /And 2 more\./,
  ],
])(
  '%s is refused',
  async (
    _what,
    {
      name = 'orders',
      text = '',
      kafkaVersions = [],
    }: { name?: string; text?: string | Uint8Array; kafkaVersions?: string[] },
    invalidParameter,
    message,
  ) => {
    const input = { name, kafkaVersions, serverProperties: base64(text) }
    await expect(createConfiguration({ ctx, input })).rejects.toMatchObject({
      type: 'BadRequestException',
      invalidParameter,
      message: expect.stringMatching(message),
    })
    expect(await database().configuration.count()).toBe(0)
  },
)

test('a name twice is a conflict, an ARN that is none is told', async () => {
  await create('orders')
  await expect(create('orders')).rejects.toMatchObject({ type: 'ConflictException' })
  await expect(describeConfiguration({ ctx, input: { arn: 'orders' } })).rejects.toMatchObject({
    message: 'Invalid Configuration ARN.',
  })
})

test('of two who revise at once each gets a revision of his own, or is told', async () => {
  const { arn } = await create('orders')
  const both = [4, 5].map(async (count) =>
    updateConfiguration({ ctx, input: { arn, serverProperties: base64(`num.partitions=${count}`) } }),
  )
  const settled = await Promise.allSettled(both)
  const made = settled.flatMap((each) =>
    each.status === 'fulfilled' ? [each.value.latestRevision.revision] : [],
  )
  expect(new Set(made).size).toBe(made.length)
  expect(await database().configurationRevision.count()).toBe(1 + made.length)
})

test('a cluster is created with a revision, which then cannot be deleted', async () => {
  const { arn } = await create('orders', 'num.partitions=7\nmin.insync.replicas=1')
  const configurationInfo = { arn, revision: 1 }
  const { clusterArn } = await createClusterV2({ ctx, input: createInput('shop', { configurationInfo }) })
  const { clusterInfo } = await describeCluster({ ctx, input: { clusterArn } })
  expect(clusterInfo.currentBrokerSoftwareInfo).toEqual({
    kafkaVersion: '4.3.1',
    configurationArn: arn,
    configurationRevision: 1,
  })
  const generation = await database().generation.findFirstOrThrow()
  expect(JSON.parse(generation.specification)).toMatchObject({
    configuration: { 'num.partitions': '7', 'min.insync.replicas': '1' },
  })
  await expect(deleteConfiguration({ ctx, input: { arn } })).rejects.toMatchObject({
    type: 'BadRequestException',
    message: 'Configuration is in use by one or more clusters. Dissociate the configuration from shop.',
  })
})

test.each([
  ['no ARN', { arn: 'x', revision: 1 }, 'Invalid Configuration ARN.'],
  [
    'an ARN of nothing',
    {
      arn: 'arn:aws:kafka:us-east-1:000000000000:configuration/a/00000000-0000-0000-0000-000000000000-1',
      revision: 1,
    },
    'Configuration ARN does not exist.',
  ],
])('a creation with %s is refused', async (_what, configurationInfo, message) => {
  const input = createInput('shop', { configurationInfo })
  await expect(createClusterV2({ ctx, input })).rejects.toMatchObject({
    message,
    invalidParameter: 'configurationInfo',
  })
})

test('a creation is refused with a revision there is not, a text for another release, or replicas without brokers', async () => {
  const old = await create('old', 'zookeeper.session.timeout.ms=9000')
  const wide = await create('wide', 'offsets.topic.replication.factor=5')
  const shop = (arn: string, revision: number) =>
    createClusterV2({ ctx, input: createInput('shop', { configurationInfo: { arn, revision } }) })
  await expect(shop(old.arn, 2)).rejects.toMatchObject({
    message: 'The configuration old has no revision 2.',
  })
  await expect(shop(old.arn, 1)).rejects.toMatchObject({
    message: expect.stringMatching(
      /does not fit Kafka 4\.3\.1\. Line 1: Key 'zookeeper\.session\.timeout\.ms'/,
    ),
  })
  await expect(shop(wide.arn, 1)).rejects.toMatchObject({
    message: expect.stringMatching(/wants 5 replicas .* 3 brokers/),
  })
})
