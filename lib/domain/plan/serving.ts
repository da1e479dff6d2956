import { servesClients, votes } from '../node'
import { FRESH_MS, VOTER_LAG_MAX_MS } from './deadlines'
import { indexPartitions, type PartitionIndex } from './partitions/partition-index'
import type { LookedAt, Waiting } from './plan'
import { isKnown, type DesiredNode, type Known, type NodeId } from './world'
import type { Proc, Row, World } from './world'

/** What the look says about nodes and partitions. Unknown is an answer of its own: it never means no. */

export const isFresh = <T>(world: World, section: Known<T>): section is { at: number; value: T } =>
  isKnown(section) && Math.abs(world.now - section.at) <= FRESH_MS

const ABSENT: Proc = {
  state: 'absent',
  boot: null,
  startedWith: null,
  startedAt: null,
  isFrozen: false,
  answers: null,
  recoveryProgress: null,
  recoveryLogsLeft: null,
  hasDirectory: false,
  lastExit: null,
}

/** Null: not known. A node that a fresh look does not list has neither process nor directory. */
export function procOf(world: World, node: NodeId): Proc | null {
  const { processes } = world.observed
  return isFresh(world, processes) ? (processes.value[node] ?? ABSENT) : null
}

export const desiredNode = (world: World, node: NodeId): DesiredNode | undefined =>
  world.desired.nodes.find(({ id }) => id === node)

/** Rows of the nodes that shall be there, voters first, each group by id. */
export function neededRows(world: World): readonly Row[] {
  const known = needed.get(world)
  if (known !== undefined) return known
  const rows = sortNeeded(world)
  needed.set(world, rows)
  return rows
}

/** Everything asks for them, many times in one look; a world never changes. */
const needed = new WeakMap<World, readonly Row[]>()

function sortNeeded(world: World): readonly Row[] {
  const wanted = new Set(world.desired.nodes.map(({ id }) => id))
  const rank = (row: Row): number => (votes(row.role) ? 0 : 1)
  return world.rows.filter(({ id }) => wanted.has(id)).toSorted((a, b) => rank(a) - rank(b) || a.id - b.id)
}

/** Rows of nodes that shall not be there any more, by id. */
export function leavingRows(world: World): readonly Row[] {
  const wanted = new Set(world.desired.nodes.map(({ id }) => id))
  return world.rows.filter(({ id }) => !wanted.has(id)).toSorted((a, b) => a.id - b.id)
}

/** The cluster shall be there, and on. */
export const shallRun = ({ desired }: World): boolean =>
  desired.presence === 'present' && desired.power === 'on'

export type Serving = { is: 'yes' } | { is: 'no'; why: Waiting } | { is: 'unknown'; why: Waiting }

const no = (why: Waiting): Serving => ({ is: 'no', why })
const unknown = (what: LookedAt): Serving => ({ is: 'unknown', why: { for: 'look', what } })

/** What one waits for that recovers its logs. Null: it does not. */
export const recoveryWait = (
  { id }: Row,
  { recoveryProgress: progress, recoveryLogsLeft: logsLeft }: Proc,
): Waiting | null => (progress === null ? null : { for: 'recovery', node: id, progress, logsLeft })

/** Its process is up and answers. */
export function answering(world: World, row: Row): Serving {
  const proc = procOf(world, row.id)
  if (proc === null) return unknown('processes')
  switch (proc.state) {
    case 'absent':
      return no({ for: 'start', node: row.id })
    case 'stopping':
      return no({ for: 'stop', node: row.id })
    case 'starting':
      return no(recoveryWait(row, proc) ?? { for: 'answer', node: row.id })
    case 'running':
      if (proc.answers === null) return unknown('answers')
      return proc.answers ? { is: 'yes' } : no({ for: 'answer', node: row.id })
  }
}

/** It does its work: answers, is registered and unfenced as a broker, and follows the leader as a voter. */
export function serving(world: World, row: Row): Serving {
  const answer = answering(world, row)
  if (answer.is !== 'yes') return answer
  if (votes(row.role)) {
    const following = followingLeader(world, row.id)
    if (following.is !== 'yes') return following
  }
  return servesClients(row.role) ? registered(world, row.id) : answer
}

function followingLeader(world: World, node: NodeId): Serving {
  const { quorum } = world.observed.kafka
  if (!isFresh(world, quorum)) return unknown('quorum')
  if (quorum.value.leader === null) return no(quorumWait(world))
  const voter = quorum.value.voters[node]
  if (voter === undefined) return no({ for: 'voter', node, lagMs: Number.MAX_SAFE_INTEGER })
  return voter.lagMs <= VOTER_LAG_MAX_MS ? { is: 'yes' } : no({ for: 'voter', node, lagMs: voter.lagMs })
}

function registered(world: World, node: NodeId): Serving {
  const { brokers } = world.observed.kafka
  if (!isFresh(world, brokers)) return unknown('brokers')
  const seen = brokers.value[node]
  return seen !== undefined && !seen.fenced ? { is: 'yes' } : no({ for: 'registration', node })
}

export function quorumWait(world: World): Waiting {
  const voters = neededRows(world).filter(({ role }) => votes(role))
  const up = voters.filter((row) => answering(world, row).is === 'yes').length
  return { for: 'quorum', serving: up, needed: Math.floor(voters.length / 2) + 1 }
}

/** There is a leader that a majority follows. Null: not known. */
export function quorumServes(world: World): boolean | null {
  const { quorum } = world.observed.kafka
  if (!isFresh(world, quorum)) return null
  return quorum.value.leader !== null
}

/** Null: not known. */
export function partitionsSeen(world: World): PartitionIndex | null {
  const { partitions } = world.observed.kafka
  return isFresh(world, partitions) ? indexPartitions(partitions.value) : null
}

/** Of the partitions placed on a broker, how many it follows in the ISR. Null: not known. */
export function followed(world: World, node: NodeId): { total: number; behind: number } | null {
  const partitions = partitionsSeen(world)
  if (partitions === null) return null
  return { total: partitions.placed.get(node)?.length ?? 0, behind: partitions.behind.get(node) ?? 0 }
}
