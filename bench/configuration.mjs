// @ts-check
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { providePython } from '../bin/checks/python-packages.mjs'
import { startMosaik } from '../e2e/start-mosaik.mjs'
import { met, startLoad } from '../e2e/verifiable-client.mjs'
import { api, createTimed, createTopics, deleteTimed } from './clusters.mjs'
import { awayMs, endedOperation } from './operations.mjs'
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
/** @typedef {import('../e2e/verifiable-client.mjs').Met} Met */

/** @param {(what: string, bar: string, measured: string) => void} row */
export async function configurationNumbers(row) {
  const mosaik = await startMosaik({ network: '127.73.0.0/16' })
  try {
    const { arn, bootstrap } = await createTimed(mosaik.url, CLUSTER, 'msk')
    const configuration = await create(mosaik.url)
    await createTopics(bootstrap, [TOPIC, OTHER_TOPIC], PARTITIONS)

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
    const { count: max, perSecond } = RECORDS
    const load = await startLoad(mosaik.env, {
      cluster: CLUSTER,
      release: '4.3.1',
      topic: TOPIC,
      perSecond,
      max,
    })
    const [java, own, { operation }] = await Promise.all([
      load.met(),
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
  const { operation, endedAt } = await endedOperation(url, clusterOperationArn.split('/').at(-1))
  return { tookMs: endedAt - startedAt, operation }
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
