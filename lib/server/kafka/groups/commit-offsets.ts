import type { ResetMove } from '@/lib/domain/offset-reset'
import type { KafkaAdmin } from '../admin'
import { deleteGroups } from '../rpc/delete-groups'
import { listOffsets } from '../rpc/list-offsets'
import type { MetadataReply } from '../rpc/metadata'
import { offsetCommit } from '../rpc/offset-commit'
import { askBrokers, BROKER_TIMEOUT_MS } from '../topics/ask-brokers'
import { CHANGE_ANSWER_TIMEOUT_MS } from '../topics/call-timeouts'
import { partitionId, partitionsByLeader } from '../topics/offsets'
import { assertNoError } from '../wire/kafka-error'
import { findGroup, type GroupSeen } from './look-at-group'

/** Of the first record of each partition that is not older than a time. */
export async function offsetsAtTime(
  admin: KafkaAdmin,
  view: MetadataReply,
  topic: string,
  at: number,
): Promise<ReadonlyMap<string, number>> {
  const led = partitionsByLeader({ topics: view.topics.filter(({ name }) => name === topic) })
  const { replies } = await askBrokers(admin, view, [...led.keys()], (broker, brokerId) =>
    broker.call(
      listOffsets,
      { topics: led.get(brokerId) ?? [], timestamp: BigInt(Math.round(at)) },
      BROKER_TIMEOUT_MS,
    ),
  )
  const found = [...replies.values()].flatMap(({ topics }) => topics)
  return new Map(
    found.flatMap(({ name, partitions }) =>
      partitions.flatMap(({ partitionIndex, errorCode, offset }): [string, number][] =>
        errorCode !== 0 || offset === undefined || offset < 0n
          ? []
          : [[partitionId(name, partitionIndex), Number(offset)]],
      ),
    ),
  )
}

/** Makes a group without members go on elsewhere. */
export async function commitOffsets(
  admin: KafkaAdmin,
  { group, view }: GroupSeen,
  moves: readonly ResetMove[],
): Promise<void> {
  if (moves.length === 0) return
  const { broker } = await findGroup(admin, group.name)
  const topics = view.topics.flatMap(({ name, topicId }) => {
    const own = moves.filter(({ topic }) => topic === name)
    return name === null || own.length === 0
      ? []
      : [{ name, topicId, partitions: own.map(({ partition, to }) => ({ partition, offset: to })) }]
  })
  const reply = await broker.call(offsetCommit, { group: group.name, topics }, CHANGE_ANSWER_TIMEOUT_MS)
  for (const { partitions } of reply.topics)
    for (const { errorCode } of partitions)
      assertNoError(`The offsets of group "${group.name}" were not reset`, errorCode, null)
}

/** Refused by Kafka while the group has members. */
export async function deleteOneGroup(admin: KafkaAdmin, name: string): Promise<void> {
  const { broker } = await findGroup(admin, name)
  const { results } = await broker.call(deleteGroups, { groups: [name] }, CHANGE_ANSWER_TIMEOUT_MS)
  for (const { errorCode } of results) assertNoError(`Group "${name}" was not deleted`, errorCode, null)
}
