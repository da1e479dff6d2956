import { randomUUID } from 'node:crypto'
import { Kafka, logLevel, type KafkaConfig, type Message } from 'kafkajs'
import { formatEndpoint, type Endpoint } from '@/lib/domain/node'

/** Records to and from a topic through an ordinary client, as users have it. */
export type TopicAccess = {
  bootstrap: readonly Endpoint[]
  topic: string
  timeoutMs: number
}

export type Sent = { key?: string | null; value: string | null }
export type Received = { partition: number; offset: bigint; key: string | null; value: string | null }

const settings = (bootstrap: readonly Endpoint[]): KafkaConfig => ({
  brokers: bootstrap.map(formatEndpoint),
  clientId: 'mosaik-messages',
  // kafkajs warns on the console otherwise; its errors reach us as rejections.
  logLevel: logLevel.NOTHING,
  logCreator: () => () => {},
  // The default back-off doubles without end: after a leader change of 3 s a producer would be silent for 8.
  retry: { initialRetryTime: 100, maxRetryTime: 500, retries: 20 },
  connectionTimeout: 2000,
  requestTimeout: 10_000,
})

/** Returns when all in-sync replicas have every record. */
export async function sendMessages(access: TopicAccess, records: readonly Sent[]): Promise<void> {
  const producer = new Kafka(settings(access.bootstrap)).producer({ allowAutoTopicCreation: false })
  const messages: Message[] = records.map(({ key = null, value }) => ({ key, value }))
  try {
    await within(access, 'send', async () => {
      await producer.connect()
      await producer.send({ topic: access.topic, acks: -1, timeout: access.timeoutMs, messages })
    })
  } finally {
    await leave(() => producer.disconnect())
  }
}

/** The first `count` records from the beginning; throws if there are fewer within the time. */
export async function readMessages(access: TopicAccess, count: number): Promise<readonly Received[]> {
  const kafka = new Kafka(settings(access.bootstrap))
  const groupId = `mosaik-messages-${randomUUID()}`
  const consumer = kafka.consumer({ groupId, allowAutoTopicCreation: false, maxWaitTimeInMs: 200 })
  const received: Received[] = []
  try {
    await within(access, `read ${count} records`, async () => {
      await consumer.connect()
      await consumer.subscribe({ topic: access.topic, fromBeginning: true })
      await new Promise<void>((resolve, reject) => {
        // Before `run`: a crash while joining would otherwise be missed. Crashes that kafkajs recovers from by
        // itself are part of life, such as a group coordinator that is still loading.
        consumer.on(consumer.events.CRASH, ({ payload }) => {
          if (!payload.restart) reject(payload.error)
        })
        if (count === 0) resolve()
        consumer
          .run({
            autoCommit: false,
            eachMessage: async ({ partition, message }) => {
              const text = (bytes: Buffer | null): string | null => bytes?.toString('utf8') ?? null
              const { offset, key, value } = message
              received.push({ partition, offset: BigInt(offset), key: text(key), value: text(value) })
              if (received.length >= count) resolve()
            },
          })
          .catch(reject)
      })
    })
    return received.slice(0, count)
  } finally {
    await leave(() => consumer.disconnect())
    await leave(() => forgetGroup(kafka, groupId))
  }
}

async function forgetGroup(kafka: Kafka, groupId: string): Promise<void> {
  const admin = kafka.admin()
  try {
    await admin.connect()
    await admin.deleteGroups([groupId])
  } finally {
    await admin.disconnect()
  }
}

/** A client that is throttled or cut off hangs for minutes when asked to leave: a bound, and no failure of its own. */
async function leave(disconnect: () => Promise<unknown>): Promise<void> {
  await Promise.race([disconnect().catch(() => {}), delay(3000)])
}

async function within<Result>(
  { topic, timeoutMs }: TopicAccess,
  what: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const running = work()
  // Lost the race: what it still comes to is of no interest, but must not count as unhandled.
  running.catch(() => {})
  const late = delay(timeoutMs).then(() => {
    throw new Error(`Could not ${what} within ${timeoutMs} ms (topic "${topic}").`)
  })
  late.catch(() => {})
  return Promise.race([running, late])
}

const delay = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref()
  })
