import { isAtLeast, type SnippetFacts, type SnippetPart } from './snippet'

/** kcat and Kafka's own tools. What is produced is one record; the consumer ends by itself once it is read. */

export const kcatSnippet = (facts: SnippetFacts): SnippetPart[] => [
  { do: 'install', code: 'sudo apt-get install -y kcat' },
  ...(facts.topicExists || facts.place === 'elsewhere' ? [] : [createPart(mosaikTool(facts), facts)]),
  { do: 'produce', code: `echo 'Hello from kcat' | kcat -P -b ${facts.bootstrap} -t ${facts.topic}` },
  {
    do: 'consume',
    code: `kcat -C -b ${facts.bootstrap} -t ${facts.topic} -o beginning -e`,
  },
]

export const mosaikSnippet = (facts: SnippetFacts): SnippetPart[] => {
  const run = mosaikTool(facts)
  return toolParts(run, '', facts, 'npm run kafka')
}

export const scriptsSnippet = (facts: SnippetFacts): SnippetPart[] => {
  const run = (tool: string): string => `bin/kafka-${tool}.sh`
  return toolParts(run, facts.bootstrap, facts, 'kafka-console-producer.sh')
}

/** The place of Mosaik's own command is its folder; it fills in the addresses by itself. */
const mosaikTool =
  ({ clusterName }: SnippetFacts) =>
  (tool: string): string =>
    `npm run -s kafka -- ${clusterName} ${tool}`

function toolParts(
  run: (tool: string) => string,
  bootstrap: string,
  facts: SnippetFacts,
  sender: string,
): SnippetPart[] {
  // The console producer learned --bootstrap-server with 2.5, the topics tool with 2.2.
  const to = isAtLeast(facts.release, '2.5.0') ? '--bootstrap-server' : '--broker-list'
  const option = (name: string): string => (bootstrap === '' ? '' : ` ${name} ${bootstrap}`)
  const { topic } = facts
  return [
    ...(facts.topicExists ? [] : [createPart((tool) => run(tool) + option('--bootstrap-server'), facts)]),
    {
      do: 'produce',
      code: `echo 'Hello from ${sender}' | ${run('console-producer')}${option(to)} --topic ${topic}`,
    },
    {
      do: 'consume',
      code: `${run('console-consumer')}${option('--bootstrap-server')} --topic ${topic} --from-beginning --max-messages 1`,
    },
  ]
}

const createPart = (
  run: (tool: string) => string,
  { topic, replicationFactor }: SnippetFacts,
): SnippetPart => ({
  do: 'create',
  code: `${run('topics')} --create --topic ${topic} --partitions 1 --replication-factor ${replicationFactor}`,
})
