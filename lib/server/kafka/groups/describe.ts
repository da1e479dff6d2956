import { groupStateOf, type GroupKind, type GroupState } from '@/lib/domain/group'
import { consumerGroupDescribe, shareGroupDescribe } from '../rpc/consumer-group-describe'
import { describeGroups } from '../rpc/describe-groups'
import { BROKER_TIMEOUT_MS } from '../topics/ask-brokers'
import type { KafkaConnection } from '../wire/connection'
import { readAssignment, readSubscription, type Assigned } from './consumer-protocol'

export type GroupMember = {
  id: string
  /** A name it keeps across restarts, if it was given one. */
  instanceId: string | null
  clientId: string
  host: string
  /** Null where only its own kind can read it. */
  subscribed: readonly string[] | null
  pattern: string | null
  assigned: readonly Assigned[] | null
}
export type DescribedGroup = {
  name: string
  state: GroupState
  /** What decides who reads what; none while there is nobody. */
  assignor: string | null
  members: readonly GroupMember[]
}

/** Groups of one kind, at the broker that coordinates them. What it does not know is left out. */
export async function describeOfKind(
  broker: KafkaConnection,
  kind: GroupKind,
  names: readonly string[],
): Promise<readonly DescribedGroup[]> {
  if (names.length === 0) return []
  switch (kind) {
    case 'classic':
      return classic(broker, names)
    case 'consumer':
    case 'share':
      return described(broker, kind, names)
    case 'streams':
      // Its members have tasks and no partitions; Mosaik does not read those.
      return []
  }
}

async function classic(
  broker: KafkaConnection,
  names: readonly string[],
): Promise<readonly DescribedGroup[]> {
  const { groups } = await broker.call(describeGroups, { groups: names }, BROKER_TIMEOUT_MS)
  return groups.flatMap(({ errorCode, groupId, groupState, protocolType, protocolData, members }) => {
    if (errorCode !== 0) return []
    const isConsumers = protocolType === 'consumer'
    return [
      {
        name: groupId,
        state: groupStateOf(groupState),
        assignor: protocolData === '' ? null : protocolData,
        members: members.map((member): GroupMember => ({
          id: member.memberId,
          instanceId: member.groupInstanceId ?? null,
          clientId: member.clientId,
          host: hostOf(member.clientHost),
          subscribed: isConsumers ? readSubscription(member.memberMetadata) : null,
          pattern: null,
          assigned: isConsumers ? readAssignment(member.memberAssignment) : null,
        })),
      },
    ]
  })
}

async function described(
  broker: KafkaConnection,
  kind: 'consumer' | 'share',
  names: readonly string[],
): Promise<readonly DescribedGroup[]> {
  const rpc = kind === 'share' ? shareGroupDescribe : consumerGroupDescribe
  const { groups } = await broker.call(rpc, { groups: names }, BROKER_TIMEOUT_MS)
  return groups.flatMap(({ errorCode, groupId, groupState, assignorName, members }) =>
    errorCode !== 0
      ? []
      : [
          {
            name: groupId,
            state: groupStateOf(groupState),
            assignor: assignorName === '' ? null : assignorName,
            members: members.map((member): GroupMember => ({
              id: member.memberId,
              instanceId: member.instanceId ?? null,
              clientId: member.clientId,
              host: hostOf(member.clientHost),
              subscribed: member.subscribedTopicNames,
              pattern: member.subscribedTopicRegex ?? null,
              assigned: member.assignment.topicPartitions.map(({ topicName, partitions }) => ({
                topic: topicName,
                partitions,
              })),
            })),
          },
        ],
  )
}

/** Java writes an address with a slash before it, the place of a name it did not look up. */
const hostOf = (text: string): string => text.replace(/^\//, '')
