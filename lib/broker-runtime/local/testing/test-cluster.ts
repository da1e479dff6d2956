import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { ClusterSpecification } from '@/lib/domain/cluster'
import { nodeSpecification, type NodeIdentity } from '@/lib/domain/kafka-properties'
import { KAFKA_RELEASES, type KafkaRelease } from '@/lib/domain/kafka-version'
import {
  endpointOf,
  FIRST_CONTROLLER_ID,
  formatEndpoint,
  servesClients,
  type NodeSpecification,
} from '@/lib/domain/node'
import { NO_OPEN_MONITORING, type OpenMonitoring } from '@/lib/domain/open-monitoring'
import { isKnown, type NodeId, type Proc } from '@/lib/domain/plan/world'
import { PLAIN_ZONES, plainSpecification } from '@/lib/domain/testing/plain-specification'
import type { BrokerRuntime, ClusterRef, NodeRef } from '../../runtime'
import { createLocalRuntime } from '../local-runtime'
import { createReleases, type Releases } from '../release/releases'
import { localSettings, type LocalSettings } from '../settings'
import { claimAddresses, type ClaimedAddresses } from './claim-addresses'

/** A cluster of the local driver for tests: real processes, a home of its own, a block of addresses of its own. */
export type TestCluster = {
  settings: LocalSettings
  releases: Releases
  runtime: BrokerRuntime
  cluster: ClusterRef
  specification: ClusterSpecification
  specifications: readonly NodeSpecification[]
  node(id: NodeId): NodeRef
  start(id: NodeId, directory?: 'fresh' | 'existing', epoch?: number): Promise<void>
  startAll(): Promise<void>
  processes(): Promise<Readonly<Record<NodeId, Proc>>>
  allRun(): Promise<Readonly<Record<NodeId, Proc>>>
  /** Waits until a look shows what is meant, and returns what it saw. */
  until(
    what: string,
    holds: (processes: Readonly<Record<NodeId, Proc>>) => boolean,
    msMax?: number,
  ): Promise<Readonly<Record<NodeId, Proc>>>
  end(): Promise<void>
}

export type TestClusterShape = {
  release: KafkaRelease
  shape: 'MSK' | 'DEVELOPMENT'
  settings?: Partial<LocalSettings>
  openMonitoring?: OpenMonitoring
}

const KAFKA_CLUSTER_ID = 'TestCluster00000000000'

export async function testCluster(wanted: TestClusterShape): Promise<TestCluster> {
  const home = await mkdtemp(join(tmpdir(), 'mosaik-local-'))
  const settings = { ...localSettings(home, process.env), ...wanted.settings }
  const releases = createReleases(settings)
  const runtime = createLocalRuntime(settings, releases)
  const id = `test-${randomBytes(6).toString('hex')}`
  const cluster = { id, arn: `arn:aws:kafka:us-east-1:000000000000:cluster/${id}/x`, name: id }
  const addresses = await claimAddresses()
  const { specification, nodes: specifications } = specificationsOf(wanted, addresses)
  const node = (nodeId: NodeId): NodeRef => ({ cluster, nodeId, role: specificationOf(nodeId).role })
  const specificationOf = (nodeId: NodeId): NodeSpecification => {
    const found = specifications.find((each) => each.nodeId === nodeId)
    if (!found) throw new Error(`No node ${nodeId} in this test.`)
    return found
  }
  const start: TestCluster['start'] = (nodeId, directory = 'fresh', epoch = 1) =>
    runtime.apply(cluster, {
      do: 'start',
      node: node(nodeId),
      specification: specificationOf(nodeId),
      assigned: { generation: 1, hash: `hash-${nodeId}` },
      directory,
      epoch,
    })
  const processes: TestCluster['processes'] = async () => {
    const { processes: seen } = await runtime.observe(cluster)
    if (!isKnown(seen)) throw new Error(seen.unknown)
    return seen.value
  }
  const until: TestCluster['until'] = async (what, holds, msMax = 60_000) => {
    const deadline = Date.now() + msMax
    for (;;) {
      const seen = await processes()
      if (holds(seen)) return seen
      if (Date.now() > deadline)
        throw new Error(`Not seen in ${msMax} ms: ${what}. Last: ${JSON.stringify(seen)}`)
      await sleep(25)
    }
  }
  await releases.prepare(wanted.release, undefined, {
    jmxExporter: wanted.openMonitoring?.jmxExporter === true,
  })
  return {
    settings,
    releases,
    runtime,
    cluster,
    specification,
    specifications,
    node,
    start,
    startAll: async () => {
      for (const { nodeId } of specifications) await start(nodeId)
    },
    processes,
    until,
    allRun: () =>
      until('all nodes run', (seen) =>
        specifications.every(({ nodeId }) => seen[nodeId]?.state === 'running'),
      ),
    end: async () => {
      await runtime.destroyCluster(cluster, Number.MAX_SAFE_INTEGER)
      await rm(home, { recursive: true, force: true })
      await addresses.free()
    },
  }
}

