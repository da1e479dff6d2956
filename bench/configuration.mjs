// @ts-check
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Kafka, logLevel } from 'kafkajs'
import { providePython } from '../bin/checks/python-packages.mjs'
import { startMosaik } from '../e2e/start-mosaik.mjs'
import { api, createTimed, deleteTimed, until } from './clusters.mjs'
import { median, seconds } from './statistics.mjs'

/**
 * A revision applied to a running cluster: how soon brokers have what they take while they run, how long each broker
 * of a roll is away, and what two clients on their default settings notice of it, beside the receipt Mosaik shows.
 */

const CLUSTER = 'revised'
const TOPIC = 'rolled'
const OTHER_TOPIC = 'rolled-too'
const PARTITIONS = 6
const TOLD_RUNS = 5
/** Longer than the roll takes. */
const RECORDS = { count: 12_000, perSecond: 200 }

/** @typedef {Awaited<ReturnType<typeof startMosaik>>} Mosaik */
/** @typedef {{ acknowledged: number, failed: number, lost: number, twice: number, disorder: number, longestGapMs: number }} Met */

/** @param {(what: string, bar: string, measured: string) => void} row */
export async function configurationNumbers(row) {
  const mosaik = await startMosaik({ network: '127.73.0.0/16' })
  try {
    const { arn, bootstrap } = await createTimed(mosaik.url, CLUSTER, 'msk')
    const configuration = await create(mosaik.url)
    const kafka = new Kafka({ brokers: bootstrap.split(','), logLevel: logLevel.NOTHING })
    const admin = kafka.admin()
    await admin.connect()
    await admin.createTopics({
      waitForLeaders: true,
      topics: [TOPIC, OTHER_TOPIC].map((topic) => ({
        topic,
        numPartitions: PARTITIONS,
        replicationFactor: 3,
      })),
    })
    await admin.disconnect()

    const told = []
    for (let run = 0; run < TOLD_RUNS; run++) {
      const revision = await revise(mosaik.url, configuration, `log.retention.ms=${3_600_000 + run}`)
      told.push((await applied(mosaik.url, arn, { arn: configuration, revision })).tookMs)
    }
    row('a setting brokers take while they run, in force on all three, p50', '2 s', seconds(median(told)))

    const revision = await revise(mosaik.url, configuration, 'auto.create.topics.enable=true')
    const folder = join(mosaik.env.MOSAIK_HOME, 'kafka-python')
    const packages = ['kafka-python>=3']
    const programs = await providePython(mosaik.env, { folder, what: 'kafka-python', packages })
    const [java, own, { operation }] = await Promise.all([
      verifiable(mosaik.env),
      programs === null ? null : byKafkaPython(join(programs, 'python'), bootstrap),
      sleep(10_000).then(() => applied(mosaik.url, arn, { arn: configuration, revision })),
    ])
    const away = awayMs(operation)
    row(
      'a rolling restart, each broker from stop to full ISR, longest of three',
      '6 s',
      seconds(Math.max(...away)),
    )
    row(
      'longest gap of VerifiableProducer during it',
      '1.5 s',
      `${seconds(java.longestGapMs)}, ${words(java)}`,
    )
    row(
      'longest gap of kafka-python on its default settings during it',
      '1.5 s',
      own === null ? 'not measured: no Python' : `${seconds(own.longestGapMs)}, ${words(own)}`,
    )
    const { receipt } = operation
    const gap = receipt.longestGap?.ms ?? 0
    const receipted = {
      ...receipt,
      twice: receipt.duplicated,
      disorder: receipt.outOfOrder,
      longestGapMs: gap,
    }
    row('longest gap on the receipt', '1.5 s', `${seconds(gap)}, ${words(receipted)}`)
    await deleteTimed(mosaik.url, arn)
  } finally {
    await mosaik.dispose()
  }
}

/** @param {Met} met */
const words = ({ acknowledged, failed, lost, twice, disorder }) =>
  `${acknowledged} acknowledged, ${failed} failed, ${lost} lost, ${twice} twice, ${disorder} out of order`

const base64 = (/** @type {string} */ text) => Buffer.from(text).toString('base64')

/** @param {string} url @returns {Promise<string>} */
async function create(url) {
  const body = { name: CLUSTER, serverProperties: base64('') }
  return (await api(url, '/v1/configurations', { method: 'POST', body })).arn
}

/** @param {string} url @param {string} arn @param {string} text @returns {Promise<number>} */
async function revise(url, arn, text) {
  const body = { serverProperties: base64(text) }
  const reply = await api(url, `/v1/configurations/${encodeURIComponent(arn)}`, { method: 'PUT', body })
  return reply.latestRevision.revision
}

