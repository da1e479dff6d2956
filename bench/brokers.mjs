// @ts-check
import { Kafka, logLevel } from 'kafkajs'
import { startMosaik } from '../e2e/start-mosaik.mjs'
import { api, createRequest, createTopics, deleteTimed, until } from './clusters.mjs'
import { endedOperation } from './operations.mjs'
import { seconds } from './statistics.mjs'

/**
 * Three brokers become six and three again while they hold two gigabytes: how soon the new ones serve, how much is
 * copied against the least that could be, and whether everything is there afterwards. Larger volumes beside it.
 */

const TOPICS = 100
const PARTITIONS = 6
const BYTES = Number(process.env.BENCH_BYTES ?? 2_000_000_000)
const RECORD_BYTES = 100_000
/** Of one topic, sent in one request. */
const BATCH = 10

/** @typedef {Awaited<ReturnType<typeof startMosaik>>} Mosaik */

/** @param {(what: string, bar: string, measured: string) => void} row */
export async function brokerNumbers(row) {
  const mosaik = await startMosaik({ network: '127.101.0.0/16' })
  const { url } = mosaik
  try {
    const { arn, id } = await create(url)
    const { bootstrapBrokerString } = await api(
      url,
      `/v1/clusters/${encodeURIComponent(arn)}/bootstrap-brokers`,
    )
    const kafka = new Kafka({ brokers: bootstrapBrokerString.split(','), logLevel: logLevel.NOTHING })
    const records = await fill(kafka, bootstrapBrokerString)

    row('larger volumes, from the call to where they hold', '1 s', seconds(await grown(url, arn)))

    const wanted = { targetNumberOfBrokerNodes: 6 }
    const plan = await api(url, `/api/console/clusters/${id}/change/plan`, { method: 'POST', body: wanted })
    const startedAt = performance.now()
    const operation = await changed(url, id, { ...wanted, currentVersion: plan.currentVersion })
    await until(async () => serving(await api(url, `/api/console/clusters/${id}`)) === 6)
    const servingMs = performance.now() - startedAt
    await endedOperation(url, operation)
    const levelMs = performance.now() - startedAt
    row('3 to 6 brokers with 2 GB: new brokers serving', '10 s', seconds(servingMs))
    const { bytes, brokers } = plan.placement
    const came = brokers.filter((/** @type {{ nodeId: number }} */ { nodeId }) => nodeId > 3)
    const least = came.reduce(
      (/** @type {number} */ sum, /** @type {{ after: { bytes: number } }} */ { after }) => sum + after.bytes,
      0,
    )
    row(
      '… level, copying against the fewest bytes possible',
      '1.05',
      `${(bytes / least).toFixed(3)}, in ${seconds(levelMs)}`,
    )
    const shares = brokers.map((/** @type {{ after: { replicas: number } }} */ { after }) => after.replicas)
    const sizes = brokers.map((/** @type {{ after: { bytes: number } }} */ { after }) => after.bytes)
    const mean = sizes.reduce((/** @type {number} */ sum, /** @type {number} */ each) => sum + each, 0) / 6
    const off = Math.max(...sizes.map((/** @type {number} */ each) => Math.abs(each - mean) / mean))
    row(
      '… replicas and bytes of the brokers differ by at most',
      '1, 10 %',
      `${Math.max(...shares) - Math.min(...shares)}, ${(100 * off).toFixed(1)} %`,
    )

    const before = performance.now()
    const { currentVersion } = await api(url, `/api/console/clusters/${id}`)
    const shrinking = await changed(url, id, { targetNumberOfBrokerNodes: 3, currentVersion })
    await endedOperation(url, shrinking)
    const left = serving(await api(url, `/api/console/clusters/${id}`))
    const kept = await countRecords(kafka)
    row(
      '6 to 3 brokers: drained and gone',
      'nothing lost',
      `${seconds(performance.now() - before)}, ${left} brokers, ${kept} of ${records} records`,
    )
    await deleteTimed(url, arn)
  } finally {
    await mosaik.dispose()
  }
}

/** @param {string} url */
async function create(url) {
  const request = createRequest('growing', 'msk')
  const body = { ...request, tags: { 'mosaik:behaviour': 'assisted' } }
  body.provisioned.brokerNodeGroupInfo.storageInfo.ebsStorageInfo.volumeSize = 10
  const { clusterArn: arn } = await api(url, '/api/v2/clusters', { method: 'POST', body })
  const id = String(arn.split('/')[2]).slice(0, 36)
  await until(async () => (await api(url, `/api/console/clusters/${id}`)).state === 'ACTIVE')
  return { arn: String(arn), id }
}

/** @param {{ nodes: { role: string, health: string }[] }} cluster */
const serving = ({ nodes }) =>
  nodes.filter(({ role, health }) => role === 'broker' && health === 'serving').length

/** @param {string} url @param {string} id @param {object} body @returns {Promise<string>} */
const changed = async (url, id, body) =>
  (await api(url, `/api/console/clusters/${id}/change`, { method: 'POST', body })).operationId

/** @param {string} url @param {string} arn */
async function grown(url, arn) {
  const path = `/v1/clusters/${encodeURIComponent(arn)}`
  const { currentVersion } = (await api(url, path)).clusterInfo
  const startedAt = performance.now()
  const volume = { kafkaBrokerNodeId: 'All', volumeSizeGB: 12 }
  await api(url, `${path}/nodes/storage`, {
    method: 'PUT',
    body: { currentVersion, targetBrokerEBSVolumeInfo: [volume] },
  })
  await until(async () => {
    const { clusterInfo } = await api(url, path)
    return clusterInfo.state === 'ACTIVE' && clusterInfo.currentVersion !== currentVersion
  })
  return performance.now() - startedAt
}

const topicName = (/** @type {number} */ number) => `topic-${number}`

/** @param {Kafka} kafka @param {string} bootstrap */
async function fill(kafka, bootstrap) {
  const names = Array.from({ length: TOPICS }, (_, number) => topicName(number))
  await createTopics(bootstrap, names, PARTITIONS)
  const producer = kafka.producer()
  await producer.connect()
  const value = 'x'.repeat(RECORD_BYTES)
  const requests = Math.ceil(BYTES / (RECORD_BYTES * BATCH))
  for (let request = 0; request < requests; request++) {
    const topic = topicName(request % TOPICS)
    const partition = Math.floor(request / TOPICS) % PARTITIONS
    const messages = Array.from({ length: BATCH }, () => ({ partition, value }))
    await producer.send({ topic, messages })
  }
  await producer.disconnect()
  return requests * BATCH
}

/** What the logs end with: nothing is ever deleted here. @param {Kafka} kafka */
async function countRecords(kafka) {
  const admin = kafka.admin()
  await admin.connect()
  let records = 0
  for (let number = 0; number < TOPICS; number++) {
    for (const { high, low } of await admin.fetchTopicOffsets(topicName(number)))
      records += Number(high) - Number(low)
  }
  await admin.disconnect()
  return records
}
