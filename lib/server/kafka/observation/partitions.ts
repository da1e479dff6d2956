import { startIndex } from '@/lib/domain/plan/partitions/partition-index'
import type { KafkaObservation, NodeId, PartitionId, PartitionSeen } from '@/lib/domain/plan/world'
import { inTurns } from '@/lib/broker-runtime/in-turns'
import { wholeView } from '../cluster-view'
import { describeConfigs } from '../rpc/configs'
import { listPartitionReassignments } from '../rpc/reassignments'
import type { KafkaConnection } from '../wire/connection'
import { assertNoError } from '../wire/kafka-error'

const MIN_ISR = 'min.insync.replicas'

type Ask = { connection: KafkaConnection; at: number; timeoutMs: number }

/**
 * Every partition, internal topics included. `brokers` are all that answer: a leader goes by its own broker's
 * min.insync.replicas where the topic sets none, and in the middle of a roll brokers differ; the strictest counts.
 *
 * There may be 100,000, and what is seen of them is kept until the next look: each becomes its small self while the
 * answer is read, and those with the same replicas share one list of them.
 */
export async function lookAtPartitions(
  { connection, at, timeoutMs }: Ask,
  brokers: ReadonlyMap<NodeId, KafkaConnection>,
): Promise<KafkaObservation['partitions']> {
  const [targets, brokerMinIsr] = await Promise.all([
    lookAtTargets(connection, timeoutMs),
    strictestMinIsr(brokers, timeoutMs),
  ])
  const shared = sharedLists()
  const value: Record<PartitionId, PartitionSeen> = {}
  const { reply, topics } = await wholeView(connection, timeoutMs, ({ name, partitions }) => {
    const ids: PartitionId[] = []
    for (const { partitionIndex, leaderId, leaderEpoch, replicaNodes, isrNodes } of partitions) {
      const id = `${name}-${partitionIndex}`
      ids.push(id)
      value[id] = {
        leader: leaderId < 0 ? null : leaderId,
        leaderEpoch: leaderEpoch ?? null,
        replicas: shared(replicaNodes),
        isr: shared(isrNodes),
        minIsr: brokerMinIsr,
        target: targets.get(id) ?? null,
      }
    }
    return { name: name ?? '', ids }
  })
  assertNoError('The partitions', reply.errorCode ?? 0, null)
  const minIsrOf = await ownMinIsr(connection, topics, timeoutMs)
  // Counted here, in turns: whoever asks first would have to count them all at once.
  const index = startIndex()
  await inTurns(topics, ({ name, ids }) => {
    for (const id of ids) {
      const seen = value[id]
      if (seen === undefined) continue
      const minIsr = minIsrOf.get(name) ?? brokerMinIsr
      if (minIsr !== seen.minIsr) value[id] = { ...seen, minIsr }
      index.add(id, value[id] ?? seen)
    }
  })
  index.keepFor(value)
  return { at, value }
}

function sharedLists(): (ids: readonly NodeId[]) => readonly NodeId[] {
  const lists = new Map<string, readonly NodeId[]>()
  return (ids) => {
    const key = ids.join()
    const known = lists.get(key)
    if (known !== undefined) return known
    lists.set(key, ids)
    return ids
  }
}

/** Where moves in flight shall end. Brokers before 2.4 have no such question. */
async function lookAtTargets(
  connection: KafkaConnection,
  timeoutMs: number,
): Promise<Map<PartitionId, NodeId[]>> {
  if (connection.versionOf('ListPartitionReassignments') === null) return new Map()
  const reply = await connection.call(listPartitionReassignments, { timeoutMs }, timeoutMs)
  assertNoError('The reassignments in flight', reply.errorCode, reply.errorMessage)
  return new Map(
    reply.topics.flatMap(({ name, partitions }) =>
      partitions.map(({ partitionIndex, replicas, removingReplicas }) => [
        `${name}-${partitionIndex}`,
        replicas.filter((id) => !removingReplicas.includes(id)),
      ]),
    ),
  )
}

async function strictestMinIsr(
  brokers: ReadonlyMap<NodeId, KafkaConnection>,
  timeoutMs: number,
): Promise<number> {
  const own = [...brokers].map(async ([id, connection]) => {
    const resource = { type: 'broker', name: String(id) } as const
    const { results } = await connection.call(
      describeConfigs,
      { resources: [resource], keys: [MIN_ISR] },
      timeoutMs,
    )
    const [result] = results
    assertNoError(`The configuration of broker ${id}`, result?.errorCode ?? 0, result?.errorMessage)
    return Number(result?.configs.find(({ name }) => name === MIN_ISR)?.value ?? 1)
  })
  return Math.max(1, ...(await Promise.all(own)))
}

/** Only topics that set it themselves. A topic deleted since the list was made is no failure. */
async function ownMinIsr(
  connection: KafkaConnection,
  topics: readonly { name: string }[],
  timeoutMs: number,
): Promise<Map<string, number>> {
  const minIsr = new Map<string, number>()
  if (topics.length === 0) return minIsr
  const resources = topics.map(({ name }) => ({ type: 'topic', name }) as const)
  await connection.callEach(
    describeConfigs,
    { resources, keys: [MIN_ISR] },
    timeoutMs,
    ({ resourceName, configs }) => {
      const own = configs.find(({ configSource }) => configSource === 'DYNAMIC_TOPIC_CONFIG')
      if (own !== undefined) minIsr.set(resourceName, Number(own.value))
    },
  )
  return minIsr
}
