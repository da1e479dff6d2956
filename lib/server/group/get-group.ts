import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import type { GroupMember, GroupPartition } from '@/lib/contract/console/groups'
import { systemClock } from '../clock'
import type { Verb } from '../http/context'
import type { GroupMember as SeenMember } from '../kafka/groups/describe'
import { lookAtGroup, type GroupPosition } from '../kafka/groups/look-at-group'
import { partitionId } from '../kafka/topics/offsets'
import { groupLags } from '../process'
import { withTopicsOf } from '../topic/with-topics'

export const getGroup: Verb<typeof consoleEndpoints.getGroup> = async ({ input: { clusterId, groupName } }) =>
  withTopicsOf(clusterId, 'read', async (admin) => {
    const at = new Date(systemClock.now()).toISOString()
    const { group, positions, goneTopics, retentionMs, silent } = await lookAtGroup(admin, groupName)
    const members = group.described?.members ?? null
    return {
      name: group.name,
      kind: group.kind,
      protocolType: group.protocolType,
      state: group.state,
      coordinator: group.coordinator,
      assignor: group.described?.assignor ?? null,
      at,
      members: members?.map(memberOf) ?? null,
      partitions: partitionsOf(clusterId, group.name, positions, members ?? []),
      goneTopics: [...goneTopics],
      retentionMs,
      silentBrokers: [...silent],
    }
  })

const memberOf = ({ subscribed, assigned, ...rest }: SeenMember): GroupMember => ({
  ...rest,
  subscribed: subscribed === null ? null : [...subscribed],
  assigned:
    assigned?.map(({ topic, partitions }) => ({ topic, partitions: partitions.toSorted((a, b) => a - b) })) ??
    null,
})

function partitionsOf(
  clusterId: string,
  group: string,
  positions: readonly GroupPosition[],
  members: readonly SeenMember[],
): GroupPartition[] {
  const lags = groupLags(clusterId)
  const owners = new Map<string, string>()
  for (const { id, assigned } of members)
    for (const { topic, partitions } of assigned ?? [])
      for (const partition of partitions) owners.set(partitionId(topic, partition), id)
  return positions.map(({ topic, partition, committed, earliest, end }) => ({
    topic,
    partition,
    committed,
    earliest,
    end,
    ageS:
      committed === null || end === null
        ? null
        : committed >= end
          ? 0
          : (lags?.ageS(topic, partition, committed) ?? null),
    held: committed === null ? null : (lags?.held(group, topic, partition, committed) ?? null),
    member: owners.get(partitionId(topic, partition)) ?? null,
  }))
}
