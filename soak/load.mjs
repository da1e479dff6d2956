// @ts-check
import { setTimeout as sleep } from 'node:timers/promises'
import { Kafka, logLevel } from 'kafkajs'
import { api } from '../bench/clusters.mjs'

/** What a quiet day asks of Mosaik: records all the time, pages looked at, now and then a change. */

const RECORDS_EVERY_MS = 100
const PAGES_EVERY_MS = 5_000
const TOPIC_EVERY_MS = 180_000
const REBOOT_EVERY_MS = 600_000
const TOPIC = 'bench'

/**
 * @param {{ url: string, arn: string, bootstrap: string, isOver: () => boolean, failed: (what: string, error: unknown) => void }} of
 */
export async function loadCluster({ url, arn, bootstrap, isOver, failed }) {
  const kafka = new Kafka({
    brokers: bootstrap.split(','),
    logLevel: logLevel.NOTHING,
    retry: { retries: 20 },
  })
  const again = async (
    /** @type {string} */ what,
    /** @type {number} */ everyMs,
    /** @type {(turn: number) => Promise<unknown>} */ work,
  ) => {
    for (let turn = 1; !isOver(); turn++) {
      const endsAt = Date.now() + everyMs
      await work(turn).catch((error) => failed(what, error))
      while (Date.now() < endsAt && !isOver()) await sleep(Math.min(1_000, Math.max(1, endsAt - Date.now())))
    }
  }
  const producer = kafka.producer()
  const consumer = kafka.consumer({ groupId: 'soak' })
  await Promise.all([producer.connect(), consumer.connect()])
  await consumer.subscribe({ topics: [TOPIC] })
  await consumer.run({ eachMessage: () => Promise.resolve() })
  const id = arn.split('/')[2]?.slice(0, 36) ?? ''
  const cluster = `/v1/clusters/${encodeURIComponent(arn)}`
  const value = 'x'.repeat(200)
  await Promise.all([
    again('a record', RECORDS_EVERY_MS, () => producer.send({ topic: TOPIC, messages: [{ value }] })),
    again('a page', PAGES_EVERY_MS, async () => {
      for (const page of ['', '/availability', '/incidents', '/drills', '/nodes/1'])
        await api(url, `/api/console/clusters/${id}${page}`)
      await fetch(`${url}/clusters/${id}`).then((reply) => reply.text())
      await api(url, cluster)
    }),
    again('a topic', TOPIC_EVERY_MS, async (turn) => {
      const name = `passing-${turn}`
      await api(url, `${cluster}/topics`, {
        method: 'POST',
        body: { topicName: name, partitionCount: 3, replicationFactor: 3 },
      })
      await sleep(10_000)
      await api(url, `${cluster}/topics/${name}`, { method: 'DELETE' })
    }),
    again('a reboot', REBOOT_EVERY_MS, async (turn) => {
      if (turn === 1) return
      const body = { brokerIds: [String(1 + (turn % 3))] }
      await api(url, `${cluster}/reboot-broker`, { method: 'PUT', body })
    }),
  ])
  await Promise.all([producer.disconnect(), consumer.disconnect()])
}
