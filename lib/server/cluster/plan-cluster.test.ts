import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { createPlanSchema, type CreatePlanInput } from '@/lib/contract/console/plan'
import { createClusterV2Input } from '@/lib/contract/msk/create-cluster'
import { database } from '../process'
import { openTestHome, type TestHome } from '../testing/home'
import { createInput, testContext } from '../testing/requests'
import { createClusterV2 } from './create-cluster'
import { createConfiguration } from '../configuration/create-configuration'
import { planCluster } from './plan-cluster'

let home: TestHome<FakeRuntime>

beforeEach(async () => {
  home = await openTestHome()
})
afterEach(() => home.close())

const CHOICES: CreatePlanInput = {
  clusterName: 'orders',
  kafkaVersion: '4.3.1',
  shape: 'MSK',
  profile: 'lab',
  access: 'THIS_MACHINE',
  brokersPerZone: 2,
  instanceType: 'kafka.m5.large',
  volumeSizeGiB: 10,
}

const plan = async (change: Partial<CreatePlanInput> = {}, region = 'us-east-1') =>
  createPlanSchema.parse(await planCluster({ ctx: testContext(), input: { ...CHOICES, ...change, region } }))

test('a plan says what would be made, in which steps, and what it takes; nothing is stored', async () => {
  const { nodes, zones, steps, refusals, memoryBytes, fileDescriptors, release } = await plan()
  expect(refusals).toEqual([])
  expect(zones.map(({ zoneId }) => zoneId)).toEqual(['use1-az1', 'use1-az2', 'use1-az3'])
  expect(nodes).toHaveLength(9)
  expect(nodes[3]).toEqual({ nodeId: 4, role: 'broker', zoneId: 'use1-az1', endpoint: '127.10.1.12:9092' })
  expect(steps.map(({ step }) => step)).toEqual(['release', 'nodes', 'quorum', 'verify'])
  expect(steps[1]?.nodes.toSorted((a, b) => a - b)).toEqual(nodes.map(({ nodeId }) => nodeId))
  expect(release).toEqual({ release: '4.3.1', state: 'missing' })
  expect(memoryBytes.needed).toBe((6 * (256 + 128) + 3 * (192 + 128)) * 1024 ** 2)
  expect(fileDescriptors.limit).toBeGreaterThan(fileDescriptors.needed)
  expect(await database().cluster.count()).toBe(0)
  expect(await database().subnet.count()).toBe(0)
})

test('the request of a plan, sent as it is, makes the cluster of the plan', async () => {
  for (const shape of ['MSK', 'DEVELOPMENT'] as const) {
    const { request, nodes } = await plan({ shape, brokersPerZone: 1, clusterName: shape.toLowerCase() })
    const { clusterArn } = await createClusterV2({
      ctx: testContext(),
      input: createClusterV2Input.parse(request),
    })
    const made = await database().node.findMany({
      where: { cluster: { arn: clusterArn } },
      orderBy: { nodeId: 'asc' },
    })
    const planned = nodes.map(({ nodeId, endpoint }) => `${nodeId} ${endpoint.split(':')[0]}`)
    expect(made.map(({ nodeId, address }) => `${nodeId} ${address}`)).toEqual(planned)
  }
})

test('every refusal is told, by the rule that was broken', async () => {
  await createClusterV2({ ctx: testContext(), input: createInput('orders') })
  const { refusals } = await plan({ access: 'OTHER_MACHINES' })
  expect(refusals).toEqual([
    { rule: 'nameTaken', parameters: { name: 'orders', region: 'us-east-1' } },
    { rule: 'noAdvertisedHost', parameters: {} },
  ])
  const wrong = await plan({ clusterName: 'a b', kafkaVersion: '9.9.9', volumeSizeGiB: 0 })
  expect(wrong.refusals.map(({ rule }) => rule)).toEqual(['nameCharacters', 'version', 'volumeSize'])
  expect(wrong.nodes).toEqual([])
  const old = await plan({ clusterName: 'x', shape: 'DEVELOPMENT', brokersPerZone: 1, kafkaVersion: '2.2.1' })
  expect(old.refusals.map(({ rule }) => rule)).toEqual(['versionNeedsZones'])
})

test('equal plans have equal hashes, another choice has another', async () => {
  const first = await plan()
  expect((await plan()).hash).toBe(first.hash)
  expect((await plan({ profile: 'server' })).hash).not.toBe(first.hash)
  expect((await plan({ ports: 'BLOCK' })).hash).not.toBe(first.hash)
})

