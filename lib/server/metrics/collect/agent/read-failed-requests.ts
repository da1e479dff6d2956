import type { BrokerCounts } from '@/lib/domain/broker-receipt'
import type { AgentConnection } from './agent-connection'
import { momentOf, numbersOf } from './parse'

const counter = (name: string) => ({
  type: 'read' as const,
  mbean: `kafka.server:type=BrokerTopicMetrics,name=${name}`,
  attribute: ['Count'],
})

/** What a broker refused of all topics together since it was started. */
export async function readFailedRequests(
  connection: AgentConnection,
  broker: number,
  timeoutMs: number,
): Promise<BrokerCounts> {
  const [runtime, produce, fetch] = await connection.ask(
    [
      { type: 'read', mbean: 'java.lang:type=Runtime', attribute: ['StartTime', 'Uptime'] },
      counter('FailedProduceRequestsPerSec'),
      counter('FailedFetchRequestsPerSec'),
    ],
    timeoutMs,
  )
  return {
    broker,
    startedAt: momentOf(runtime).startedAt,
    failedProduce: countOf(produce),
    failedFetch: countOf(fetch),
  }
}

function countOf(answer: unknown): number {
  const count = numbersOf(answer)[0]?.[1]
  if (count === undefined) throw new Error('The broker does not count what it refuses.')
  return count
}
