import { createHash } from 'node:crypto'
import type { GroupRow, GroupTopic } from '@/lib/contract/console/groups'
import { systemClock } from '../clock'
import type { DescribedGroup } from '../kafka/groups/describe'
import { listAllGroups } from '../kafka/groups/list'
import type { PositionLag } from '../metrics/collect/lag/group-lags'
import { groupLags, onWake } from '../process'
import { withTopicsOf } from '../topic/with-topics'

/** The groups of a cluster as its brokers last told them, with the lag that the collection of metrics last read. */
export type GroupsRead = {
  at: number
  lagAt: number | null
  version: string
  silentBrokers: readonly number[]
  groups: readonly GroupRow[]
}

/** Several pages ask every few seconds: they share one answer. */
const SHARED_FOR_MS = 2_000

const asked = new Map<string, { at: number; answer: Promise<GroupsRead> }>()
const forget = (clusterId: string): void => void asked.delete(clusterId)

export async function lastGroups(clusterId: string): Promise<GroupsRead> {
  const now = systemClock.now()
  for (const [id, { at }] of asked) if (now - at >= SHARED_FOR_MS || at > now) forget(id)
  const shared = asked.get(clusterId)
  if (shared !== undefined) return shared.answer
  onWake(forget)
  const answer = ask(clusterId, now)
  asked.set(clusterId, { at: now, answer })
  answer.catch(() => forget(clusterId))
  return answer
}

async function ask(clusterId: string, at: number): Promise<GroupsRead> {
  const { groups, silent } = await withTopicsOf(clusterId, 'read', listAllGroups)
  const lags = groupLags(clusterId)
  const positions = lags?.groups()
  const rows = groups
    .map(({ name, kind, protocolType, state, described }) => ({
      name,
      kind,
      protocolType,
      state,
      members: described?.members.length ?? null,
      topics: topicsOf(described, positions?.get(name) ?? []),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  return {
    at,
    lagAt: lags?.at ?? null,
    version: createHash('sha1')
      .update(JSON.stringify([rows, silent]))
      .digest('base64url'),
    silentBrokers: silent.map(({ brokerId }) => brokerId).toSorted((a, b) => a - b),
    groups: rows,
  }
}

function topicsOf(described: DescribedGroup | null, positions: readonly PositionLag[]): GroupTopic[] {
  const topics = new Map<string, PositionLag[]>()
  for (const { assigned, subscribed } of described?.members ?? []) {
    for (const name of [...(subscribed ?? []), ...(assigned ?? []).map(({ topic }) => topic)])
      topics.set(name, [])
  }
  for (const position of positions) {
    const own = topics.get(position.topic)
    if (own === undefined) topics.set(position.topic, [position])
    else own.push(position)
  }
  return [...topics]
    .map(([name, own]) => ({ name, ...lagOf(own) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function lagOf(positions: readonly PositionLag[]): Omit<GroupTopic, 'name'> {
  if (positions.length === 0) return { lagSum: null, lagMax: null, ageS: null }
  const offsets = positions.map((position) => position.offsets)
  const ages = positions.flatMap(({ ageS }) => ageS ?? [])
  return {
    lagSum: offsets.reduce((sum, each) => sum + each, 0),
    lagMax: Math.max(...offsets),
    // Whole seconds: a list that says the same is not sent again.
    ageS: ages.length === 0 ? null : Math.round(Math.max(...ages)),
  }
}
