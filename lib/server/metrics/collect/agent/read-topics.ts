import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Moment } from '@/lib/domain/metrics/rates'
import type { TopicCounter, TopicSample } from '@/lib/domain/metrics/sample'
import type { AgentConnection } from './agent-connection'
import { entriesOf, momentOf, numbersOf, propertiesOf } from './parse'

/**
 * Counters of all topics a broker leads, one request a counter: what thousands of topics answer is parsed in pieces,
 * and whoever asks Mosaik something in between does not wait for all of them.
 */
export async function readTopics(
  connection: AgentConnection,
  counters: readonly TopicCounter[],
  timeoutMs: number,
): Promise<TopicSample> {
  let moment: Moment | null = null
  const read = new Map<TopicCounter, ReadonlyMap<string, number>>()
  for (const counter of counters) {
    const [runtime, topics] = await connection.ask(
      [
        { type: 'read', mbean: 'java.lang:type=Runtime', attribute: ['StartTime', 'Uptime'] },
        {
          type: 'read',
          mbean: `kafka.server:type=BrokerTopicMetrics,name=${counter},topic=*`,
          attribute: ['Count'],
        },
      ],
      timeoutMs,
    )
    moment ??= momentOf(runtime)
    read.set(counter, countsOf(topics))
    await nextTurn()
  }
  if (moment === null) throw new Error('No counter of topics was asked for.')
  return { ...moment, counters: read }
}

function countsOf(answer: unknown): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [mbean, attributes] of entriesOf(answer)) {
    const { topic } = propertiesOf(mbean)
    const count = numbersOf(attributes)[0]?.[1]
    if (topic !== undefined && count !== undefined) counts.set(topic, count)
  }
  return counts
}
