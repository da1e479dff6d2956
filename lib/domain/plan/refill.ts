import { servesClients, votes } from '../node'
import type { Care } from './care'
import { LOOK_DEADLINE_MS, QUORUM_DEADLINE_MS, REGISTRATION_DEADLINE_MS } from './deadlines'
import type { Waiting } from './plan'
import { isFresh, neededRows, partitionsSeen, serving } from './serving'
import type { Row, World } from './world'

/**
 * A node once formatted comes back with an empty directory. A broker may refill only when no ISR counts on what it
 * lost; a voter, having forgotten its votes, only while all other voters serve. Null: it may start.
 */
export function refillOf(world: World, row: Row): Care | null {
  if (votes(row.role)) {
    const others = neededRows(world).filter(({ id, role }) => votes(role) && id !== row.id)
    if (others.length === 0)
      return { is: 'stuck', why: { is: 'directoryLost', node: row.id, partition: null } }
    const missing = others.map((other) => serving(world, other)).find(({ is }) => is !== 'yes')
    if (missing !== undefined && missing.is !== 'yes') return wait(missing.why, QUORUM_DEADLINE_MS)
  }
  if (!servesClients(row.role)) return null
  const { brokers } = world.observed.kafka
  const partitions = partitionsSeen(world)
  if (!isFresh(world, brokers) || partitions === null) {
    return wait({ for: 'look', what: 'partitions' }, LOOK_DEADLINE_MS)
  }
  const counting = Object.entries(partitions).filter(([, { isr }]) => isr.includes(row.id))
  const only = counting.find(([, { isr }]) => isr.length === 1)
  if (only !== undefined) {
    return { is: 'stuck', why: { is: 'directoryLost', node: row.id, partition: only[0] } }
  }
  const isFenced = brokers.value[row.id]?.fenced ?? true
  if (counting.length > 0 || !isFenced) {
    return wait({ for: 'fencing', node: row.id, partitions: counting.length }, REGISTRATION_DEADLINE_MS)
  }
  return null
}

const wait = (why: Waiting, deadlineMs: number): Care => ({ is: 'wait', why, deadlineMs })
