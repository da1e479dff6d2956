// @ts-check
import { setTimeout as sleep } from 'node:timers/promises'
import { Kafka, logLevel } from 'kafkajs'
import { api, createRequest, deleteTimed, describeP99, until } from './clusters.mjs'
import { cpuMsOf, pidsOf, threadCpuMs } from './processes.mjs'
import { startMosaik } from '../e2e/start-mosaik.mjs'

/**
 * What measuring costs: three controllers and three brokers of 1,000 topics, each replicated thrice and each written
 * to, at the level that asks for topics. The CPU time of the nodes is read while Mosaik measures them and while it is
 * stopped; their difference and all that Mosaik itself took, whatever for, is the cost. The brokers have the heap of
 * their type: in the small one of the lab profile so many replicas barely fit, and collecting its garbage goes up and
 * down by half a core by itself.
 */

const CLUSTER = 'measured'
const TOPICS = 1_000
const TOPICS_AT_ONCE = 50
const PARTITIONS = 3
const NODES = [1, 2, 3, 10_001, 10_002, 10_003]
const MEASURE_MS = 60_000
const AGENT = ['jolokia', 'HTTP-Dispatcher']
const TURNS = 2
/** Topics are read once a minute, and what was written must have come to rest. */
const SETTLE_MS = 90_000

/** @typedef {Awaited<ReturnType<typeof startMosaik>>} Mosaik */
/** @typedef {Awaited<ReturnType<typeof shares>>} Turn */

/** @param {(what: string, bar: string, measured: string) => void} row */
export async function metricsCostNumbers(row) {
  const mosaik = await startMosaik({ network: '127.73.0.0/16' })
  try {
    const arn = await create(mosaik)
    const { bootstrapBrokerString } = await api(
      mosaik.url,
      `/v1/clusters/${encodeURIComponent(arn)}/bootstrap-brokers`,
    )
    await writeTopics(bootstrapBrokerString)
    const pids = [...(await pidsOf(mosaik.url, String(arn.split('/')[2]).slice(0, 36), NODES)).values()]
    /** @type {Turn[]} */
    const turns = []
    for (let turn = 0; turn < TURNS; turn++) {
      await sleep(SETTLE_MS)
      const on = await shares(pids, [await mosaik.serverPid()])
      await mosaik.interrupt()
      await sleep(SETTLE_MS / 3)
      const off = await shares(pids, [])
      turns.push({ ...on, nodes: on.nodes - off.nodes })
      await mosaik.start()
    }
    const mean = (/** @type {keyof Turn} */ of) =>
      percent(turns.reduce((sum, turn) => sum + turn[of], 0) / turns.length)
    const all = turns.map((turn) => ({ ...turn, nodes: turn.nodes + turn.server }))
    row(
      'measuring 3 brokers with 1,000 topics per topic, of one core',
      '10 %',
      `${percent(all.reduce((sum, { nodes }) => sum + nodes, 0) / all.length)} (nodes ${mean('nodes')}, of it their agents ${mean('agents')}; Mosaik in all ${mean('server')})`,
    )
    await sleep(SETTLE_MS)
    row(
      'DescribeCluster p99 at 50 requests/s meanwhile',
      '20 ms',
      `${(await describeP99(mosaik.url, arn)).toFixed(1)} ms`,
    )
    await deleteTimed(mosaik.url, arn)
  } finally {
    await mosaik.dispose()
  }
}

/** @param {number} share */
const percent = (share) => `${(100 * share).toFixed(1)} %`

/** @param {Mosaik} mosaik */
async function create({ url }) {
  const body = { ...createRequest(CLUSTER, 'msk'), tags: { 'mosaik:profile': 'server' } }
  const provisioned = { ...body.provisioned, enhancedMonitoring: 'PER_TOPIC_PER_BROKER' }
  const { clusterArn } = await api(url, '/api/v2/clusters', {
    method: 'POST',
    body: { ...body, provisioned },
  })
  const path = `/v1/clusters/${encodeURIComponent(clusterArn)}`
  await until(async () => (await api(url, path)).clusterInfo.state === 'ACTIVE')
  return clusterArn
}

/** Brokers count for a topic from its first record on. @param {string} bootstrap */
async function writeTopics(bootstrap) {
  const kafka = new Kafka({
    brokers: bootstrap.split(','),
    logLevel: logLevel.NOTHING,
    requestTimeout: 120_000,
    retry: { retries: 60, maxRetryTime: 2_000 },
  })
  const [admin, producer] = [kafka.admin(), kafka.producer()]
  await Promise.all([admin.connect(), producer.connect()])
  const names = Array.from({ length: TOPICS }, (_, index) => `topic-${index}`)
  const partitions = Array.from({ length: PARTITIONS }, (_, partition) => partition)
  for (let first = 0; first < TOPICS; first += TOPICS_AT_ONCE) {
    const some = names.slice(first, first + TOPICS_AT_ONCE)
    const topics = some.map((topic) => ({ topic, numPartitions: PARTITIONS, replicationFactor: 3 }))
    await admin.createTopics({ waitForLeaders: false, timeout: 60_000, topics })
    await until(() => areWhole(admin, some))
    const messages = partitions.map((partition) => ({ partition, value: 'x'.repeat(1_000) }))
    await producer.sendBatch({ acks: -1, topicMessages: some.map((topic) => ({ topic, messages })) })
  }
  await Promise.all([admin.disconnect(), producer.disconnect()])
}

/** @param {import('kafkajs').Admin} admin @param {string[]} names */
async function areWhole(admin, names) {
  try {
    const { topics } = await admin.fetchTopicMetadata({ topics: names })
    return topics.every(
      ({ partitions }) => partitions.length === PARTITIONS && partitions.every(({ isr }) => isr.length === 3),
    )
  } catch {
    // A broker that has not heard of them yet says that there are none.
    return false
  }
}

/**
 * CPU time over a while, as shares of one core: of the nodes, of their agents among it, and of Mosaik.
 *
 * @param {readonly number[]} nodes
 * @param {readonly number[]} servers
 */
async function shares(nodes, servers) {
  const sum = (/** @type {readonly number[]} */ pids) =>
    pids.reduce((all, pid) => all + (cpuMsOf(pid) ?? Number.NaN), 0)
  const taken = () => ({ nodes: sum(nodes), agents: threadCpuMs(nodes, AGENT), server: sum(servers) })
  const [begunMs, before] = [performance.now(), taken()]
  await sleep(MEASURE_MS)
  const [tookMs, after] = [performance.now() - begunMs, taken()]
  return {
    nodes: (after.nodes - before.nodes) / tookMs,
    agents: (after.agents - before.agents) / tookMs,
    server: (after.server - before.server) / tookMs,
  }
}
