import type { SnippetFacts, SnippetPart } from './snippet'

export const nodeSnippet = (facts: SnippetFacts): SnippetPart[] => [
  { do: 'install', code: 'npm install kafkajs' },
  { do: 'save', file: 'pass-message.mjs', code: program(facts) },
  { do: 'run', code: 'node pass-message.mjs' },
]

const program = ({ bootstrap, topic, topicExists, replicationFactor }: SnippetFacts): string =>
  `import kafkajs from 'kafkajs'

const kafka = new kafkajs.Kafka({
  clientId: 'pass-message',
  brokers: [${bootstrap
    .split(',')
    .map((address) => `'${address}'`)
    .join(', ')}],
  logLevel: kafkajs.logLevel.ERROR,
})
const topic = '${topic}'
${
  topicExists
    ? ''
    : `
const admin = kafka.admin()
await admin.connect()
// Answers false, and changes nothing, if the topic is there already.
await admin.createTopics({ topics: [{ topic, numPartitions: 1, replicationFactor: ${replicationFactor} }], waitForLeaders: true })
await admin.disconnect()
`
}
const sent = \`Hello from Node, \${new Date().toISOString()}\`
const producer = kafka.producer()
await producer.connect()
await producer.send({ topic, acks: -1, messages: [{ value: sent }] })
await producer.disconnect()

const consumer = kafka.consumer({ groupId: 'pass-message-node' })
await consumer.connect()
await consumer.subscribe({ topic, fromBeginning: true })
const late = setTimeout(() => {
  console.error('The record did not come back within a minute.')
  process.exit(1)
}, 60_000)
await new Promise((resolve) => {
  void consumer.run({
    eachMessage: async ({ partition, message }) => {
      const text = message.value?.toString()
      console.log(\`partition \${partition}, offset \${message.offset}: \${text}\`)
      if (text === sent) resolve()
    },
  })
})
clearTimeout(late)
await consumer.disconnect()`
