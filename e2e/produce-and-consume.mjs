// @ts-check
import { Kafka, logLevel } from 'kafkajs'

/** An unmodified client: makes a topic, sends one record with acks=all, reads it back, prints it. */
const kafka = new Kafka({
  brokers: (process.argv[2] ?? '').split(','),
  logLevel: logLevel.NOTHING,
  retry: { initialRetryTime: 100, maxRetryTime: 500, retries: 60 },
})
const admin = kafka.admin()
const producer = kafka.producer()
const consumer = kafka.consumer({ groupId: 'reader' })

await Promise.all([admin.connect(), producer.connect(), consumer.connect()])
await admin.createTopics({
  waitForLeaders: false,
  topics: [{ topic: 'greetings', numPartitions: 3, replicationFactor: 3 }],
})
await producer.send({ topic: 'greetings', acks: -1, messages: [{ value: 'hello' }] })
await consumer.subscribe({ topic: 'greetings', fromBeginning: true })
const value = await new Promise((resolve, reject) => {
  consumer
    .run({ eachMessage: async ({ message }) => resolve(message.value?.toString()) })
    .catch((/** @type {unknown} */ error) => reject(error))
})
process.stdout.write(`read back: ${value}\n`)
await Promise.all([consumer.disconnect(), producer.disconnect(), admin.disconnect()])