function specificationsOf(
  { release, shape, openMonitoring = NO_OPEN_MONITORING }: TestClusterShape,
  addresses: ClaimedAddresses,
): { specification: ClusterSpecification; nodes: readonly NodeSpecification[] } {
  const used = PLAIN_ZONES.slice(0, shape === 'DEVELOPMENT' ? 1 : 3)
  const mode = KAFKA_RELEASES[release]
  const specification = plainSpecification({
    kafkaVersion: release,
    release,
    mode,
    shape,
    brokerCount: used.length,
    volumeSizeGiB: 1,
    zones: [...used],
    openMonitoring,
  })
  const place = (zone: number, host: number): NodeIdentity['place'] => ({
    address: addresses.of(zone, host),
    portBase: 0,
    external: null,
  })
  const brokers = used.map(({ zoneId }, index): NodeIdentity => {
    const role = shape === 'DEVELOPMENT' ? 'combined' : 'broker'
    return { nodeId: index + 1, role, zoneId, place: place(index, 11) }
  })
  const voters = used.map(({ zoneId }, index): NodeIdentity => {
    const role = mode === 'ZOOKEEPER' ? 'zookeeper' : 'controller'
    return { nodeId: FIRST_CONTROLLER_ID + index, role, zoneId, place: place(index, 12) }
  })
  const nodes = shape === 'DEVELOPMENT' ? brokers : [...voters, ...brokers]
  const context = { specification, kafkaClusterId: KAFKA_CLUSTER_ID, nodes }
  return { specification, nodes: nodes.map((each) => nodeSpecification(context, each)) }
}

/** Kafka's own tools create a topic, produce and consume. */
export async function createsProducesConsumes({ releases, specifications }: TestCluster): Promise<void> {
  const broker = specifications.find(({ role }) => servesClients(role))
  const ready = broker && (await releases.ready(broker.release))
  if (!ready) throw new Error('There is no broker to produce to.')
  const bootstrap = formatEndpoint(endpointOf(broker.place, 'client'))
  const tool = async (...words: string[]): Promise<void> => {
    const flags = [
      '-XX:TieredStopAtLevel=1',
      '-XX:+UseSerialGC',
      '-Xmx128m',
      '-cp',
      ready.kafka.classPath.join(':'),
    ]
    await promisify(execFile)(ready.java.executable, [...flags, ...words], { timeout: 30_000 })
  }
  const topic = ['--topic', 'created-by-a-test', '--partitions', '3', '--replication-factor', '1']
  const zookeeper = broker.properties['zookeeper.connect'] ?? ''
  // The tool of 1.1 speaks to ZooKeeper only.
  const where = broker.release === '1.1.1' ? ['--zookeeper', zookeeper] : ['--bootstrap-server', bootstrap]
  const since3 = !['1', '2'].includes(broker.release.charAt(0))
  await tool(
    since3 ? 'org.apache.kafka.tools.TopicCommand' : 'kafka.admin.TopicCommand',
    ...where,
    '--create',
    ...topic,
  )
  const latency = `${since3 ? 'org.apache.kafka' : 'kafka'}.tools.EndToEndLatency`
  const exchange = (): Promise<void> => tool(latency, bootstrap, 'created-by-a-test', '10', '1', '100')
  // It gives up where a broker has not heard of the new topic yet.
  await exchange().catch(() => exchange())
}

/** Kafka's own ApiVersions request, the smallest there is: whoever answers it serves. */
export function answersKafka(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port })
    const done = (answers: boolean): void => {
      socket.destroy()
      resolve(answers)
    }
    socket.setTimeout(1000, () => done(false))
    socket.once('error', () => done(false))
    socket.once('data', () => done(true))
    socket.once('connect', () => socket.write(Buffer.from('0000000a001200000000002affff', 'hex')))
  })
}
