import type { GroupDetail, GroupMember, GroupPartition } from '@/lib/contract/console/groups'
import { lagOf, type Lag } from './group-list'
import { lagOfPartition } from './findings'

export type PartitionRow = GroupPartition & { lag: number | null; reader: string | null }
export type MemberRow = GroupMember & {
  name: string
  /** Null where only its own kind of client can read what it was given. */
  count: number | null
  lag: number | null
}

const ID_TAIL = 6

/** The name a member was given, or its client's; where several have the same, the end of its id tells them apart. */
export function memberNames(members: readonly GroupMember[]): ReadonlyMap<string, string> {
  const given = members.map(({ id, instanceId, clientId }) => ({ id, name: instanceId ?? clientId }))
  const isShared = (name: string) => given.filter((other) => other.name === name).length > 1
  return new Map(given.map(({ id, name }) => [id, isShared(name) ? `${name} …${id.slice(-ID_TAIL)}` : name]))
}

export function partitionRows({ members, partitions }: GroupDetail): readonly PartitionRow[] {
  const names = memberNames(members ?? [])
  return partitions.map((partition) => ({
    ...partition,
    lag: lagOfPartition(partition),
    reader: partition.member === null ? null : (names.get(partition.member) ?? partition.member),
  }))
}

export function memberRows({ members, partitions }: GroupDetail): readonly MemberRow[] {
  const names = memberNames(members ?? [])
  return (members ?? []).map((member) => {
    const lags = partitions.flatMap((partition) =>
      partition.member === member.id ? (lagOfPartition(partition) ?? []) : [],
    )
    return {
      ...member,
      name: names.get(member.id) ?? member.clientId,
      count: member.assigned?.reduce((sum, each) => sum + each.partitions.length, 0) ?? null,
      lag: lags.length === 0 ? null : lags.reduce((sum, each) => sum + each, 0),
    }
  })
}

/** What the whole group has not read. */
export const lagOfGroup = ({ partitions }: GroupDetail): Lag =>
  lagOf(
    partitions.map((partition) => {
      const lag = lagOfPartition(partition)
      return { lagSum: lag, lagMax: lag, ageS: partition.ageS }
    }),
  )

/** `0-3, 7`: numbers in a row are said once. */
export function ranges(numbers: readonly number[]): string {
  const parts: { from: number; to: number }[] = []
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = parts.at(-1)
    if (last?.to === number - 1) last.to = number
    else parts.push({ from: number, to: number })
  }
  return parts.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join(', ')
}
