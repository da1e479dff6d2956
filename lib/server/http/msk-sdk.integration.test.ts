import {
  CreateClusterCommand,
  CreateClusterV2Command,
  CreateConfigurationCommand,
  DeleteClusterCommand,
  DeleteConfigurationCommand,
  DescribeClusterCommand,
  DescribeClusterV2Command,
  DescribeConfigurationCommand,
  DescribeConfigurationRevisionCommand,
  GetBootstrapBrokersCommand,
  GetCompatibleKafkaVersionsCommand,
  KafkaClient,
  ListClusterOperationsCommand,
  ListClusterOperationsV2Command,
  ListClustersCommand,
  ListTagsForResourceCommand,
  paginateListClustersV2,
  paginateListConfigurationRevisions,
  paginateListConfigurations,
  paginateListKafkaVersions,
  paginateListNodes,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateConfigurationCommand,
  UpdateSecurityCommand,
} from '@aws-sdk/client-kafka'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRunningConsole, type RunningConsole } from '../testing/running-console'

let mosaik: RunningConsole
let client: KafkaClient

const clientFor = (region: string) =>
  new KafkaClient({
    endpoint: mosaik.url,
    region,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'any' },
    maxAttempts: 1,
  })

beforeAll(async () => {
  mosaik = await openRunningConsole()
  client = clientFor('us-east-1')
})
afterAll(async () => {
  client.destroy()
  await mosaik.close()
})

const BROKERS = {
  InstanceType: 'kafka.m5.large',
  ClientSubnets: ['subnet-0f1', 'subnet-0f2', 'subnet-0f3'],
  SecurityGroups: ['sg-1'],
  StorageInfo: { EbsStorageInfo: { VolumeSize: 10 } },
}

