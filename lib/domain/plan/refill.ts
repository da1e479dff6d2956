import { servesClients, votes } from '../node'
import type { Care } from './care'
import { LOOK_DEADLINE_MS, QUORUM_DEADLINE_MS, REGISTRATION_DEADLINE_MS } from './deadlines'
import type { Waiting } from './plan'
import { isFresh, neededRows, partitionsSeen, procOf, serving } from './serving'
import type { Row, World } from './world'

/**
 * A node once formatted comes back with an empty directory. A broker may refill only when no ISR counts on what it
 * lost, which its registration is ended for; a voter, having forgotten its votes, only while all other voters serve. Null: it may start.
 */
export function refillOf(world: World, row: Row): Care | null {
  return (
    (votes(row.role) ? voterRefill(world, row) : null) ??
    (servesClients(row.role) ? brokerRefill(world, row) : null)
  )
}

function voterRefill(world: World, row: Row): Care | null {
  const voters = neededRows(world).filter(({ role }) => votes(role))
  const others = voters.filter(({ id }) => id !== row.id)
  const intact = others.filter((other) => !other.formatted || procOf(world, other.id)?.hasDirectory !== false)
  // Without a majority that remembers, nobody can tell a voter what it voted for.
  if (intact.length * 2 <= voters.length) {
    return { is: 'stuck', why: { is: 'directoryLost', node: row.id, partition: null } }
  }
  for (const other of others) {
    const state = serving(world, other)
    if (state.is !== 'yes') return wait(state.why, QUORUM_DEADLINE_MS)
  }
  return null
}

function brokerRefill(world: World, row: Row): Care | null {
  const { brokers } = world.observed.kafka
  const partitions = partitionsSeen(world)
  if (!isFresh(world, brokers) || partitions === null) {
    return wait({ for: 'look', what: 'partitions' }, LOOK_DEADLINE_MS)
  }
  const placed = partitions.placed.get(row.id) ?? []
  const counting = placed.filter(({ seen }) => seen.isr.includes(row.id))
  // With eligible leader replicas (KIP-966) the last in sync leaves the ISR too once it is fenced: empty, it may be its.
  const only = placed.find(({ seen }) => seen.isr.every((id) => id === row.id))
  if (only !== undefined) {
    return { is: 'stuck', why: { is: 'directoryLost', node: row.id, partition: only.id } }
  }
  const isFenced = brokers.value[row.id]?.fenced ?? true
  // Its process is gone and what it held too: nobody need wait until its session has run out.
  if (!isFenced && hasControllers(world)) return { is: 'move', move: { do: 'unregister', node: row.id } }
  if (counting.length > 0 || !isFenced) {
    return wait({ for: 'fencing', node: row.id, partitions: counting.length }, REGISTRATION_DEADLINE_MS)
  }
  return null
}

/** With ZooKeeper a registration ends with its session, and nobody can end it before. */
const hasControllers = (world: World): boolean => world.rows.every(({ role }) => role !== 'zookeeper')

const wait = (why: Waiting, deadlineMs: number): Care => ({ is: 'wait', why, deadlineMs })
