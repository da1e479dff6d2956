import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { withGap, type CanaryReceipt } from '@/lib/domain/canary-receipt'
import type { DrillAcks } from '@/lib/domain/drill/kind'
import type { Endpoint } from '@/lib/domain/node'
import type { NodeId } from '@/lib/domain/plan/world'
import { systemClock } from '../../clock'
import { appendRecord, endOffset, readRecords, type PartitionLog } from '../records/partition-log'
import { initProducerId } from '../rpc/init-producer-id'
import { openConnection, type KafkaConnection } from '../wire/connection'
import { assertNoError, isKafkaError } from '../wire/kafka-error'
import { findLeader } from './find-leader'

type LaneOptions = {
  log: PartitionLog
  brokers: readonly Endpoint[]
  /** With `leader` none is stored once for sure: Kafka keeps that promise only with all. */
  acks: DrillAcks
  change: (changed: (before: CanaryReceipt) => CanaryReceipt) => void
  /** So long after it was to be sent. */
  onAcknowledged: (latencyMs: number) => void
  /** A record that this broker took, as the leader, was read back. */
  onThrough: (node: NodeId, at: number) => void
}

const EVERY_MS = 100
const CONNECT_MS = 1_000
/** One try; a producer gives up after many. */
const TRY_MS = 5_000
const GIVE_UP_MS = 30_000
const PAUSE_MS = 50
const WAIT_MS = 250
const QUESTION_MS = 1_500
const VALUE = 'Mosaik looks whether clients notice.'.padEnd(100, '.')

/** One partition: a writer that sends one record after the other, and a reader that looks for each of them. */
export class CanaryLane {
  /** No more is written, and all that was acknowledged was read. */
  get isThrough(): boolean {
    return this.isWritten && this.unread.size === 0
  }

  /** Acknowledged and not read so far. */
  get unreadCount(): number {
    return this.unread.size
  }

  private readonly runId = randomUUID()
  private readonly options: LaneOptions
  private readonly leaders = new Map<number, NodeId>()
  private readonly open = new Set<KafkaConnection>()
  private isStopped = false
  private isClosed = false
  private isWritten = false
  private readonly unread = new Set<number>()
  private readonly seen = new Set<number>()
  private highest = -1
  private firstRead: Promise<bigint> | null = null

  constructor(options: LaneOptions) {
    this.options = options
  }

  run(): void {
    void this.write().finally(() => (this.isWritten = true))
    void this.read()
  }

  stopWriting(): void {
    this.isStopped = true
  }

  close(): void {
    this.isStopped = true
    this.isClosed = true
    for (const connection of this.open) connection.close()
  }

  private async write(): Promise<void> {
    const { log, change, acks } = this.options
    let at: Leader | null = null
    let producer: Producer | null = null
    let acknowledgedAt: number | null = null
    for (let sequence = 0; !this.isStopped; sequence++) {
      const begunAt = performance.now()
      let isAcknowledged = false
      while (!isAcknowledged && !this.isClosed && performance.now() - begunAt < GIVE_UP_MS) {
        try {
          at ??= await this.leader()
          await this.firstOffset(at.connection)
          if (acks === 'all') producer ??= await newProducer(at.connection, sequence)
          const record = { key: this.keyOf(sequence), value: VALUE, atMs: systemClock.now() }
          this.leaders.set(sequence, at.node)
          const identity = producer === null ? {} : { producer: identityOf(producer, sequence) }
          await appendRecord(at.connection, log, { ...record, ...identity }, TRY_MS, acks)
          isAcknowledged = true
        } catch (error) {
          // Sent again and stored already: that is the acknowledgement.
          if (isKafkaError(error, 'DUPLICATE_SEQUENCE_NUMBER')) isAcknowledged = true
          else at = this.leave(at)
          await sleep(PAUSE_MS)
        }
      }
      if (this.isClosed) return
      if (!isAcknowledged) {
        change((receipt) => ({ ...receipt, failed: receipt.failed + 1 }))
        // What became of it nobody knows: the next begins as another producer, whose order starts anew.
        producer = null
        continue
      }
      const now = performance.now()
      // The first had to find its broker and connect, which says nothing of a record.
      if (sequence > 0) this.options.onAcknowledged(Math.round(now - begunAt))
      const gap = acknowledgedAt === null ? null : now - acknowledgedAt
      const node = at?.node ?? this.leaders.get(sequence) ?? -1
      if (!this.seen.has(sequence)) this.unread.add(sequence)
      change((receipt) => {
        const counted = { ...receipt, acknowledged: receipt.acknowledged + 1 }
        return gap === null ? counted : withGap(counted, { ms: Math.round(gap), at: systemClock.now(), node })
      })
      acknowledgedAt = now
      await sleep(Math.max(0, EVERY_MS - (performance.now() - begunAt)))
    }
  }

