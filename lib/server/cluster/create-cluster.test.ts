import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BrokerRuntime, PortHolder } from '@/lib/broker-runtime/runtime'
import { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import type { CreateClusterV2Input } from '@/lib/contract/msk/create-cluster'
import { ApiError } from '../http/api-error'
import { database, onWake } from '../process'
import { openTestHome, quickRuntime, type TestHome } from '../testing/home'
import { createInput, developmentInput, testContext } from '../testing/requests'
import { createClusterV2 } from './create-cluster'
import { describeCluster } from './describe-cluster'

let home: TestHome<BrokerRuntime>

beforeEach(async () => {
  home = await openTestHome()
})

afterEach(async () => {
  delete process.env.MOSAIK_ADVERTISED_HOST
  await home.close()
})

const create = (input: CreateClusterV2Input, region = 'us-east-1') =>
  createClusterV2({ ctx: testContext({ region }), input })

const refused = async (input: CreateClusterV2Input): Promise<ApiError> => {
  const error: unknown = await create(input).catch((thrown: unknown) => thrown)
  if (error instanceof ApiError) return error
  throw new Error(`Not refused: ${JSON.stringify(error)}`)
}

const nodesOf = async (name: string, region = 'us-east-1') => {
  const { nodes } = await database().cluster.findUniqueOrThrow({
    where: { region_name: { region, name } },
    include: { nodes: { orderBy: { nodeId: 'asc' } } },
  })
  return nodes.map(({ nodeId, role, zoneId, address }) => `${nodeId} ${role} ${zoneId} ${address}`)
}

test('brokers are dealt to the zones, three controllers join them, each with an address of its own', async () => {
  await create(createInput('orders', { numberOfBrokerNodes: 6 }))
  expect(await nodesOf('orders')).toEqual([
    '1 broker use1-az1 127.10.1.11',
    '2 broker use1-az2 127.10.2.11',
    '3 broker use1-az3 127.10.3.11',
    '4 broker use1-az1 127.10.1.12',
    '5 broker use1-az2 127.10.2.12',
    '6 broker use1-az3 127.10.3.12',
    '10001 controller use1-az1 127.10.1.13',
    '10002 controller use1-az2 127.10.2.13',
    '10003 controller use1-az3 127.10.3.13',
  ])
})

test('two zones still have three controllers', async () => {
  await create(
    createInput('orders', { group: { clientSubnets: ['subnet-1a', 'subnet-1b'] }, numberOfBrokerNodes: 2 }),
  )
  expect((await nodesOf('orders')).filter((node) => node.includes('controller'))).toHaveLength(3)
})

test('ZooKeeper releases get an ensemble, the development shape one combined node', async () => {
  await create(createInput('old', { kafkaVersion: '2.2.1' }))
  expect((await nodesOf('old')).at(-1)).toBe('10003 zookeeper use1-az3 127.10.3.12')
  await create(developmentInput('dev'))
  expect(await nodesOf('dev')).toEqual(['1 combined use1-az1 127.10.1.13'])
})

test('everything a creation needs is stored at once, and the engine is woken after that', async () => {
  const woken: string[] = []
  onWake((id) => woken.push(id))
  const { clusterArn, state, clusterType } = await create(createInput('orders', { tags: { team: 'blue' } }))
  expect({ state, clusterType }).toEqual({ state: 'CREATING', clusterType: 'PROVISIONED' })
  expect(clusterArn).toMatch(/^arn:aws:kafka:us-east-1:000000000000:cluster\/orders\/[0-9a-f-]{36}-1$/)
  const cluster = await database().cluster.findUniqueOrThrow({
    where: { arn: clusterArn },
    include: { activeOperation: true, generations: true },
  })
  expect(woken).toEqual([cluster.id])
  expect(cluster.currentVersion).toMatch(/^K[0-9A-Z]{13}$/)
  expect(cluster.kafkaClusterId).toMatch(/^[\w][\w-]{21}$/)
  expect(cluster.activeOperation).toMatchObject({
    kind: 'CREATE',
    mskType: null,
    targetGeneration: 1,
    endedAt: null,
  })
  expect(cluster.generations).toHaveLength(1)
  expect(await database().tag.findMany()).toEqual([{ resourceArn: clusterArn, key: 'team', value: 'blue' }])
  expect(await database().audit.findMany()).toMatchObject([
    { verb: 'CreateCluster', actor: 'test', target: clusterArn },
  ])
})

test('two creations of one name at once: one wins, the other is told 409', async () => {
  const results = await Promise.allSettled([create(createInput('orders')), create(createInput('orders'))])
  const lost = results.filter((result) => result.status === 'rejected')
  expect(lost.map(({ reason }) => reason)).toMatchObject([
    { type: 'ConflictException', invalidParameter: 'clusterName' },
  ])
  expect(await database().cluster.count()).toBe(1)
  expect(await database().node.count()).toBe(6)
  expect(await database().operation.count()).toBe(1)
})

test('creations of several names at once all get addresses, no two the same', async () => {
  await Promise.all(['a', 'b', 'c', 'd'].map((name) => create(createInput(name))))
  const addresses = (await database().node.findMany()).map(({ address }) => address)
  expect(new Set(addresses).size).toBe(24)
})

test('a name is free in another region, which has subnets of its own', async () => {
  await create(createInput('orders'))
  await create(createInput('orders'), 'eu-west-1')
  expect((await nodesOf('orders', 'eu-west-1'))[0]).toBe('1 broker euw1-az1 127.10.4.11')
})

test('subnets never seen before are adopted into the zones, and keep them', async () => {
  const group = { clientSubnets: ['subnet-0f1', 'subnet-0f2', 'subnet-0f3'] }
  await create(createInput('aws', { group }))
  expect((await nodesOf('aws')).slice(0, 3)).toEqual([
    '1 broker use1-az1 127.10.4.11',
    '2 broker use1-az2 127.10.5.11',
    '3 broker use1-az3 127.10.6.11',
  ])
  await create(
    createInput('mixed', { group: { clientSubnets: ['subnet-new', 'subnet-0f1'] }, numberOfBrokerNodes: 2 }),
  )
  expect((await nodesOf('mixed')).slice(0, 2)).toEqual([
    '1 broker use1-az2 127.10.7.11',
    '2 broker use1-az1 127.10.4.13',
  ])
})

test('two subnets in one zone are refused, naming both', async () => {
  const group = { clientSubnets: ['subnet-0f1', 'subnet-0f2', 'subnet-0f3'] }
  await create(createInput('aws', { group }))
  const error = await refused(
    createInput('orders', { group: { clientSubnets: ['subnet-1a', 'subnet-1b', 'subnet-0f1'] } }),
  )
  expect(error.invalidParameter).toBe('brokerNodeGroupInfo')
  expect(error.message).toBe(
    'Specify either two or three client subnets. Each must be in another Availability Zone, and subnet-1a and subnet-0f1 are both in use1-az1.',
  )
})

test('a re-created cluster gets the addresses its name had, as far as they are free', async () => {
  await create(createInput('first'))
  const place = { region: 'us-east-1', clusterName: 'orders', portBase: 0 }
  await database().addressMemory.createMany({
    data: [
      { ...place, nodeId: 1, subnetId: 'subnet-1a', address: '127.10.1.40' },
      { ...place, nodeId: 2, subnetId: 'subnet-1b', address: '127.10.2.11' },
      { ...place, nodeId: 3, subnetId: 'subnet-other', address: '127.10.9.40' },
    ],
  })
  await create(createInput('orders'))
  expect((await nodesOf('orders')).slice(0, 3)).toEqual([
    '1 broker use1-az1 127.10.1.40',
    '2 broker use1-az2 127.10.2.13',
    '3 broker use1-az3 127.10.3.13',
  ])
})

test('zoneIds that do not follow from the subnets are refused', async () => {
  const error = await refused(
    createInput('orders', { group: { zoneIds: ['use1-az1', 'use1-az2', 'use1-az9'] } }),
  )
  expect(error.invalidParameter).toBe('zoneIds')
})

test('other machines need a name for this one; with it each broker gets a port of its own', async () => {
  const input = createInput('orders', { tags: { 'mosaik:access': 'other-machines' } })
  expect((await refused(input)).message).toContain('Set MOSAIK_ADVERTISED_HOST')
  process.env.MOSAIK_ADVERTISED_HOST = 'lab.local'
  await create(input)
  const nodes = await database().node.findMany({ orderBy: { nodeId: 'asc' } })
  expect(nodes.map(({ externalHost, externalPort }) => `${externalHost}:${externalPort}`)).toEqual([
    'lab.local:29092',
    'lab.local:29093',
    'lab.local:29094',
    ...Array.from({ length: 3 }, () => 'null:null'),
  ])
})

test.each([
  [{ 'mosaik:shape': 'round' }, 'The tag mosaik:shape takes msk or development, not "round".'],
  [{ 'mosaik:colour': 'blue' }, 'Unknown tag mosaik:colour. Mosaik reads'],
  [{ 'aws:team': 'blue' }, 'Tag keys that begin with aws: are reserved: aws:team.'],
  [{ '': 'blue' }, 'A tag key has 1 to 128 characters'],
  [{ team: 'x'.repeat(257) }, 'A tag value has at most 256 characters'],
  [
    Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${i}`, ''])),
    'A resource can have at most 50 tags.',
  ],
])('tags that cannot be: %j', async (tags, message) => {
  const error = await refused(createInput('orders', { tags }))
  expect(error.invalidParameter).toBe('tags')
  expect(error.message).toContain(message)
  expect(await database().cluster.count()).toBe(0)
})

test('a wrong tag is told before what follows from it', async () => {
  const input = { ...developmentInput('orders'), tags: { 'mosaik:shape': 'developement' } }
  expect((await refused(input)).message).toContain('The tag mosaik:shape takes')
})

test('serverless, and neither one nor the other', async () => {
  expect((await refused({ clusterName: 'x', serverless: {} })).message).toMatch(
    /^Serverless clusters are not built/,
  )
  expect((await refused({ clusterName: 'x' })).invalidParameter).toBe('provisioned')
})

class BusyHost extends FakeRuntime {
  holders: PortHolder[] = []
  memoryFreeBytes = 2 ** 40
  override async portHolders(endpoints: readonly { host: string; port: number }[] = []) {
    return this.holders.filter(({ port }) => endpoints.some((endpoint) => endpoint.port === port))
  }
  override async host() {
    return { ...(await super.host()), memoryFreeBytes: this.memoryFreeBytes }
  }
}

const onBusyHost = async (): Promise<BusyHost> => {
  await home.close()
  const runtime = new BusyHost({ clock: () => Date.now(), releases: quickRuntime().capabilities.releases })
  home = await openTestHome(runtime)
  return runtime
}

test('a foreign process on a port of MSK is named, and the block of ports is the way out', async () => {
  const runtime = await onBusyHost()
  runtime.holders = [{ host: '0.0.0.0', port: 9092, pid: 40311, command: 'nginx' }]
  const { message } = await refused(createInput('orders'))
  expect(message).toMatch(
    /^Port 9092 on 0\.0\.0\.0 is taken by process 40311 \(nginx\)\..*mosaik:ports=block/,
  )
  runtime.holders.push({ host: '127.0.0.1', port: 19_103, pid: 1, command: null })
  await create(createInput('orders', { tags: { 'mosaik:ports': 'block' } }))
  const nodes = await database().node.findMany({ orderBy: { nodeId: 'asc' } })
  expect(nodes.map(({ address, portBase }) => `${address}:${portBase}`).slice(0, 3)).toEqual([
    '127.0.0.1:19092',
    '127.0.0.1:19112',
    '127.0.0.1:19122',
  ])
})

test('a foreign process where an exporter would listen is named, for who wants that exporter', async () => {
  const runtime = await onBusyHost()
  runtime.holders = [{ host: '127.10.1.11', port: 11_002, pid: 40312, command: 'node_exporter' }]
  const exporters = (jmxExporter: boolean, nodeExporter: boolean) =>
    createInput('orders', {
      openMonitoring: {
        prometheus: {
          jmxExporter: { enabledInBroker: jmxExporter },
          nodeExporter: { enabledInBroker: nodeExporter },
        },
      },
    })
  const { message } = await refused(exporters(false, true))
  expect(message).toMatch(/^Port 11002 on 127\.10\.1\.11 is taken by process 40312 \(node_exporter\)\./)
  const { clusterArn } = await create(exporters(true, false))
  const { clusterInfo } = await describeCluster({
    ctx: testContext(),
    input: { clusterArn: clusterArn ?? '' },
  })
  expect(clusterInfo.openMonitoring).toEqual({
    prometheus: { jmxExporter: { enabledInBroker: true }, nodeExporter: { enabledInBroker: false } },
  })
})

test('what does not fit is refused with the sum, counting clusters that are still coming up', async () => {
  const runtime = await onBusyHost()
  runtime.memoryFreeBytes = 3 * 1024 ** 3
  await create(createInput('first'))
  const { message } = await refused(createInput('second'))
  expect(message).toMatch(/^The cluster needs up to 2\.1 GiB of memory and 0\.9 GiB of 1024\.0 GiB is free\./)
  expect(await database().cluster.count()).toBe(1)
})