/**
 * From the call to the end of the operation, which is when every broker has it, and its receipt.
 *
 * @param {string} url
 * @param {string} arn
 * @param {{ arn: string, revision: number }} configurationInfo
 */
async function applied(url, arn, configurationInfo) {
  const path = `/v1/clusters/${encodeURIComponent(arn)}`
  const { currentVersion } = (await api(url, path)).clusterInfo
  const startedAt = performance.now()
  const { clusterOperationArn } = await api(url, `${path}/configuration`, {
    method: 'PUT',
    body: { configurationInfo, currentVersion },
  })
  const detail = () => api(url, `/api/console/operations/${clusterOperationArn.split('/').at(-1)}`)
  await until(async () => (await detail()).endedAt !== null)
  const tookMs = performance.now() - startedAt
  await until(async () => (await detail()).receipt?.endedAt != null)
  const operation = await detail()
  if (operation.state !== 'COMPLETE') throw new Error(operation.errorMessage)
  return { tookMs, operation }
}

/** @param {{ rows: { step: string, role: string, phases: { phase: string, at: string }[] }[] }} operation */
function awayMs({ rows }) {
  return rows
    .filter(({ step, role }) => step === 'roll' && role === 'broker')
    .map(({ phases }) => {
      const at = (/** @type {string} */ wanted) =>
        Date.parse(phases.findLast(({ phase }) => phase === wanted)?.at ?? '')
      return at('done') - at('stopping')
    })
}

/** Kafka's own verifiable producer; what it wrote is read from the beginning when all is over. @param {NodeJS.ProcessEnv} env @returns {Promise<Met>} */
async function verifiable(env) {
  const tool = async (/** @type {string} */ name, /** @type {string[]} */ ...options) => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['bin/mosaik.mjs', 'kafka', CLUSTER, name, '--topic', TOPIC, ...options],
      { env, maxBuffer: 2 ** 27 },
    )
    return stdout.split('\n')
  }
  const settings = join(String(env.MOSAIK_HOME), 'producer.properties')
  await writeFile(settings, 'retries=2147483647\n')
  const lines = await tool(
    'verifiable-producer',
    '--max-messages',
    String(RECORDS.count),
    '--throughput',
    String(RECORDS.perSecond),
    '--acks',
    '-1',
    // It never sends again unless it is told to, as other producers do by default.
    '--command-config',
    settings,
  )
  const sent = lines.flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []))
  const acknowledged = sent.filter(({ name }) => name === 'producer_send_success')
  const failed = sent.filter(({ name }) => name === 'producer_send_error').length
  const read = await tool(
    'console-consumer',
    '--from-beginning',
    '--timeout-ms',
    '10000',
    '--property',
    'print.partition=true',
  )
  const records = read.flatMap((line) => {
    const [, partition, number] = /^Partition:(\d+)\t(\d+)$/.exec(line) ?? []
    return partition === undefined ? [] : [{ partition: Number(partition), number: Number(number) }]
  })
  return met(
    acknowledged.map(({ timestamp, value }) => ({ atMs: timestamp, number: Number(value) })),
    failed,
    records,
  )
}

/**
 * The same by another library on its default settings, with a topic of its own.
 *
 * @param {string} python
 * @param {string} bootstrap
 * @returns {Promise<Met>}
 */
async function byKafkaPython(python, bootstrap) {
  const script = fileURLToPath(new URL('second-client.py', import.meta.url))
  const duration = String(RECORDS.count / RECORDS.perSecond)
  const options = [script, bootstrap, OTHER_TOPIC, String(PARTITIONS), duration]
  const { stdout } = await promisify(execFile)(python, options, { maxBuffer: 2 ** 27 })
  const { acknowledged, failed, read } = JSON.parse(stdout)
  return met(acknowledged, failed, read)
}

/**
 * @param {{ atMs: number, number: number }[]} acknowledged
 * @param {number} failed
 * @param {{ partition: number, number: number }[]} read
 * @returns {Met}
 */
function met(acknowledged, failed, read) {
  const numbers = read.map(({ number }) => number)
  const seen = new Set(numbers)
  const times = acknowledged.map(({ atMs }) => atMs).toSorted((a, b) => a - b)
  /** @type {Map<number, number>} */
  const last = new Map()
  let disorder = 0
  for (const { partition, number } of read) {
    if (number < (last.get(partition) ?? -1)) disorder += 1
    last.set(partition, Math.max(number, last.get(partition) ?? -1))
  }
  return {
    acknowledged: acknowledged.length,
    failed,
    lost: acknowledged.filter(({ number }) => !seen.has(number)).length,
    twice: numbers.length - seen.size,
    disorder,
    longestGapMs: Math.max(...times.map((at, place) => at - (times[place - 1] ?? at))),
  }
}
