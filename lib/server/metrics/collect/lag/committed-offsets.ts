import type { KafkaAdmin } from '../../../kafka/admin'
import { listGroups } from '../../../kafka/rpc/list-groups'
import { GROUPS_AT_ONCE_SINCE, offsetFetch, type CommittedTopic } from '../../../kafka/rpc/offset-fetch'
import { askBrokers, BROKER_TIMEOUT_MS } from '../../../kafka/topics/ask-brokers'
import type { KafkaConnection } from '../../../kafka/wire/connection'
import type { LagView } from './lag-view'

export type Commit = { group: string; topic: string; partition: number; committed: number }

export type Commits = {
  commits: readonly Commit[]
  /** A topic came since the view was taken. */
  hasUnknownTopic: boolean
  answered: ReadonlySet<number>
  isComplete: boolean
}

/** Commits per request; more would hold the reply, and whoever waits behind it. */
const GROUPS_AT_ONCE = 50

/** Where every group stands, asked at every broker for the groups it coordinates. A silent broker's are left out. */
export async function committedOffsets(admin: KafkaAdmin, view: LagView): Promise<Commits> {
  const { replies, silent } = await askBrokers(
    admin,
    view,
    view.brokers.map(({ nodeId }) => nodeId),
    (broker) => commitsAt(broker, view.names),
  )
  const found = [...replies.values()].flat()
  return {
    commits: found.flatMap(({ topic, ...commit }) => (topic === null ? [] : [{ ...commit, topic }])),
    hasUnknownTopic: found.some(({ topic }) => topic === null),
    answered: new Set(replies.keys()),
    isComplete: silent.length === 0,
  }
}

type Found = Omit<Commit, 'topic'> & { topic: string | null }

async function commitsAt(
  broker: KafkaConnection,
  names: ReadonlyMap<string, string>,
): Promise<readonly Found[]> {
  const { groups } = await broker.call(listGroups, {}, BROKER_TIMEOUT_MS)
  // Share groups keep their place elsewhere; groups of other protocols (Connect, for one) commit nothing.
  const asked = groups.filter(({ groupType }) => groupType?.toLowerCase() !== 'share')
  const size = (broker.versionOf('OffsetFetch') ?? 0) >= GROUPS_AT_ONCE_SINCE ? GROUPS_AT_ONCE : 1
  const found: Found[] = []
  for (let first = 0; first < asked.length; first += size) {
    const ids = asked.slice(first, first + size).map(({ groupId }) => groupId)
    const reply = await broker.call(offsetFetch, { groups: ids }, BROKER_TIMEOUT_MS)
    for (const { groupId, topics } of reply.groups) {
      // Old brokers answer for the one group they were asked about, without its name.
      const group = groupId === '' ? (ids[0] ?? '') : groupId
      found.push(...topics.flatMap((topic) => commitsIn(group, topic, names)))
    }
  }
  return found
}

function commitsIn(group: string, topic: CommittedTopic, names: ReadonlyMap<string, string>): Found[] {
  const name = topic.name ?? names.get(topic.topicId ?? '') ?? null
  return topic.partitions.flatMap(({ partitionIndex, committedOffset, errorCode }) =>
    errorCode !== 0 || committedOffset < 0n
      ? []
      : [{ group, topic: name, partition: partitionIndex, committed: Number(committedOffset) }],
  )
}
