import { isAtLeast, type SnippetFacts, type SnippetPart } from './snippet'

/** kcat and Kafka's own tools. What is produced is one record; the consumer ends by itself once it is read. */

export const kcatSnippet = (facts: SnippetFacts): SnippetPart[] => [
  { do: 'install', code: 'sudo apt-get install -y kcat' },
  // kcat makes no topics.
  ...(facts.topicExists ? [] : [createByMosaik(facts)]),
  { do: 'produce', code: `echo 'Hello from kcat' | kcat -P -b ${facts.bootstrap} -t ${facts.topic}` },
  { do: 'consume', code: `kcat -C -b ${facts.bootstrap} -t ${facts.topic} -o beginning -e` },
]

/** It fills in the addresses by itself. */
export const mosaikSnippet = (facts: SnippetFacts): SnippetPart[] => [
  ...(facts.topicExists ? [] : [{ ...createByMosaik(facts), do: 'create' as const }]),
  {
    do: 'produce',
    code: `echo 'Hello from npm run kafka' | ${mosaik(facts, 'console-producer')} --topic ${facts.topic}`,
  },
  { do: 'consume', code: `${mosaik(facts, 'console-consumer')} ${consumed(facts)}` },
]

export const scriptsSnippet = (facts: SnippetFacts): SnippetPart[] => {
  const { release, bootstrap, topic } = facts
  // The console producer learned --bootstrap-server with 2.5.
  const to = isAtLeast(release, '2.5.0') ? '--bootstrap-server' : '--broker-list'
  return [
    ...(facts.topicExists ? [] : [createByScript(facts)]),
    {
      do: 'produce',
      code: `echo 'Hello from kafka-console-producer.sh' | bin/kafka-console-producer.sh ${to} ${bootstrap} --topic ${topic}`,
    },
    {
      do: 'consume',
      code: `bin/kafka-console-consumer.sh --bootstrap-server ${bootstrap} ${consumed(facts)}`,
    },
  ]
}

/** The topics tool learned --bootstrap-server with 2.2; before, it writes to ZooKeeper, which only this machine reaches. */
function createByScript(facts: SnippetFacts): SnippetPart {
  const { release, bootstrap, zookeeper } = facts
  if (isAtLeast(release, '2.2.0'))
    return { do: 'create', code: `bin/kafka-topics.sh --bootstrap-server ${bootstrap} ${created(facts)}` }
  if (zookeeper === null) return createByMosaik(facts)
  return { do: 'create', code: `bin/kafka-topics.sh --zookeeper ${zookeeper} ${created(facts)}` }
}

const createByMosaik = (facts: SnippetFacts): SnippetPart => ({
  do: 'createByMosaik',
  code: `${mosaik(facts, 'topics')} ${created(facts)}`,
})

const mosaik = ({ clusterName }: SnippetFacts, tool: string): string =>
  `npm run -s kafka -- ${clusterName} ${tool}`

const created = ({ topic, replicationFactor }: SnippetFacts): string =>
  `--create --topic ${topic} --partitions 1 --replication-factor ${replicationFactor}`

const consumed = ({ topic }: SnippetFacts): string => `--topic ${topic} --from-beginning --max-messages 1`
