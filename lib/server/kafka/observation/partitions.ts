import type { KafkaObservation, NodeId, PartitionId, PartitionSeen } from '@/lib/domain/plan/world'
import { clusterView } from '../cluster-view'
import { describeConfigs } from '../rpc/configs'
import type { MetadataReply } from '../rpc/metadata'
import { listPartitionReassignments } from '../rpc/reassignments'
import type { KafkaConnection } from '../wire/connection'
import { assertNoError } from '../wire/kafka-error'

const MIN_ISR = 'min.insync.replicas'

type Ask = { connection: KafkaConnection; at: number; timeoutMs: number }

/**
 * Every partition, internal topics included. `brokers` are all that answer: a leader goes by its own broker's
 * min.insync.replicas where the topic sets none, and in the middle of a roll brokers differ; the strictest counts.
 */
export async function lookAtPartitions(
  { connection, at, timeoutMs }: Ask,
  brokers: ReadonlyMap<NodeId, KafkaConnection>,
): Promise<KafkaObservation['partitions']> {
  const [reply, targets, brokerMinIsr] = await Promise.all([
    clusterView(connection, null, timeoutMs),
    lookAtTargets(connection, timeoutMs),
    strictestMinIsr(brokers, timeoutMs),
  ])
  assertNoError('The partitions', reply.errorCode ?? 0, null)
  const topicMinIsr = await minIsrOfTopics(connection, reply, timeoutMs)
  const partitions = reply.topics.flatMap(({ name, partitions: seen }) =>
    seen.map((partition): [PartitionId, PartitionSeen] => {
      const id = `${name}-${partition.partitionIndex}`
      return [
        id,
        {
          leader: partition.leaderId < 0 ? null : partition.leaderId,
          replicas: partition.replicaNodes,
          isr: partition.isrNodes,
          minIsr: topicMinIsr.get(name ?? '') ?? brokerMinIsr,
          target: targets.get(id) ?? null,
        },
      ]
    }),
  )
  return { at, value: Object.fromEntries(partitions) }
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
async function minIsrOfTopics(
  connection: KafkaConnection,
  reply: MetadataReply,
  timeoutMs: number,
): Promise<Map<string, number>> {
  const resources = reply.topics.map(({ name }) => ({ type: 'topic', name: name ?? '' }) as const)
  if (resources.length === 0) return new Map()
  const { results } = await connection.call(describeConfigs, { resources, keys: [MIN_ISR] }, timeoutMs)
  return new Map(
    results.flatMap(({ resourceName, configs }) =>
      configs
        .filter(({ configSource }) => configSource === 'DYNAMIC_TOPIC_CONFIG')
        .map(({ value }): [string, number] => [resourceName, Number(value)]),
    ),
  )
}
