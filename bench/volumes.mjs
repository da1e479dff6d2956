// @ts-check
import { Kafka, logLevel } from 'kafkajs'
import { setTimeout as sleep } from 'node:timers/promises'
import { startMosaik } from '../e2e/start-mosaik.mjs'
import { api, createRequest, deleteTimed, until } from './clusters.mjs'
import { seconds } from './statistics.mjs'

/** Volumes of 1 GiB are filled to where producers are slowed, and grown: how soon the same producer is back at its rate. */

const GIB = 1024 ** 3
const WINDOW_MS = 1_000

/** @param {(what: string, bar: string, measured: string) => void} row */
export async function volumeNumbers(row) {
  const mosaik = await startMosaik({ network: '127.106.0.0/16' })
  const { url } = mosaik
  try {
    const { arn, id } = await create(url)
    const { bootstrapBrokerString } = await api(
      url,
      `/v1/clusters/${encodeURIComponent(arn)}/bootstrap-brokers`,
    )
    const producer = await startProducer(bootstrapBrokerString.split(','))
    const cluster = () => api(url, `/api/console/clusters/${id}`)
    await until(async () => (await cluster()).volumes.brakeRate !== null)
    const { nodes } = await cluster()
    const used = nodes.map(
      (/** @type {{ volumeUsedBytes: number | null }} */ { volumeUsedBytes }) => volumeUsedBytes ?? 0,
    )
    row('producers are slowed when the fullest volume holds', '97 %', percent(Math.max(...used) / GIB))
    const before = producer.rate(10_000)
    await sleep(15_000)
    const startedAt = performance.now()
    const { currentVersion } = await cluster()
    await api(url, `/v1/clusters/${encodeURIComponent(arn)}/nodes/storage`, {
      method: 'PUT',
      body: { currentVersion, targetBrokerEBSVolumeInfo: [{ kafkaBrokerNodeId: 'ALL', volumeSizeGB: 4 }] },
    })
    await until(() => producer.rate(WINDOW_MS) >= 0.8 * before)
    row(
      'volumes filled and grown: the same producer back at 80 % of its rate',
      '10 s',
      seconds(performance.now() - startedAt),
    )
    await producer.stop()
    await deleteTimed(url, arn)
  } finally {
    await mosaik.dispose()
  }
}

/** @param {number} share */
const percent = (share) => `${(100 * share).toFixed(1)} %`

/** @param {string} url */
async function create(url) {
  const request = createRequest('filling', 'msk')
  request.provisioned.brokerNodeGroupInfo.storageInfo.ebsStorageInfo.volumeSize = 1
  const { clusterArn: arn } = await api(url, '/api/v2/clusters', { method: 'POST', body: request })
  const id = String(arn.split('/')[2]).slice(0, 36)
  await until(async () => (await api(url, `/api/console/clusters/${id}`)).state === 'ACTIVE')
  return { arn: String(arn), id }
}

/** @param {string[]} brokers */
async function startProducer(brokers) {
  const kafka = new Kafka({ brokers, logLevel: logLevel.NOTHING })
  const admin = kafka.admin()
  await admin.connect()
  await admin.createTopics({ topics: [{ topic: 'filling', numPartitions: 6, replicationFactor: 3 }] })
  await admin.disconnect()
  const producer = kafka.producer()
  await producer.connect()
  const messages = Array.from({ length: 50 }, () => ({ value: Buffer.alloc(10_000, 1) }))
  /** @type {{ at: number, bytes: number }[]} */
  const sent = []
  const over = new AbortController()
  const running = (async () => {
    while (!over.signal.aborted) {
      await producer.send({ topic: 'filling', messages })
      sent.push({ at: performance.now(), bytes: messages.length * 10_000 })
      await sleep(20)
    }
  })()
  return {
    rate: (/** @type {number} */ ms) =>
      sent.filter(({ at }) => at > performance.now() - ms).reduce((sum, { bytes }) => sum + bytes, 0) / ms,
    async stop() {
      over.abort()
      await running
      await producer.disconnect()
    },
  }
}
