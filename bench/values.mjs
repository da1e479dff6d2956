// @ts-check
import { execFile } from 'node:child_process'
import { cpus } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch'
import { Kafka, logLevel } from 'kafkajs'
import { createTimed, deleteTimed } from './clusters.mjs'
import { storedSums } from './metrics.mjs'
import { cpuMsOf, pidsOf } from './processes.mjs'
import { startMosaik } from '../e2e/start-mosaik.mjs'

/**
 * Figures as CloudWatch's own SDK reads them, held against counts that nobody of Mosaik made: what Kafka's producers
 * say they sent, and what the kernel says the brokers' processes took. In the three minutes there are a burst and the
 * restart of a broker. What a broker counted between its last reading and its end is known to nobody.
 */

const CLUSTER = 'values'
const TOPIC = 'counted'
const BROKERS = [1, 2, 3]
const RESTARTED = 3
const STEADY = { records: 90_000, perSecond: 500 }
const BURST = { records: 60_000, perSecond: 6_000 }
const BURST_AFTER_MS = 60_000
const RESTART_AFTER_MS = 100_000
const RECORD_BYTES = 1_000
const STEP_MS = 10_000
const FIVE_MINUTES_MS = 300_000
const PERIODS_MS = [STEP_MS, 60_000, FIVE_MINUTES_MS]
/** Until a reading of a step that is over is there for sure. */
const READ_AFTER_MS = 2 * STEP_MS

/** @typedef {Awaited<ReturnType<typeof startMosaik>>} Mosaik */
/** @typedef {{ from: number, to: number }} Window */
/** @typedef {{ at: number, value: number }} Point */

/** @param {(what: string, bar: string, measured: string) => void} row */
export async function valueNumbers(row) {
  const mosaik = await startMosaik({ network: '127.72.0.0/16' })
  try {
    const { arn, bootstrap } = await createTimed(mosaik.url, CLUSTER, 'msk')
    const id = String(arn.split('/')[2]).slice(0, 36)
    await createTopic(bootstrap)
    await sleep(3 * STEP_MS)
    const from = stepAfter(Date.now())
    const cpu = watchCpu(mosaik.url, id)
    const sent = await load(mosaik, id)
    await sleep(READ_AFTER_MS)
    const to = stepAfter(Date.now()) - STEP_MS
    const ticks = await cpu.end()
    await sleep(READ_AFTER_MS)

    const read = reader(mosaik.url)
    const window = { from, to }
    const counted = await totals(read, window)
    row('BytesInPerSec and what the producers sent', '3 %', difference(counted.bytes, sent.bytes))
    row('MessagesInPerSec and the records they sent', '3 %', difference(counted.records, sent.records))
    row('CpuIdle and the ticks of the processes, worst broker', '3 %', await idle(read, window, ticks))

    const fives = { from: floor(from, FIVE_MINUTES_MS), to: floor(to, FIVE_MINUTES_MS) + FIVE_MINUTES_MS }
    const before = await sums(read, fives)
    await mosaik.interrupt()
    const after = await storedSums(mosaik.home, BROKERS.map(seriesOf), fives, PERIODS_MS)
    const all = [...before, ...after]
    row(
      'Sum and SampleCount at 10 s, 1 min and 5 min, before and after the roll-up',
      'equal',
      all.every((each) => each === all[0]) ? 'equal' : all.join(' and '),
    )
    await mosaik.start()
    await deleteTimed(mosaik.url, arn)
  } finally {
    await mosaik.dispose()
  }
}

/** @param {number} at @param {number} periodMs */
const floor = (at, periodMs) => Math.floor(at / periodMs) * periodMs
/** @param {number} at */
const stepAfter = (at) => floor(at, STEP_MS) + STEP_MS

/** @param {number} counted @param {number} sent */
const difference = (counted, sent) =>
  `${((100 * (counted - sent)) / sent).toFixed(2)} % (${Math.round(counted)} and ${sent})`

/** @param {string} bootstrap */
async function createTopic(bootstrap) {
  const kafka = new Kafka({
    brokers: bootstrap.split(','),
    logLevel: logLevel.NOTHING,
    retry: { retries: 20 },
  })
  const admin = kafka.admin()
  await admin.connect()
  await admin.createTopics({
    waitForLeaders: true,
    topics: [{ topic: TOPIC, numPartitions: 6, replicationFactor: 3 }],
  })
  await admin.disconnect()
}

/**
 * Three minutes of records, the burst and the restart.
 *
 * @param {Mosaik} mosaik
 * @param {string} id
 */
async function load(mosaik, id) {
  const burst = async () => {
    await sleep(BURST_AFTER_MS)
    return produce(mosaik.env, BURST)
  }
  const restart = async () => {
    await sleep(RESTART_AFTER_MS)
    const pid = (await pidsOf(mosaik.url, id, [RESTARTED])).get(RESTARTED)
    if (pid) process.kill(pid, 'SIGTERM')
  }
  const [one, other] = await Promise.all([produce(mosaik.env, STEADY), burst(), restart()])
  return { bytes: one.bytes + other.bytes, records: one.records + other.records }
}

/**
 * By Kafka's own tool, which counts bytes of record batches as a broker does.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {{ records: number, perSecond: number }} pace
 */
