import { groupKindOf, groupStateOf } from '@/lib/domain/group'
import type { KafkaAdmin } from '../admin'
import { clusterView } from '../cluster-view'
import { describeConfigs } from '../rpc/configs'
import { listGroups } from '../rpc/list-groups'
import { metadataOfIds, type MetadataReply } from '../rpc/metadata'
import { offsetFetch } from '../rpc/offset-fetch'
import { askBrokers, BROKER_TIMEOUT_MS, type SilentBroker } from '../topics/ask-brokers'
import { QUESTION_TIMEOUT_MS } from '../topics/call-timeouts'
import { lookAtOffsets, partitionId } from '../topics/offsets'
import type { KafkaConnection } from '../wire/connection'
import { assertNoError, KafkaError } from '../wire/kafka-error'
import { describeOfKind } from './describe'
import type { ListedGroup } from './list'

export type GroupPosition = {
  topic: string
  partition: number
  committed: number | null
  earliest: number | null
  end: number | null
}
export type GroupSeen = {
  group: ListedGroup
  positions: readonly GroupPosition[]
  goneTopics: readonly string[]
  retentionMs: number | null
  view: MetadataReply
  silent: readonly SilentBroker[]
}

/** Everything about one group. What a broker that does not answer would have said is null. */
export async function lookAtGroup(admin: KafkaAdmin, name: string): Promise<GroupSeen> {
  const { group, broker } = await findGroup(admin, name)
  const [described, commits, retentionMs] = await Promise.all([
    describeOfKind(broker, group.kind, [name]),
    commitsOf(broker, group),
    offsetsKeptMs(broker, group.coordinator),
  ])
  const [own = null] = described
  const given = (own?.members ?? []).flatMap(({ assigned }) => assigned ?? [])
  const names = [...new Set([...commits.keys(), ...given.map(({ topic }) => topic)])].toSorted()
  const view = await admin.ask((any) => clusterView(any, names, QUESTION_TIMEOUT_MS))
  const topics = view.topics.filter(({ errorCode }) => errorCode === 0)
  const known = { ...view, topics }
  const { offsets, silent } = await lookAtOffsets(admin, known)
  const there = new Set(topics.map((topic) => topic.name))
  return {
    group: { ...group, state: own?.state ?? group.state, described: own },
    positions: topics
      .flatMap(({ name: topic, partitions }) =>
        partitions.map(({ partitionIndex: partition }) => {
          const seen = offsets.get(partitionId(topic ?? '', partition))
          return {
            topic: topic ?? '',
            partition,
            committed: commits.get(topic ?? '')?.get(partition) ?? null,
            earliest: seen?.earliest ?? null,
            end: seen?.highWatermark ?? null,
          }
        }),
      )
      .toSorted((a, b) => (a.topic === b.topic ? a.partition - b.partition : a.topic < b.topic ? -1 : 1)),
    goneTopics: names.filter((each) => !there.has(each)),
    retentionMs,
    view: known,
    silent,
  }
}

/**
 * The group, and the broker that keeps its state. Every broker is asked for its groups: to ask which one it would be
 * makes Kafka create the topic of offsets in a cluster that has none yet.
 */
export async function findGroup(
  admin: KafkaAdmin,
  name: string,
): Promise<{ group: ListedGroup; broker: KafkaConnection }> {
  const view = await admin.ask((any) => clusterView(any, [], QUESTION_TIMEOUT_MS))
  const ids = view.brokers.map(({ nodeId }) => nodeId)
  const { replies, silent } = await askBrokers(admin, view, ids, async (broker) => ({
    broker,
    reply: await broker.call(listGroups, {}, BROKER_TIMEOUT_MS),
  }))
  for (const [coordinator, { broker, reply }] of replies) {
    const found = reply.groups.find(({ groupId }) => groupId === name)
    if (found === undefined) continue
    return {
      broker,
      group: {
        name,
        kind: groupKindOf(found.groupType),
        protocolType: found.protocolType,
        state: groupStateOf(found.groupState),
        coordinator,
        described: null,
      },
    }
  }
  const [first] = silent
  throw first === undefined
    ? new KafkaError({
        error: 'GROUP_ID_NOT_FOUND',
        message: `There is no group "${name}".`,
        mayHaveHappened: false,
      })
    : new KafkaError({
        error: 'NETWORK_EXCEPTION',
        message: `The brokers that answer keep no group "${name}". ${first.why}`,
        mayHaveHappened: false,
      })
}

async function commitsOf(
  broker: KafkaConnection,
  { name, kind }: ListedGroup,
): Promise<ReadonlyMap<string, ReadonlyMap<number, number>>> {
  // What a share group has read is kept elsewhere, and is not one offset a partition.
  if (kind === 'share') return new Map()
  const reply = await broker.call(offsetFetch, { groups: [name] }, BROKER_TIMEOUT_MS)
  const topics = reply.groups.flatMap((group) => {
    assertNoError(`The offsets of group "${name}"`, group.errorCode, null)
    return group.topics
  })
  const ids = topics.flatMap(({ name: own, topicId }) => (own === undefined ? (topicId ?? []) : []))
  const names = ids.length === 0 ? new Map<string, string>() : await namesOf(broker, ids)
  const commits = new Map<string, Map<number, number>>()
  for (const { name: own, topicId, partitions } of topics) {
    const topic = own ?? names.get(topicId ?? '')
    if (topic === undefined) continue
    const kept = partitions.flatMap(({ partitionIndex, committedOffset, errorCode }): [number, number][] =>
      errorCode !== 0 || committedOffset < 0n ? [] : [[partitionIndex, Number(committedOffset)]],
    )
    if (kept.length > 0) commits.set(topic, new Map(kept))
  }
  return commits
}

async function namesOf(
  broker: KafkaConnection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { topics } = await broker.call(metadataOfIds, { ids }, QUESTION_TIMEOUT_MS)
  return new Map(topics.flatMap(({ topicId, name }) => (topicId && name ? [[topicId, name]] : [])))
}

/** A broker tells its own configuration only itself. */
async function offsetsKeptMs(broker: KafkaConnection, brokerId: number): Promise<number | null> {
  const resources = [{ type: 'broker', name: String(brokerId) } as const]
  const keys = ['offsets.retention.minutes']
  const { results } = await broker.call(describeConfigs, { resources, keys }, BROKER_TIMEOUT_MS)
  const value = results[0]?.configs[0]?.value
  return value == null ? null : Number(value) * 60_000
}
