import { type Kafka, type RecordMetadata } from 'kafkajs'

export type Written = { sent: number; failed: number; errors: string[] }

/** Writes to six partitions without a pause, idempotent and with acks=all, until it is told to end. */
export async function writeSteadily(kafka: Kafka, topic: string): Promise<{ end(): Promise<Written> }> {
  const admin = kafka.admin()
  await admin.connect()
  await admin.createTopics({
    waitForLeaders: false,
    topics: [{ topic, numPartitions: PARTITIONS, replicationFactor: 3 }],
  })
  await admin.disconnect()
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 })
  await producer.connect()
  const over = new AbortController()
  const written: Written = { sent: 0, failed: 0, errors: [] }
  const send = (): Promise<RecordMetadata[]> =>
    producer.send({
      topic,
      acks: -1,
      messages: [{ value: String(written.sent), partition: written.sent % PARTITIONS }],
    })
  const writing = (async () => {
    while (!over.signal.aborted) {
      await send().then(
        () => (written.sent += 1),
        (error: unknown) => {
          written.failed += 1
          written.errors.push(String(error))
        },
      )
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })()
  return {
    async end() {
      over.abort()
      await writing
      await producer.disconnect()
      return written
    },
  }
}

const PARTITIONS = 6

/** So many records the topic holds. */
export async function recordsIn(kafka: Kafka, topic: string): Promise<number> {
  const admin = kafka.admin()
  await admin.connect()
  const offsets = await admin.fetchTopicOffsets(topic)
  await admin.disconnect()
  return offsets.reduce((sum, { offset }) => sum + Number(offset), 0)
}