  private async read(): Promise<void> {
    const { log, change, onThrough } = this.options
    let at: Leader | null = null
    let next: bigint | null = null
    while (!this.isClosed) {
      try {
        at ??= await this.leader()
        next ??= await this.firstOffset(at.connection)
        for (const { offset, key } of await readRecords(at.connection, log, next, WAIT_MS)) {
          next = offset + 1n
          const sequence = this.sequenceOf(key)
          if (sequence === null) continue
          if (this.seen.has(sequence)) {
            change((receipt) => ({ ...receipt, duplicated: receipt.duplicated + 1 }))
            continue
          }
          const isInOrder = sequence > this.highest
          this.seen.add(sequence)
          this.highest = Math.max(this.highest, sequence)
          this.unread.delete(sequence)
          change((receipt) => ({
            ...receipt,
            readBack: receipt.readBack + 1,
            outOfOrder: receipt.outOfOrder + (isInOrder ? 0 : 1),
          }))
          const node = this.leaders.get(sequence)
          this.leaders.delete(sequence)
          if (node !== undefined) onThrough(node, systemClock.now())
        }
      } catch {
        at = this.leave(at)
        await sleep(PAUSE_MS)
      }
    }
  }

  /** The reader begins where the log ended before the first record was sent. */
  private firstOffset(connection: KafkaConnection): Promise<bigint> {
    this.firstRead ??= endOffset(connection, this.options.log).catch((error: unknown) => {
      this.firstRead = null
      throw error
    })
    return this.firstRead
  }

  private leave(at: Leader | null): null {
    if (at !== null) {
      this.open.delete(at.connection)
      at.connection.close()
    }
    return null
  }

  /** Whoever leads the partition now, as the first broker that answers says. */
  private async leader(): Promise<Leader> {
    const { brokers, log } = this.options
    const { node, endpoint } = await findLeader(brokers, log, CONNECT_MS)
    const connection = await openConnection({
      endpoint,
      connectTimeoutMs: CONNECT_MS,
      clientId: 'mosaik-canary',
    })
    if (this.isClosed) connection.close()
    else this.open.add(connection)
    return { node, connection }
  }

  private keyOf(sequence: number): string {
    return `${this.runId}/${sequence}`
  }

  private sequenceOf(key: string | null): number | null {
    return key?.startsWith(`${this.runId}/`) === true ? Number(key.slice(this.runId.length + 1)) : null
  }
}

type Leader = { node: NodeId; connection: KafkaConnection }

/** `from` is our number of its first record: Kafka counts each producer's from nought. */
type Producer = { id: bigint; epoch: number; from: number }

const identityOf = ({ id, epoch, from }: Producer, sequence: number) => ({
  id,
  epoch,
  sequence: sequence - from,
})

async function newProducer(connection: KafkaConnection, from: number): Promise<Producer> {
  const reply = await connection.call(initProducerId, {}, QUESTION_MS)
  assertNoError('InitProducerId', reply.errorCode, null)
  return { id: reply.producerId, epoch: reply.producerEpoch, from }
}
