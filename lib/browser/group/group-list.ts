import type { GroupRow, GroupTopic } from '@/lib/contract/console/groups'

/** A row of the list with what its topics come to; null where nothing of it is known. */
export type ListedGroup = GroupRow & Lag
export type Lag = Pick<GroupTopic, 'lagSum' | 'lagMax' | 'ageS'>

export const listedGroups = (groups: readonly GroupRow[]): readonly ListedGroup[] =>
  groups.map((group) => ({ ...group, ...lagOf(group.topics) }))

/** All topics together: what is known of some is told, and what is known of none is not. */
export function lagOf(topics: readonly Lag[]): Lag {
  const known = (of: (topic: Lag) => number | null) => topics.map(of).filter((value) => value !== null)
  const most = (values: readonly number[]) => (values.length === 0 ? null : Math.max(...values))
  const sums = known(({ lagSum }) => lagSum)
  return {
    lagSum: sums.length === 0 ? null : sums.reduce((sum, each) => sum + each, 0),
    lagMax: most(known(({ lagMax }) => lagMax)),
    ageS: most(known(({ ageS }) => ageS)),
  }
}

/** The groups that read a topic, with what they have not read of it. */
export const readersOf = (groups: readonly GroupRow[], topic: string): readonly ListedGroup[] =>
  groups.flatMap((group) => {
    const own = group.topics.filter(({ name }) => name === topic)
    return own.length === 0 ? [] : [{ ...group, ...lagOf(own) }]
  })

export type GroupTotals = { groups: number; reading: number; waiting: number; records: number }

/** `waiting`: groups without a member that have something left to read, and how many records that is. */
export function groupTotals(groups: readonly ListedGroup[]): GroupTotals {
  const waiting = groups.filter(({ state, lagSum }) => state === 'Empty' && (lagSum ?? 0) > 0)
  return {
    groups: groups.length,
    reading: groups.filter(({ members }) => (members ?? 0) > 0).length,
    waiting: waiting.length,
    records: waiting.reduce((sum, { lagSum }) => sum + (lagSum ?? 0), 0),
  }
}
