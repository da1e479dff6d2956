import { fetchRecords } from '../rpc/fetch'
import { listOffsets, OFFSET_AT } from '../rpc/list-offsets'
import { produce } from '../rpc/produce'
import type { KafkaConnection } from '../wire/connection'
import { assertNoError } from '../wire/kafka-error'
import { decodeBatches, encodeBatch, type NewRecord, type ReadRecord } from './record-batch'

/** One partition, as its leader is asked about it: by name, and by id where the release has ids. */
export type PartitionLog = { topic: string; topicId: string | null; partition: number }

/** We listen a little longer than the broker may take, so that the answer is Kafka's own. */
const GRACE_MS = 2000
const QUESTION_MS = 5000

/** Returns the offset once all replicas in sync have the record, or only the leader, as `acks` says. Asked of anyone but the leader it throws. */
export async function appendRecord(
  leader: KafkaConnection,
  log: PartitionLog,
  record: NewRecord,
  timeoutMs: number,
  acks: 'all' | 'leader' = 'all',
): Promise<bigint> {
  const input = { ...log, records: encodeBatch(record), timeoutMs, acks }
  const { responses } = await leader.call(produce, input, timeoutMs + GRACE_MS)
  const [answer] = responses.flatMap(({ partitionResponses }) => partitionResponses)
  assertNoError(nameOf(log), answer?.errorCode ?? -1, answer?.errorMessage)
  return answer?.baseOffset ?? -1n
}

/** Records from an offset on, as many as one answer holds; none if nothing comes within `maxWaitMs`. */
export async function readRecords(
  leader: KafkaConnection,
  log: PartitionLog,
  fromOffset: bigint,
  maxWaitMs: number,
): Promise<ReadRecord[]> {
  const reply = await leader.call(fetchRecords, { ...log, fromOffset, maxWaitMs }, maxWaitMs + QUESTION_MS)
  const [answer] = reply.responses.flatMap(({ partitions }) => partitions)
  assertNoError(nameOf(log), reply.errorCode ?? 0, null)
  assertNoError(nameOf(log), answer?.errorCode ?? 0, null)
  // A broker answers with whole batches: the first may begin before what was asked for.
  return decodeBatches(answer?.records ?? new Uint8Array()).filter(({ offset }) => offset >= fromOffset)
}

/** The offset the next record will have. */
export async function endOffset(leader: KafkaConnection, log: PartitionLog): Promise<bigint> {
  const question = {
    topics: [{ name: log.topic, partitions: [log.partition] }],
    timestamp: OFFSET_AT.latest,
  }
  const { topics } = await leader.call(listOffsets, question, QUESTION_MS)
  const [answer] = topics.flatMap(({ partitions }) => partitions)
  assertNoError(nameOf(log), answer?.errorCode ?? -1, null)
  return answer?.offset ?? 0n
}

const nameOf = ({ topic, partition }: PartitionLog): string => `Partition ${topic}-${partition}`
