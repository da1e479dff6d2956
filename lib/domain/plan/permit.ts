import { servesClients, votes } from '../node'
import { PERMIT_DEADLINE_MS } from './deadlines'
import type { Waiting } from './plan'
import { neededRows, partitionsSeen, quorumServes, quorumWait, serving } from './serving'
import { fencedNodes } from './volumes'
import type { NodeId, Row, World } from './world'

/**
 * May this node be stopped on purpose? Only if all others do their work, a majority of voters stays, and every
 * partition it serves keeps its min ISR without it. Deliberately not "nothing is under-replicated": the sickness of
 * the node itself would then forbid its cure.
 */
export type Permit = { is: 'granted' } | { is: 'refused'; why: Waiting; deadlineMs: number }

const refused = (why: Waiting): Permit => ({ is: 'refused', why, deadlineMs: PERMIT_DEADLINE_MS })

export function stopPermit(world: World, node: NodeId): Permit {
  const rows = neededRows(world)
  const others = rows.filter(({ id }) => id !== node)
  const blocking = others
    .map((row) => ({ row, state: serving(world, row) }))
    .find(({ state }) => state.is !== 'yes')
  if (blocking !== undefined) {
    if (fencedNodes(world).has(blocking.row.id)) return refused({ for: 'volume', node: blocking.row.id })
    return refused(
      blocking.state.is === 'unknown'
        ? blocking.state.why
        : { for: 'permit', node, blockedBy: blocking.row.id },
    )
  }
  return quorumAllows(world, rows, node) ?? partitionsAllow(world, node) ?? { is: 'granted' }
}

function quorumAllows(world: World, rows: readonly Row[], node: NodeId): Permit | null {
  const serves = quorumServes(world)
  if (serves === null) return refused({ for: 'look', what: 'quorum' })
  if (!serves) return refused(quorumWait(world))
  const voters = rows.filter(({ role }) => votes(role))
  if (!voters.some(({ id }) => id === node)) return null
  const staying = voters.length - 1
  const needed = Math.floor(voters.length / 2) + 1
  // A lone voter cannot be restarted without a moment of no quorum; nobody else would notice.
  return voters.length > 1 && staying < needed ? refused({ for: 'quorum', serving: staying, needed }) : null
}

function partitionsAllow(world: World, node: NodeId): Permit | null {
  const row = world.rows.find(({ id }) => id === node)
  if (row !== undefined && !servesClients(row.role)) return null
  const partitions = partitionsSeen(world)
  if (partitions === null) return refused({ for: 'look', what: 'partitions' })
  // One that shall go later holds its replicas until then.
  const works = new Set(
    world.rows
      .filter((other) => servesClients(other.role) && serving(world, other).is === 'yes')
      .map(({ id }) => id),
  )
  for (const { id: partition, seen } of partitions.placed.get(node) ?? []) {
    const { replicas, isr, minIsr } = seen
    // As many replicas as min ISR: its owner chose that any restart interrupts it. The preview says so.
    if (replicas.length <= minIsr || !isr.includes(node)) continue
    const staying = isr.filter((id) => id !== node && works.has(id)).length
    if (staying < minIsr) return refused({ for: 'minIsr', node, partition, isr: staying, needed: minIsr })
  }
  return null
}
