// @ts-check
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Kafka, logLevel } from 'kafkajs'
import { startMosaik } from '../e2e/start-mosaik.mjs'
import { api, createRequest, createTopics, deleteTimed, until } from './clusters.mjs'
import { seconds } from './statistics.mjs'

const CLUSTER = 'healed'
const TOPIC = 'kept'
const PARTITIONS = 12
const VICTIM = 3
const MIB = 1024 ** 2
const DATA_MIB = 1024
const SETTLE_MS = 20_000

/** @typedef {Awaited<ReturnType<typeof open>>} Cluster */

/**
 * How soon a broker is back that was killed, suspended by a signal, or lost its disk, on a machine that does nothing
 * else.
 *
 * @param {(what: string, bar: string, measured: string) => void} row
 */
export async function healingNumbers(row) {
  const mosaik = await startMosaik({ network: '127.124.0.0/16' })
  try {
    const cluster = await open(mosaik.url)
    await createTopics(cluster.bootstrap, [TOPIC], PARTITIONS)
    const killed = await strike(cluster, ({ pid }) => process.kill(pid, 'SIGKILL'))
    row(
      'a broker killed: restart begun / its leaders elsewhere / every replica in sync',
      '1 s / 4 s / 10 s',
      [killed.restartMs, killed.leadersMs, killed.isrMs].map(seconds).join(' / '),
    )
    const frozen = await strike(cluster, ({ pid }) => process.kill(pid, 'SIGSTOP'))
    row(
      'a broker suspended by a signal: ended and started anew / serving / every replica in sync',
      '15 s',
      [frozen.restartMs, frozen.servingMs, frozen.isrMs].map(seconds).join(' / '),
    )
    await fill(cluster.bootstrap)
    const copiedMs = await copyTimed(cluster)
    const lost = await strike(cluster, async ({ pid, directory }) => {
      process.kill(pid, 'SIGKILL')
      await rm(join(directory, 'data'), { recursive: true, force: true })
    })
    row(
      `a broker with ${DATA_MIB} MiB that lost its disk: every replica in sync, against a copy of that data by Kafka (${seconds(copiedMs)})`,
      '1.5',
      `${(lost.isrMs / copiedMs).toFixed(2)} (${seconds(lost.isrMs)})`,
    )
    await deleteTimed(mosaik.url, cluster.arn)
  } finally {
    await mosaik.dispose()
  }
}

/** @param {string} url */
async function open(url) {
  const request = createRequest(CLUSTER, 'msk')
  const { brokerNodeGroupInfo } = request.provisioned
  const body = {
    ...request,
    provisioned: {
      ...request.provisioned,
      brokerNodeGroupInfo: { ...brokerNodeGroupInfo, storageInfo: { ebsStorageInfo: { volumeSize: 20 } } },
    },
  }
  const { clusterArn: arn } = await api(url, '/api/v2/clusters', { method: 'POST', body })
  const path = `/v1/clusters/${encodeURIComponent(arn)}`
  await until(async () => (await api(url, path)).clusterInfo.state === 'ACTIVE')
  const { bootstrapBrokerString: bootstrap } = await api(url, `${path}/bootstrap-brokers`)
  const node = `/api/console/clusters/${String(arn.split('/')[2]).slice(0, 36)}/nodes/${VICTIM}`
  return { arn, bootstrap, node: () => api(url, node) }
}

/**
 * What became of a broker after a fault, milliseconds after it.
 *
 * @param {Cluster} cluster
 * @param {(node: { pid: number, directory: string }) => Promise<void> | boolean} fault
 */
async function strike({ bootstrap, node }, fault) {
  await sleep(SETTLE_MS)
  const others = bootstrap.split(',').filter((_, index) => index !== VICTIM - 1)
  const admin = new Kafka({ brokers: others, logLevel: logLevel.NOTHING }).admin()
  await admin.connect()
  const partitions = async () =>
    (await admin.fetchTopicMetadata({ topics: [TOPIC] })).topics[0]?.partitions ?? []
  const before = await node()
  const at = Date.now()
  await fault(before)
  /** @type {{ leadersMs?: number, isrMs?: number }} */
  const seen = {}
  let left = false
  await until(async () => {
    const now = await partitions()
    if (now.every(({ leader }) => leader !== VICTIM)) seen.leadersMs ??= Date.now() - at
    left ||= now.some(({ isr }) => !isr.includes(VICTIM))
    if (left && now.every(({ isr }) => isr.length === 3)) seen.isrMs ??= Date.now() - at
    return seen.isrMs !== undefined
  })
  await admin.disconnect()
  await until(async () => (await node()).health === 'serving')
  const [boot] = (await node()).boots
  return {
    restartMs: Date.parse(boot.startedAt) - at,
    servingMs: boot.servingAt === null ? Number.NaN : Date.parse(boot.servingAt) - at,
    leadersMs: seen.leadersMs ?? Number.NaN,
    isrMs: seen.isrMs ?? Number.NaN,
  }
}

/** So many bytes on every broker. @param {string} bootstrap */
async function fill(bootstrap) {
  const producer = new Kafka({ brokers: bootstrap.split(','), logLevel: logLevel.NOTHING }).producer()
  await producer.connect()
  const value = Buffer.alloc(MIB / 2, 'x')
  for (let sent = 0; sent < DATA_MIB; sent += PARTITIONS / 2) {
    const messages = Array.from({ length: PARTITIONS }, (_, partition) => ({ partition, value }))
    await producer.send({ topic: TOPIC, acks: -1, messages })
  }
  await producer.disconnect()
}

/** How long Kafka takes to copy them all to a broker that held none. @param {Cluster} cluster */
async function copyTimed({ bootstrap }) {
  const admin = new Kafka({ brokers: bootstrap.split(','), logLevel: logLevel.NOTHING }).admin()
  await admin.connect()
  const placed = async (/** @type {number[]} */ replicas) => {
    const at = performance.now()
    const partitionAssignment = Array.from({ length: PARTITIONS }, (_, partition) => ({
      partition,
      replicas,
    }))
    await admin.alterPartitionReassignments({ topics: [{ topic: TOPIC, partitionAssignment }] })
    await until(async () => {
      const { topics } = await admin.fetchTopicMetadata({ topics: [TOPIC] })
      return topics[0]?.partitions.every(({ isr }) => isr.length === replicas.length) ?? false
    })
    return performance.now() - at
  }
  await placed([1, 2])
  await sleep(SETTLE_MS)
  const tookMs = await placed([1, 2, VICTIM])
  await admin.disconnect()
  return tookMs
}
