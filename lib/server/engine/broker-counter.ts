import type { BrokerRuntime, ClusterRef } from '@/lib/broker-runtime/runtime'
import { withCounts, withLook, type BrokerReceipt, type CountsSeen } from '@/lib/domain/broker-receipt'
import { indexPartitions } from '@/lib/domain/plan/partitions/partition-index'
import { topicOf } from '@/lib/domain/plan/partitions/partition-id'
import { isKnown, type KafkaObservation, type NodeId } from '@/lib/domain/plan/world'
import { isInternalTopic } from '@/lib/domain/topic'
import { connectAgent, type AgentConnection } from '../metrics/collect/agent/agent-connection'
import { readFailedRequests } from '../metrics/collect/agent/read-failed-requests'

/** What a broker counts between a reading and its end is lost with it: so often it is read while things change. */
const READ_EVERY_MS = 3_000
const ANSWER_MS = 1_500

type Options = {
  runtime: Pick<BrokerRuntime, 'figures'>
  cluster: ClusterRef
  receipt: BrokerReceipt
  now: () => number
  onNews: (receipt: BrokerReceipt) => void
}

/** What brokers themselves say of the time of an operation: their counts, read now and then, and look by look who leads. */
export class BrokerCounter {
  private receipt: BrokerReceipt
  private readonly options: Options
  private readonly agents = new Map<string, AgentConnection>()
  private seen: CountsSeen = new Map()
  private lookedAt: number | null = null
  private reading: Promise<void> | null = null
  private readAt = -Infinity

  constructor(options: Options) {
    this.options = options
    this.receipt = options.receipt
  }

  /** With every look of the engine; brokers are asked beside it. */
  look({ partitions }: KafkaObservation, brokers: readonly NodeId[]): void {
    if (isKnown(partitions) && partitions.at !== this.lookedAt) {
      const offline = offlineOf(partitions.value)
      this.receipt = withLook(this.receipt, this.lookedAt, { at: partitions.at, offline })
      this.lookedAt = partitions.at
    }
    if (this.reading === null && performance.now() - this.readAt >= READ_EVERY_MS) this.read(brokers)
  }

  /** Reads once more, and tells the last of it. */
  async finish(brokers: readonly NodeId[]): Promise<void> {
    await this.reading
    this.read(brokers)
    await this.reading
    this.close()
  }

  close(): void {
    for (const agent of this.agents.values()) agent.close()
    this.agents.clear()
  }

  private read(brokers: readonly NodeId[]): void {
    this.readAt = performance.now()
    this.reading = this.take(brokers).finally(() => (this.reading = null))
  }

  private async take(brokers: readonly NodeId[]): Promise<void> {
    const { now, onNews } = this.options
    const counts = await this.counts()
    const after = withCounts(this.receipt, this.seen, { now: now(), brokers, counts })
    this.receipt = after.receipt
    this.seen = after.seen
    onNews(this.receipt)
  }

  /** Who does not answer is left out: it is asked again soon. */
  private async counts() {
    const { runtime, cluster } = this.options
    const nodes = await runtime.figures(cluster).catch(() => [])
    const read = nodes.map(async ({ nodeId, host, agent }) => {
      if (agent === null) return []
      const known = this.agents.get(host.boot) ?? connectAgent(agent)
      this.agents.set(host.boot, known)
      return readFailedRequests(known, nodeId, ANSWER_MS).then(
        (counts) => [counts],
        () => [],
      )
    })
    return (await Promise.all(read)).flat()
  }
}

/** Of users. */
function offlineOf(partitions: Extract<KafkaObservation['partitions'], { value: unknown }>['value']): number {
  if (indexPartitions(partitions).offline === 0) return 0
  return Object.entries(partitions).filter(
    ([id, { leader }]) => leader === null && !isInternalTopic(topicOf(id), false),
  ).length
}