async function until<Value>(look: () => Promise<Value>, isWanted: (value: Value) => boolean): Promise<Value> {
  for (;;) {
    const value = await look()
    if (isWanted(value)) return value
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const stateOf = async (ClusterArn: string) =>
  client.send(new DescribeClusterCommand({ ClusterArn })).then(
    ({ ClusterInfo }) => ClusterInfo?.State,
    (error: unknown) => (error instanceof Error ? error.name : 'no error'),
  )

const arnOf = ({ ClusterArn }: { ClusterArn?: string | undefined }): string => ClusterArn ?? ''

test('a cluster is created, described, listed, tagged and deleted by the SDK', async () => {
  const created = await client.send(
    new CreateClusterCommand({
      ClusterName: 'orders',
      KafkaVersion: '4.1.x.kraft',
      NumberOfBrokerNodes: 3,
      BrokerNodeGroupInfo: BROKERS,
      Tags: { team: 'blue' },
    }),
  )
  expect(created).toMatchObject({ ClusterName: 'orders', State: 'CREATING' })
  const ClusterArn = arnOf(created)
  expect(ClusterArn).toMatch(/^arn:aws:kafka:us-east-1:000000000000:cluster\/orders\/[0-9a-f-]{36}-1$/)
  await until(
    () => stateOf(ClusterArn),
    (state) => state === 'ACTIVE',
  )

  const { ClusterInfo } = await client.send(new DescribeClusterCommand({ ClusterArn }))
  expect(ClusterInfo).toMatchObject({
    ClusterArn,
    NumberOfBrokerNodes: 3,
    Tags: { team: 'blue' },
    CurrentBrokerSoftwareInfo: { KafkaVersion: '4.1.x.kraft' },
    EncryptionInfo: { EncryptionInTransit: { ClientBroker: 'PLAINTEXT', InCluster: false } },
    BrokerNodeGroupInfo: {
      ...BROKERS,
      StorageInfo: { EbsStorageInfo: { VolumeSize: 10, ProvisionedThroughput: { Enabled: false } } },
      ZoneIds: ['use1-az1', 'use1-az2', 'use1-az3'],
    },
  })
  expect(ClusterInfo?.CreationTime).toBeInstanceOf(Date)
  const v2 = await client.send(new DescribeClusterV2Command({ ClusterArn }))
  expect(v2.ClusterInfo?.Provisioned?.NumberOfBrokerNodes).toBe(3)
  expect(v2.ClusterInfo?.CurrentVersion).toBe(ClusterInfo?.CurrentVersion)

  const { BootstrapBrokerString, BootstrapBrokerStringTls } = await client.send(
    new GetBootstrapBrokersCommand({ ClusterArn }),
  )
  expect(BootstrapBrokerString).toBe('127.10.4.11:9092,127.10.5.11:9092,127.10.6.11:9092')
  expect(BootstrapBrokerStringTls).toBeUndefined()

  for (const list of [ListClusterOperationsCommand, ListClusterOperationsV2Command]) {
    const { ClusterOperationInfoList } = await client.send(new list({ ClusterArn }))
    expect(ClusterOperationInfoList).toEqual([])
  }

  await client.send(new TagResourceCommand({ ResourceArn: ClusterArn, Tags: { team: 'red', stage: 'test' } }))
  await client.send(new UntagResourceCommand({ ResourceArn: ClusterArn, TagKeys: ['team'] }))
  const { Tags } = await client.send(new ListTagsForResourceCommand({ ResourceArn: ClusterArn }))
  expect(Tags).toEqual({ stage: 'test' })

  const stale = client.send(new DeleteClusterCommand({ ClusterArn, CurrentVersion: 'K0000000000000' }))
  await expect(stale).rejects.toMatchObject({
    name: 'BadRequestException',
    message: 'The version of the cluster isn’t current. Check the current version and try again.',
  })
  const deleted = await client.send(
    new DeleteClusterCommand({ ClusterArn, CurrentVersion: ClusterInfo?.CurrentVersion }),
  )
  expect(deleted).toMatchObject({ ClusterArn, State: 'DELETING' })
  await until(
    () => stateOf(ClusterArn),
    (state) => state === 'NotFoundException',
  )
})

test('nodes are brokers and controllers, paged in a stable order; ZooKeeper releases have an ensemble', async () => {
  const created = await client.send(
    new CreateClusterV2Command({
      ClusterName: 'old',
      Provisioned: { KafkaVersion: '2.2.1', NumberOfBrokerNodes: 3, BrokerNodeGroupInfo: BROKERS },
    }),
  )
  const ClusterArn = arnOf(created)
  const nodes = []
  for await (const page of paginateListNodes({ client, pageSize: 2 }, { ClusterArn })) {
    expect(page.NodeInfoList?.length).toBe(2)
    nodes.push(...(page.NodeInfoList ?? []))
  }
  expect(nodes.map((node) => node.BrokerNodeInfo?.BrokerId ?? node.ZookeeperNodeInfo?.ZookeeperId)).toEqual([
    1, 2, 3, 1, 2, 3,
  ])
  expect(nodes[0]).toMatchObject({ InstanceType: 'm5.large', NodeType: 'BROKER' })
  expect(new Set(nodes.map(({ NodeARN }) => NodeARN)).size).toBe(6)
  const { ClusterInfo } = await client.send(new DescribeClusterCommand({ ClusterArn }))
  expect(ClusterInfo?.ZookeeperConnectString).toMatch(/^127\.10\.\d+\.\d+:2181(,127\.10\.\d+\.\d+:2181){2}$/)
  // Deleting what is still being created cancels it.
  await client.send(new DeleteClusterCommand({ ClusterArn }))
  await until(
    () => stateOf(ClusterArn),
    (state) => state === 'NotFoundException',
  )
})

test('a region is a namespace: what is made in one is not seen from another', async () => {
  const ireland = clientFor('eu-west-1')
  const created = await ireland.send(
    new CreateClusterV2Command({
      ClusterName: 'irish',
      Provisioned: { KafkaVersion: '4.3.1', NumberOfBrokerNodes: 3, BrokerNodeGroupInfo: BROKERS },
    }),
  )
  const ClusterArn = arnOf(created)
  expect(ClusterArn).toContain(':eu-west-1:')
  expect((await client.send(new ListClustersCommand({}))).ClusterInfoList).toEqual([])
  expect((await ireland.send(new ListClustersCommand({}))).ClusterInfoList).toHaveLength(1)
  await expect(client.send(new DescribeClusterCommand({ ClusterArn }))).rejects.toMatchObject({
    name: 'BadRequestException',
    InvalidParameter: 'clusterArn',
  })
  await ireland.send(new DeleteClusterCommand({ ClusterArn }))
  ireland.destroy()
})

test('lists are paged by the SDK, filtered by prefix and type', async () => {
  const names = ['a-1', 'a-2', 'a-3', 'b-1']
  for (const ClusterName of names) {
    await client.send(
      new CreateClusterV2Command({
        ClusterName,
        Provisioned: { KafkaVersion: '4.3.1', NumberOfBrokerNodes: 3, BrokerNodeGroupInfo: BROKERS },
      }),
    )
  }
  const found: (string | undefined)[] = []
  const pages = paginateListClustersV2({ client, pageSize: 2 }, { ClusterNameFilter: 'a-' })
  for await (const { ClusterInfoList } of pages)
    found.push(...(ClusterInfoList ?? []).map((c) => c.ClusterName))
  expect(found).toEqual(['a-1', 'a-2', 'a-3'])
  const serverless = paginateListClustersV2({ client }, { ClusterTypeFilter: 'SERVERLESS' })
  for await (const { ClusterInfoList } of serverless) expect(ClusterInfoList).toEqual([])
})

test('versions and the upgrades that can be asked for', async () => {
  const versions: (string | undefined)[] = []
  for await (const { KafkaVersions } of paginateListKafkaVersions({ client, pageSize: 5 }, {})) {
    versions.push(...(KafkaVersions ?? []).map(({ Version }) => Version))
  }
  expect(versions[0]).toBe('4.3.1')
  expect(versions).toContain('3.9.x.kraft')
  const { CompatibleKafkaVersions } = await client.send(new GetCompatibleKafkaVersionsCommand({}))
  expect(CompatibleKafkaVersions?.map(({ SourceVersion }) => SourceVersion)).toEqual(versions)
  const targetsOf = (version: string) =>
    CompatibleKafkaVersions?.find(({ SourceVersion }) => SourceVersion === version)?.TargetVersions
  expect(targetsOf('3.9.x.kraft')).toEqual(expect.arrayContaining(['4.0.x.kraft', '4.3.1']))
  expect(targetsOf('4.3.1')).toEqual([])
  expect(targetsOf('2.2.1')).toEqual(['2.8.2'])
  expect(targetsOf('2.8.2')).toEqual([])
})

test('an operation that is not built says so by its name', async () => {
  const call = client.send(
    new UpdateSecurityCommand({
      ClusterArn: 'arn:aws:kafka:us-east-1:000000000000:cluster/a/b',
      CurrentVersion: 'K',
    }),
  )
  await expect(call).rejects.toMatchObject({
    name: 'NotImplementedException',
    message: 'UpdateSecurity is not built in this version of Mosaik.',
  })
})

test('configurations: bytes there and back, revisions, lists, and an end', async () => {
  const bytes = new TextEncoder().encode(
    'auto.create.topics.enable = true\nzookeeper.connection.timeout.ms = 1000\n',
  )
  const { Arn, LatestRevision, CreationTime } = await client.send(
    new CreateConfigurationCommand({ Name: 'deck', KafkaVersions: ['2.2.1'], ServerProperties: bytes }),
  )
  expect(CreationTime).toBeInstanceOf(Date)
  expect(LatestRevision?.Revision).toBe(1)
  await client.send(
    new UpdateConfigurationCommand({
      Arn,
      Description: 'Fewer',
      ServerProperties: new TextEncoder().encode('num.partitions=2'),
    }),
  )
  const first = await client.send(new DescribeConfigurationRevisionCommand({ Arn, Revision: 1 }))
  expect(first.ServerProperties).toEqual(bytes)
  expect(await client.send(new DescribeConfigurationCommand({ Arn }))).toMatchObject({
    Name: 'deck',
    KafkaVersions: ['2.2.1'],
    LatestRevision: { Revision: 2, Description: 'Fewer' },
    State: 'ACTIVE',
  })
  const names: unknown[] = []
  for await (const page of paginateListConfigurations({ client }, {}))
    names.push(...(page.Configurations ?? []).map(({ Name }) => Name))
  expect(names).toEqual(['deck'])
  const revisions: unknown[] = []
  for await (const page of paginateListConfigurationRevisions({ client, pageSize: 1 }, { Arn }))
    revisions.push(...(page.Revisions ?? []).map(({ Revision }) => Revision))
  expect(revisions).toEqual([2, 1])
  expect(await client.send(new DeleteConfigurationCommand({ Arn }))).toMatchObject({ State: 'DELETING' })
  await expect(client.send(new DescribeConfigurationCommand({ Arn }))).rejects.toMatchObject({
    name: 'BadRequestException',
    message: 'Configuration ARN does not exist.',
  })
})
