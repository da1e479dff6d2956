import { expect, test } from 'vitest'
import { CLIENTS, type SnippetFacts } from './snippet'
import { SNIPPETS } from './snippets'

const facts = (changed: Partial<SnippetFacts> = {}): SnippetFacts => ({
  clusterName: 'orders',
  bootstrap: '127.10.1.11:9092,127.10.2.11:9092',
  topic: 'sold',
  topicExists: false,
  replicationFactor: 3,
  release: '4.3.1',
  zookeeper: null,
  ...changed,
})
const textOf = (client: (typeof CLIENTS)[number], changed?: Partial<SnippetFacts>): string =>
  SNIPPETS[client](facts(changed))
    .map(({ code }) => code)
    .join('\n')

test.each([
  ['4.3.1', '--bootstrap-server'],
  ['2.5.0', '--bootstrap-server'],
  ['2.2.1', '--broker-list'],
])('Apache’s producer of %s is told the cluster by %s', (release, option) => {
  const [, produce] = SNIPPETS.scripts(facts({ release }))
  expect(produce?.code).toBe(
    `echo 'Hello from kafka-console-producer.sh' | bin/kafka-console-producer.sh ${option} 127.10.1.11:9092,127.10.2.11:9092 --topic sold`,
  )
})

test.each([
  ['4.3.1', null, 'bin/kafka-topics.sh --bootstrap-server 127.10.1.11:9092,127.10.2.11:9092 --create'],
  [
    '2.2.1',
    '127.10.1.14:2181',
    'bin/kafka-topics.sh --bootstrap-server 127.10.1.11:9092,127.10.2.11:9092 --create',
  ],
  ['1.1.1', '127.10.1.14:2181', 'bin/kafka-topics.sh --zookeeper 127.10.1.14:2181 --create'],
  ['1.1.1', null, 'npm run -s kafka -- orders topics --create'],
])('a topic of %s is made where its tool can be told to (%s)', (release, zookeeper, start) => {
  expect(SNIPPETS.scripts(facts({ release, zookeeper }))[0]?.code).toContain(start)
})

test('Mosaik’s own command finds the addresses by itself', () => {
  expect(textOf('mosaik')).not.toContain('127.10')
  expect(textOf('mosaik')).toContain('npm run -s kafka -- orders topics --create --topic sold')
})

test.each(CLIENTS)('%s makes a topic only if it is not there', (client) => {
  const makes = /--create|createTopic|create_topics/
  expect(textOf(client)).toMatch(makes)
  expect(textOf(client, { topicExists: true })).not.toMatch(makes)
})

test.each(CLIENTS)('%s names the topic, and every address where it needs them', (client) => {
  const text = textOf(client)
  expect(text).toContain('sold')
  expect(
    client === 'mosaik' || ['127.10.1.11:9092', '127.10.2.11:9092'].every((one) => text.includes(one)),
  ).toBe(true)
})

test.each([
  ['4.3.1', '4.3.1'],
  ['2.2.1', '2.2.1'],
  ['1.1.1', '2.8.2'],
])('Java gets a client that talks to %s', (release, version) => {
  expect(SNIPPETS.java(facts({ release }))[0]?.code).toContain(`<version>${version}</version>`)
})
