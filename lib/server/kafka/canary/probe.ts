import { setTimeout as sleep } from 'node:timers/promises'
import { CANARY_TOPIC } from '@/lib/domain/canary'
import type { Attempt } from '@/lib/domain/availability/minutes'
import type { Endpoint } from '@/lib/domain/node'
import type { NodeId } from '@/lib/domain/plan/world'
import { systemClock } from '../../clock'
import { openAdmin } from '../admin'
import { clusterView } from '../cluster-view'
import { appendRecord, endOffset, readRecords, type PartitionLog } from '../records/partition-log'
import { openConnection, type KafkaConnection } from '../wire/connection'
import { prepareCanaryTopic } from './canary-topic'
import { findLeader } from './find-leader'

/** An attempt may try again within this time, as clients do; then it was in vain. */
export const ATTEMPT_MS = 2_000
const CONNECT_MS = 1_000
const QUESTION_MS = 1_500
const PAUSE_MS = 100
const VALUE = 'Mosaik looks whether the cluster is available.'

type Topic = { topicId: string | null; partitions: readonly number[] }

/**
 * One record written and one read, now and then, through each broker in turn: a small client that stands for others.
 * Writing and reading have connections of their own, for a broker answers one request of a connection at a time, and
 * a record that waits for its replicas would hold up the reader.
 */
export class CanaryProbe {
  private readonly brokers: readonly Endpoint[]
  private readonly sides: Readonly<Record<keyof Attempt, ProbeSide>>
  private topic: Topic | null = null
  private turn = 0

  constructor(brokers: readonly Endpoint[]) {
    this.brokers = brokers
    this.sides = { write: new ProbeSide(brokers), read: new ProbeSide(brokers) }
  }

  /** Null: nothing can be said, since there is no topic to try it on and brokers answer. */
  async attempt(): Promise<Attempt | null> {
    const topic = await this.prepared()
    if (topic === 'unreachable') return { write: false, read: false }
    const partition = topic?.partitions[this.turn++ % topic.partitions.length]
    if (topic === null || partition === undefined) return null
    const log = { topic: CANARY_TOPIC, topicId: topic.topicId, partition }
    const until = performance.now() + ATTEMPT_MS
    const [write, read] = await Promise.all([
      this.sides.write.tryUntil(until, log, writeRecord),
      this.sides.read.tryUntil(until, log, readLast),
    ])
    // Somebody may have deleted the topic: it is looked for again, and made again.
    if (!write && !read) this.topic = null
    return { write, read }
  }

  close(): void {
    for (const side of Object.values(this.sides)) side.close()
  }

  /** Whoever cannot even be asked for the topic serves nobody. */
  private async prepared(): Promise<Topic | 'unreachable' | null> {
    if (this.topic !== null) return this.topic
    const admin = openAdmin({ bootstrap: this.brokers, connectTimeoutMs: CONNECT_MS })
    try {
      const { topicId, partitions } = await prepareCanaryTopic(admin)
      this.topic = { topicId, partitions: partitions.map(({ partition }) => partition) }
      return this.topic
    } catch {
      const answers = admin.ask((broker) => clusterView(broker, [], QUESTION_MS))
      return await answers.then(
        () => null,
        () => 'unreachable' as const,
      )
    } finally {
      admin.close()
    }
  }
}

type Ask = (leader: KafkaConnection, log: PartitionLog) => Promise<unknown>

const writeRecord: Ask = (leader, log) =>
  appendRecord(leader, log, { key: null, value: VALUE, atMs: systemClock.now() }, ATTEMPT_MS)

/** The newest record; of an empty partition, that it is empty. */
async function readLast(leader: KafkaConnection, log: PartitionLog): Promise<void> {
  const end = await endOffset(leader, log)
  await readRecords(leader, log, end > 0n ? end - 1n : 0n, 0)
}

/** One connection for each broker that leads something, kept until it fails. */
class ProbeSide {
  private readonly brokers: readonly Endpoint[]
  private readonly leaders = new Map<number, NodeId>()
  private readonly open = new Map<NodeId, KafkaConnection>()
  private isClosed = false

  constructor(brokers: readonly Endpoint[]) {
    this.brokers = brokers
  }

  async tryUntil(until: number, log: PartitionLog, ask: Ask): Promise<boolean> {
    while (!this.isClosed && performance.now() < until) {
      try {
        await inTime(until, this.ask(log, ask))
        return true
      } catch {
        this.drop(log.partition)
        await sleep(PAUSE_MS)
      }
    }
    return false
  }

  close(): void {
    this.isClosed = true
    for (const connection of this.open.values()) connection.close()
    this.open.clear()
  }

  private async ask(log: PartitionLog, ask: Ask): Promise<void> {
    await ask(await this.leaderOf(log), log)
  }

  private async leaderOf(log: PartitionLog): Promise<KafkaConnection> {
    const known = this.open.get(this.leaders.get(log.partition) ?? -1)
    if (known?.isOpen === true) return known
    const { node, endpoint } = await findLeader(this.brokers, log, CONNECT_MS)
    const before = this.open.get(node)
    const connection =
      before?.isOpen === true
        ? before
        : await openConnection({ endpoint, connectTimeoutMs: CONNECT_MS, clientId: 'mosaik-availability' })
    this.leaders.set(log.partition, node)
    this.open.set(node, connection)
    if (this.isClosed) this.close()
    return connection
  }

  /** A broker that hangs keeps its connection open: it is left, and asked anew. */
  private drop(partition: number): void {
    const node = this.leaders.get(partition)
    if (node === undefined) return
    this.leaders.delete(partition)
    this.open.get(node)?.close()
    this.open.delete(node)
  }
}

async function inTime<Value>(until: number, work: Promise<Value>): Promise<Value> {
  const ending = new AbortController()
  try {
    return await Promise.race([work, late(until, ending.signal)])
  } finally {
    ending.abort()
  }
}

async function late(until: number, signal: AbortSignal): Promise<never> {
  await sleep(Math.max(0, until - performance.now()), undefined, { signal }).catch(() => undefined)
  throw new Error('The time of the attempt is over.')
}
