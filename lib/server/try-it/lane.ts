import type { TryLane, TryProblem } from '@/lib/contract/console/try-it'
import { CANARY_TOPIC, TRY_RECORD_BYTES, TRY_RECORDS } from '@/lib/domain/canary'
import { summariseLatencies } from '@/lib/domain/latency'
import type { Endpoint } from '@/lib/domain/node'
import { systemClock } from '../clock'
import { appendRecord, endOffset, readRecords, type PartitionLog } from '../kafka/records/partition-log'
import { openConnection, type KafkaConnection } from '../kafka/wire/connection'
import { isKafkaError } from '../kafka/wire/kafka-error'

export type LaneWork = {
  /** Changed as the work goes on: it is what the page sees. */
  lane: TryLane
  runId: string
  endpoint: Endpoint
  topicId: string | null
  /** By `performance.now()`. */
  deadline: number
}

export const CONNECT_MS = 2000
const WAIT_MS = 200
/** After the last acknowledgement a record that is there is read at once; so long it may yet come. */
const PATIENCE_MS = 5000

/**
 * One broker's part: records are written one after the other to the partition it leads, straight to its address,
 * while a second connection reads them back. How it ends: everything acknowledged is read back; or the time is up,
 * and what is missing is called lost; or the broker cannot be written to, and what it acknowledged is still looked
 * for. A reader that fails leaves "lost" unknown.
 */
export async function runLane(work: LaneWork): Promise<void> {
  const { lane } = work
  if (lane.partition === null) return
  const log = { topic: CANARY_TOPIC, topicId: work.topicId, partition: lane.partition }
  const connections: KafkaConnection[] = []
  const connect = async (): Promise<KafkaConnection> => {
    const connection = await openConnection({
      endpoint: work.endpoint,
      connectTimeoutMs: CONNECT_MS,
      clientId: 'mosaik-canary',
    })
    connections.push(connection)
    return connection
  }
  try {
    const [writer, reader] = [await connect(), await connect()]
    const sentAt = new Map<string, number>()
    const start = await endOffset(reader, log)
    const writing = { isOver: false, endedAt: 0 }
    lane.state = 'writing'
    const written = writeAll(work, log, writer, sentAt).finally(() => {
      writing.isOver = true
      writing.endedAt = performance.now()
    })
    const read = readAll(work, { log, reader, start, sentAt, writing })
    await Promise.all([written, read])
    lane.lost = lane.acknowledged - lane.readBack
    if (lane.lost > 0) lane.problem ??= { is: 'notReadBack', said: `${lane.lost}` }
  } catch (thrown) {
    lane.problem ??= problemOf(thrown)
  } finally {
    for (const connection of connections) connection.close()
    lane.state = lane.problem === null ? 'done' : 'failed'
  }
}

async function writeAll(
  { lane, runId, deadline }: LaneWork,
  log: PartitionLog,
  writer: KafkaConnection,
  sentAt: Map<string, number>,
): Promise<void> {
  const latencies: number[] = []
  const value = `Mosaik tries broker ${lane.brokerId}. `.padEnd(TRY_RECORD_BYTES, '.')
  for (let count = 1; count <= TRY_RECORDS; count++) {
    const leftMs = deadline - performance.now()
    const key = keyOf(runId, lane.brokerId, count)
    const startedAt = performance.now()
    sentAt.set(key, startedAt)
    try {
      await appendRecord(
        writer,
        log,
        { key, value, atMs: systemClock.now() },
        Math.max(1, Math.round(leftMs)),
      )
    } catch (thrown) {
      // Not acknowledged: whether Kafka has it or not, it counts neither as written nor as lost.
      sentAt.delete(key)
      // Where the reader failed first, what ends the writer is only that the connection is closed.
      lane.problem ??= problemOf(thrown)
      return
    }
    latencies.push(performance.now() - startedAt)
    lane.acknowledged = count
    lane.write = summariseLatencies(latencies)
  }
  lane.state = 'reading'
}

type Reading = {
  log: PartitionLog
  reader: KafkaConnection
  start: bigint
  sentAt: ReadonlyMap<string, number>
  writing: { readonly isOver: boolean; readonly endedAt: number }
}

async function readAll(
  { lane, deadline }: LaneWork,
  { log, reader, start, sentAt, writing }: Reading,
): Promise<void> {
  const seen = new Set<string>()
  const latencies: number[] = []
  let next = start
  for (;;) {
    const now = performance.now()
    if (writing.isOver && seen.size >= lane.acknowledged) return
    if (now > deadline + PATIENCE_MS || (writing.isOver && now > writing.endedAt + PATIENCE_MS)) return
    for (const { offset, key } of await readRecords(reader, log, next, WAIT_MS)) {
      next = offset + 1n
      const startedAt = key === null ? undefined : sentAt.get(key)
      if (key === null || startedAt === undefined || seen.has(key)) continue
      seen.add(key)
      latencies.push(performance.now() - startedAt)
    }
    lane.readBack = Math.min(seen.size, lane.acknowledged)
    lane.roundTrip = summariseLatencies(latencies)
  }
}

const keyOf = (runId: string, brokerId: number, count: number): string => `${runId}/${brokerId}/${count}`

export function problemOf(thrown: unknown): TryProblem {
  const said = thrown instanceof Error ? thrown.message : String(thrown)
  if (isKafkaError(thrown, 'NETWORK_EXCEPTION', 'REQUEST_TIMED_OUT')) return { is: 'unreachable', said }
  if (isKafkaError(thrown, 'NOT_LEADER_OR_FOLLOWER')) return { is: 'notLeader', said }
  return { is: 'refused', said }
}