async function produce(env, { records, perSecond }) {
  const words = ['kafka', CLUSTER, 'producer-perf-test', '--topic', TOPIC, '--print-metrics']
  const pace = ['--num-records', String(records), '--throughput', String(perSecond)]
  const size = ['--record-size', String(RECORD_BYTES), '--producer-props', 'acks=all']
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['bin/mosaik.mjs', ...words, ...pace, ...size],
    { env, maxBuffer: 2 ** 24 },
  )
  const of = (/** @type {string} */ name) =>
    Number(new RegExp(`producer-topic-metrics:${name}:\\{[^}]*\\}\\s*:\\s*([\\d.]+)`).exec(stdout)?.[1])
  return { bytes: of('byte-total'), records: of('record-send-total') - of('record-error-total') }
}

/** @param {number} broker */
const dimensionsOf = (broker) => ({ 'Cluster Name': CLUSTER, 'Broker ID': String(broker) })
/** @param {number} broker */
const seriesOf = (broker) => ({
  region: 'us-east-1',
  metric: 'BytesInPerSec',
  dimensions: dimensionsOf(broker),
})

/** @typedef {(metric: string, broker: number, stat: string, periodMs: number, window: Window) => Promise<Point[]>} Read */

/** @param {string} endpoint @returns {Read} */
function reader(endpoint) {
  const client = new CloudWatchClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
  })
  return async (metric, broker, stat, periodMs, { from, to }) => {
    const Dimensions = Object.entries(dimensionsOf(broker)).map(([Name, Value]) => ({ Name, Value }))
    const Metric = { Namespace: 'AWS/Kafka', MetricName: metric, Dimensions }
    const { MetricDataResults } = await client.send(
      new GetMetricDataCommand({
        MetricDataQueries: [{ Id: 'm', MetricStat: { Metric, Period: periodMs / 1000, Stat: stat } }],
        StartTime: new Date(from),
        EndTime: new Date(to),
        ScanBy: 'TimestampAscending',
      }),
    )
    const [result] = MetricDataResults ?? []
    return (result?.Timestamps ?? []).map((at, index) => ({
      at: at.getTime(),
      value: result?.Values?.[index] ?? Number.NaN,
    }))
  }
}

/** What all brokers counted: each rate stands for its step. @param {Read} read @param {Window} window */
async function totals(read, window) {
  const total = async (/** @type {string} */ metric) => {
    const points = await Promise.all(
      BROKERS.map((broker) => read(metric, broker, 'Average', STEP_MS, window)),
    )
    return points.flat().reduce((sum, { value }) => sum + (value * STEP_MS) / 1000, 0)
  }
  return { bytes: await total('BytesInPerSec'), records: await total('MessagesInPerSec') }
}

/** Sum and SampleCount of the window at each period. @param {Read} read @param {Window} window */
async function sums(read, window) {
  const found = []
  for (const periodMs of PERIODS_MS) {
    const of = async (/** @type {string} */ stat) => {
      const points = await Promise.all(
        BROKERS.map((broker) => read('BytesInPerSec', broker, stat, periodMs, window)),
      )
      return points.flat().reduce((sum, { value }) => sum + value, 0)
    }
    found.push(`${await of('Sum')} of ${await of('SampleCount')}`)
  }
  return found
}

/** @typedef {{ at: number, pid: number, cpuMs: number }} Tick */

/**
 * CPU time of the brokers' processes, read each second beside Mosaik.
 *
 * @param {string} url
 * @param {string} id
 */
function watchCpu(url, id) {
  const ticks = new Map(BROKERS.map((broker) => [broker, /** @type {Tick[]} */ ([])]))
  const ending = new AbortController()
  const watching = (async () => {
    while (!ending.signal.aborted) {
      for (const [broker, pid] of await pidsOf(url, id, BROKERS)) {
        const cpuMs = cpuMsOf(pid)
        if (cpuMs !== null) ticks.get(broker)?.push({ at: Date.now(), pid, cpuMs })
      }
      await sleep(1_000)
    }
  })()
  return {
    async end() {
      ending.abort()
      await watching
      return ticks
    },
  }
}

/**
 * The mean of all points, and of the same time by the kernel; of the broker that was restarted from its new start on.
 *
 * @param {Read} read
 * @param {Window} window
 * @param {Map<number, Tick[]>} ticks
 */
async function idle(read, window, ticks) {
  const vcpus = Math.min(2, cpus().length)
  let worst = { share: 0, words: '' }
  for (const [broker, all] of ticks) {
    const own = all.filter(({ pid }) => pid === all.at(-1)?.pid)
    const [first, last] = [own[0], own.at(-1)]
    if (!first || !last) throw new Error(`broker ${broker} was never seen`)
    const mine = 100 - (100 * (last.cpuMs - first.cpuMs)) / ((last.at - first.at) * vcpus)
    const points = await read('CpuIdle', broker, 'Average', STEP_MS, {
      from: Math.max(window.from, stepAfter(first.at)),
      to: window.to,
    })
    const theirs = points.reduce((sum, { value }) => sum + value, 0) / points.length
    const share = Math.abs(theirs - mine) / mine
    if (share >= worst.share)
      worst = { share, words: `${(100 * share).toFixed(2)} % (${theirs.toFixed(2)} and ${mine.toFixed(2)})` }
  }
  return worst.words
}