test('the expected time is that of real creations on equal nodes, newest first', async () => {
  const at = (seconds: number) => new Date(1_000_000_000_000 + seconds * 1000)
  const three = [1, 2, 3, 10001, 10002, 10003]
  for (const [index, nodeIds, state] of [
    [1, three, 'UPDATE_COMPLETE'],
    [2, [1], 'UPDATE_COMPLETE'],
    [3, three, 'UPDATE_COMPLETE'],
    [4, three, 'UPDATE_FAILED'],
    [5, three, 'UPDATE_COMPLETE'],
    [6, three, 'UPDATE_COMPLETE'],
    [7, [...three, 4, 5, 6], 'UPDATE_COMPLETE'],
  ] as const) {
    await database().operation.create({
      data: {
        id: String(index),
        arn: String(index),
        clusterId: 'gone',
        clusterArn: 'gone',
        clusterName: 'gone',
        region: 'us-east-1',
        kind: 'CREATE',
        state,
        targetGeneration: 1,
        createdAt: at(0),
        endedAt: at(index),
        rows: {
          create: [-1, ...nodeIds].map((nodeId) => {
            return { step: 'nodes', nodeId, phase: 'done', since: at(0), startedAt: at(0) }
          }),
        },
      },
    })
  }
  expect((await plan({ brokersPerZone: 1 })).lastDurationsMs).toEqual([6000, 5000, 3000])
  expect((await plan({ brokersPerZone: 2 })).lastDurationsMs).toEqual([7000])
  expect((await plan({ shape: 'DEVELOPMENT', brokersPerZone: 1 })).lastDurationsMs).toEqual([2000])
})

test('the command survives a name and tags that a shell would read', async () => {
  const { command } = await plan({ clusterName: "o'rders; rm -rf /", profile: 'server' })
  expect(command).toContain(`--cluster-name 'o'\\''rders; rm -rf /'`)
  expect(command).toContain('--tags mosaik:profile=server')
})

test('chosen subnets and tags are in the request, and both texts say them', async () => {
  const tags = { team: 'blue', note: 'a, "b" and ${c}' }
  const { request, zones, nodes, command, terraform } = await plan({
    subnets: ['subnet-0f1', 'subnet-1c'],
    tags,
    profile: 'server',
  })
  expect(request).toMatchObject({
    tags: { ...tags, 'mosaik:profile': 'server' },
    provisioned: { numberOfBrokerNodes: 4 },
  })
  expect(zones.map(({ subnetId, zoneName }) => `${subnetId} ${zoneName}`)).toEqual([
    'subnet-0f1 us-east-1a',
    'subnet-1c us-east-1c',
  ])
  expect(nodes.filter(({ role }) => role === 'controller')).toHaveLength(3)
  // The CLI's short form would read a comma as the next tag.
  expect(command).toContain(`--tags '${JSON.stringify({ ...tags, 'mosaik:profile': 'server' })}'`)
  expect(terraform).toContain('"note"           = "a, \\"b\\" and $${c}"')
})

test('the exporters of open monitoring are in the request where one is wanted, and both texts say them', async () => {
  const both = { jmxExporter: true, nodeExporter: false }
  const { request, command, terraform, openMonitoring } = await plan({ openMonitoring: both })
  expect(openMonitoring).toEqual(both)
  expect(request).toMatchObject({
    provisioned: {
      openMonitoring: {
        prometheus: { jmxExporter: { enabledInBroker: true }, nodeExporter: { enabledInBroker: false } },
      },
    },
  })
  expect(command).toMatch(/"JmxExporter": \{\s+"EnabledInBroker": true/)
  expect(terraform).toContain(
    [
      '  open_monitoring {',
      '    prometheus {',
      '      jmx_exporter {',
      '        enabled_in_broker = true',
      '      }',
      '      node_exporter {',
      '        enabled_in_broker = false',
      '      }',
      '    }',
      '  }',
    ].join('\n'),
  )
  const without = await plan({ openMonitoring: { jmxExporter: false, nodeExporter: false } })
  expect(`${JSON.stringify(without.request)}${without.terraform}`).not.toMatch(/open_?monitoring/i)
})

test.each([
  ['orders', 'orders'],
  ['9-lives', 'cluster-9-lives'],
])('Terraform knows the cluster %s as %s', async (clusterName, resource) => {
  const { terraform } = await plan({ clusterName })
  expect(terraform).toContain(`resource "aws_msk_cluster" "${resource}" {`)
  expect(terraform).toContain(`value = aws_msk_cluster.${resource}.bootstrap_brokers`)
})

test('a revision is asked for in all three ways, and one that there is not is told', async () => {
  const serverProperties = Buffer.from('num.partitions=3').toString('base64')
  const { arn } = await createConfiguration({ ctx: testContext(), input: { name: 'shop', serverProperties } })
  const configurationInfo = { arn, revision: 1 }
  const { request, command, terraform, refusals } = await plan({ configurationInfo })
  expect(refusals).toEqual([])
  expect(request).toMatchObject({ provisioned: { configurationInfo } })
  expect(command).toMatch(/"ConfigurationInfo": \{\s+"Arn": "arn:.*",\s+"Revision": 1/)
  expect(terraform).toMatch(/configuration_info \{\s+arn\s+= "arn:.*"\s+revision = 1\s+\}/)
  const clean = await plan({ cleanElections: true })
  expect(clean.refusals).toEqual([])
  expect(clean.command).toContain('configuration/mosaik-clean-elections/')
  const missing = await plan({ configurationInfo: { arn, revision: 2 } })
  expect(missing.refusals).toMatchObject([{ rule: 'configurationRevision' }])
})
