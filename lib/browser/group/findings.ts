import type { GroupDetail, GroupMember, GroupPartition } from '@/lib/contract/console/groups'
import { hasNoMembers, isRebalancing } from '@/lib/domain/group'

/** What is worth a sentence about a group, each with what to do about it. Nothing is said that is not known. */
export type Finding =
  | { is: 'lost'; records: number; partitions: number }
  | { is: 'beyondEnd'; partitions: number }
  | { is: 'nobodyReads'; records: number; keptMs: number | null }
  | { is: 'rebalancing' }
  | { is: 'held'; partitions: number; seconds: number; atLeast: boolean }
  | { is: 'unread'; partitions: number; topic: string }
  | { is: 'left'; topics: readonly string[]; records: number }
  | { is: 'oneReadsAll'; member: string; partitions: number; others: number }
  | { is: 'idle'; idle: number; members: number; partitions: number }
  | { is: 'gone'; topics: readonly string[] }

/** Consumers commit every five seconds unless told otherwise: this long without one is no accident. */
export const HELD_S = 60

export const lagOfPartition = ({ committed, end }: GroupPartition): number | null =>
  committed === null || end === null ? null : Math.max(0, end - committed)

export function findingsOf(group: GroupDetail): readonly Finding[] {
  return [
    ...positionFindings(group.partitions),
    ...(hasNoMembers(group.state) ? abandoned(group) : readFindings(group)),
    ...(group.goneTopics.length === 0 ? [] : [{ is: 'gone' as const, topics: group.goneTopics }]),
  ]
}

const lagSum = (partitions: readonly GroupPartition[]): number =>
  partitions.reduce((sum, partition) => sum + (lagOfPartition(partition) ?? 0), 0)

/** Records deleted before they were read, and positions behind the end of a partition that was made anew. */
function positionFindings(partitions: readonly GroupPartition[]): Finding[] {
  const lost = partitions.flatMap(({ committed, earliest }) =>
    committed !== null && earliest !== null && committed < earliest ? [earliest - committed] : [],
  )
  const beyond = partitions.filter(
    ({ committed, end }) => committed !== null && end !== null && committed > end,
  )
  const found: Finding[] = []
  if (lost.length > 0)
    found.push({
      is: 'lost',
      records: lost.reduce((sum, each) => sum + each, 0),
      partitions: lost.length,
    })
  if (beyond.length > 0) found.push({ is: 'beyondEnd', partitions: beyond.length })
  return found
}

/** With how long Kafka keeps its place. */
function abandoned({ partitions, retentionMs }: GroupDetail): Finding[] {
  const records = lagSum(partitions)
  return records === 0 ? [] : [{ is: 'nobodyReads', records, keptMs: retentionMs }]
}

function readFindings(group: GroupDetail): Finding[] {
  if (isRebalancing(group.state)) return [{ is: 'rebalancing' }]
  return [...heldFindings(group.partitions), ...shareFindings(group)]
}

function heldFindings(partitions: readonly GroupPartition[]): Finding[] {
  const held = partitions.flatMap((partition) =>
    partition.member !== null && (lagOfPartition(partition) ?? 0) > 0 ? (partition.held ?? []) : [],
  )
  const long = held.filter(({ seconds }) => seconds >= HELD_S)
  const longest = long.toSorted((a, b) => b.seconds - a.seconds)[0]
  return longest === undefined ? [] : [{ is: 'held', partitions: long.length, ...longest }]
}

/** How the partitions are shared out. Only where every member tells what it was given. */
function shareFindings({ members, partitions }: GroupDetail): Finding[] {
  const shares = (members ?? []).map((member) => ({ member, count: partitionsOf(member) }))
  if (shares.length === 0 || shares.some(({ count }) => count === null)) return []
  return [...unreadFindings(partitions), ...idleFindings(shares)]
}

const partitionsOf = ({ assigned }: GroupMember): number | null =>
  assigned?.reduce((sum, { partitions }) => sum + partitions.length, 0) ?? null

function unreadFindings(partitions: readonly GroupPartition[]): Finding[] {
  const read = new Set(partitions.flatMap(({ topic, member }) => (member === null ? [] : [topic])))
  const unread = partitions.filter(({ topic, member }) => member === null && read.has(topic))
  const left = partitions.filter(({ topic, committed }) => committed !== null && !read.has(topic))
  const found: Finding[] = []
  const [first] = unread
  if (first !== undefined) found.push({ is: 'unread', partitions: unread.length, topic: first.topic })
  if (left.length > 0)
    found.push({ is: 'left', topics: [...new Set(left.map(({ topic }) => topic))], records: lagSum(left) })
  return found
}

function idleFindings(shares: readonly { member: GroupMember; count: number | null }[]): Finding[] {
  const busy = shares.filter(({ count }) => (count ?? 0) > 0)
  const idle = shares.length - busy.length
  const [first] = busy
  if (idle === 0 || first === undefined) return []
  const partitions = busy.reduce((sum, { count }) => sum + (count ?? 0), 0)
  if (busy.length === 1 && partitions > 1)
    return [{ is: 'oneReadsAll', member: first.member.clientId, partitions, others: idle }]
  return [{ is: 'idle', idle, members: shares.length, partitions }]
}
