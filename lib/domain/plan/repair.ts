import { servesClients, votes } from '../node'
import * as bound from './deadlines'
import { failedBoots, lastErrorOf, nodeEntry, restsUntil, standsSince } from './ledger'
import type { Move, Problem, Waiting } from './plan'
import { isProven, otherCarriers, witnessFor } from './proof'
import { answering, desiredNode, isFresh, neededRows, partitionsSeen } from './serving'
import { procOf, quorumServes, serving } from './serving'
import type { Proc, Row, World } from './world'

/**
 * What one node needs to serve again. A repair is not a stop: a process freshly seen not to serve is ended without a
 * permit, else two hung nodes would wait for each other. Never while it recovers its logs: that is slow and healthy.
 */
export type Care =
  | { is: 'fine' }
  | { is: 'move'; move: Move }
  | { is: 'wait'; why: Waiting; deadlineMs: number }
  | { is: 'stuck'; why: Problem }

const wait = (why: Waiting, deadlineMs: number): Care => ({ is: 'wait', why, deadlineMs })

export function careFor(world: World, row: Row): Care {
  const proc = procOf(world, row.id)
  if (proc === null) return wait({ for: 'look', what: 'processes' }, bound.LOOK_DEADLINE_MS)
  switch (proc.state) {
    case 'absent':
      return careForAbsent(world, row, proc)
    case 'starting':
      if (proc.recoveryProgress !== null) {
        const { recoveryProgress: progress } = proc
        return wait({ for: 'recovery', node: row.id, progress }, bound.RECOVERY_DEADLINE_MS)
      }
      return forced(world, row, proc, bound.SILENT_BOOT_MS, 'silent since its start') ?? stillBooting(row)
    case 'stopping':
      return (
        forced(world, row, proc, bound.STOP_GRACE_MS, 'did not end in time') ??
        wait({ for: 'stop', node: row.id }, bound.STOP_DEADLINE_MS)
      )
    case 'running':
      return careForRunning(world, row, proc)
  }
}

const stillBooting = (row: Row): Care => wait({ for: 'answer', node: row.id }, bound.BOOT_DEADLINE_MS)

function careForRunning(world: World, row: Row, proc: Proc): Care {
  const answer = answering(world, row)
  if (answer.is === 'unknown') return wait(answer.why, bound.LOOK_DEADLINE_MS)
  if (answer.is === 'no') {
    return (
      forced(world, row, proc, bound.HUNG_MS, 'does not answer') ?? wait(answer.why, bound.BOOT_DEADLINE_MS)
    )
  }
  if (!servesClients(row.role)) return { is: 'fine' }
  const state = serving(world, row)
  if (state.is === 'yes') return { is: 'fine' }
  // Without a quorum no broker can register: that is not its fault, and no reason to end it.
  if (state.is === 'unknown' || quorumServes(world) !== true) return { is: 'fine' }
  return forced(world, row, proc, bound.HUNG_MS, 'is not registered') ?? { is: 'fine' }
}

/** Ends the process once it has stood where it stands for too long. */
function forced(world: World, row: Row, proc: Proc, afterMs: number, why: string): Care | null {
  if (proc.boot === null || proc.recoveryProgress !== null) return null
  if (world.now - standsSince(world, row) < afterMs) return null
  return { is: 'move', move: { do: 'kill', node: row.id, boot: proc.boot, why } }
}

function careForAbsent(world: World, row: Row, proc: Proc): Care {
  const assignment = assignmentFor(world, row)
  if (assignment !== null) return assignment
  if (row.assigned === null) {
    return wait({ for: 'look', what: 'specification' }, bound.LOOK_DEADLINE_MS)
  }
  const failed = failedBoots(world, row)
  if (world.operation !== null && failed >= bound.BOOTS_MAX) {
    const why = proc.lastExit?.reason ?? nodeEntry(world, row)?.lastError ?? lastErrorOf(world.ledger)
    return {
      is: 'stuck',
      why: { is: 'nodeFailed', node: row.id, boots: failed, why: why ?? 'it ended without a word' },
    }
  }
  const isLost = row.formatted && !proc.hasDirectory
  const refill = isLost ? refillOf(world, row) : null
  if (refill !== null) return refill
  if (world.now < restsUntil(world, row, proc)) {
    return wait({ for: 'start', node: row.id }, bound.BOOT_DEADLINE_MS)
  }
  return {
    is: 'move',
    move: {
      do: 'start',
      node: row.id,
      specification: row.assigned,
      directory: proc.hasDirectory ? 'existing' : 'fresh',
    },
  }
}

/**
 * A node that is down takes the specification that shall be, if that one is proven or its own has failed for good.
 * Else a poison assigned to it would be started for ever and the undo never reached; an unproven one, though, is
 * given by `roll` alone, to one carrier at a time.
 */
function assignmentFor(world: World, row: Row): Care | null {
  const desired = desiredNode(world, row.id)
  if (desired === undefined || row.assigned?.hash === desired.hash) return null
  const to = { generation: world.desired.generation, hash: desired.hash }
  if (isProven(world, row.role, desired.kind)) {
    return { is: 'move', move: { do: 'assign', node: row.id, to, witness: witnessFor(world, row) ?? [] } }
  }
  if (row.assigned !== null && failedBoots(world, row) < bound.BOOTS_MAX) return null
  const carrier = otherCarriers(world, row, desired.kind)[0]
  if (carrier !== undefined) {
    return wait({ for: 'turn', node: row.id, behind: carrier.id }, bound.PERMIT_DEADLINE_MS)
  }
  const witness = witnessFor(world, row)
  if (witness === null) return wait({ for: 'look', what: 'partitions' }, bound.LOOK_DEADLINE_MS)
  return { is: 'move', move: { do: 'assign', node: row.id, to, witness } }
}

/**
 * A node once formatted comes back with an empty directory. A broker may refill only when no ISR counts on what it
 * lost; a voter, having forgotten its votes, only while all other voters serve. Null: it may start.
 */
function refillOf(world: World, row: Row): Care | null {
  if (votes(row.role)) {
    const others = neededRows(world).filter(({ id, role }) => votes(role) && id !== row.id)
    if (others.length === 0)
      return { is: 'stuck', why: { is: 'directoryLost', node: row.id, partition: null } }
    const missing = others.map((other) => serving(world, other)).find(({ is }) => is !== 'yes')
    if (missing !== undefined && missing.is !== 'yes') return wait(missing.why, bound.QUORUM_DEADLINE_MS)
  }
  if (!servesClients(row.role)) return null
  const { brokers } = world.observed.kafka
  const partitions = partitionsSeen(world)
  if (!isFresh(world, brokers) || partitions === null) {
    return wait({ for: 'look', what: 'partitions' }, bound.LOOK_DEADLINE_MS)
  }
  const counting = Object.entries(partitions).filter(([, { isr }]) => isr.includes(row.id))
  const only = counting.find(([, { isr }]) => isr.length === 1)
  if (only !== undefined) {
    return { is: 'stuck', why: { is: 'directoryLost', node: row.id, partition: only[0] } }
  }
  const isFenced = brokers.value[row.id]?.fenced ?? true
  if (counting.length > 0 || !isFenced) {
    return wait({ for: 'fencing', node: row.id, partitions: counting.length }, bound.REGISTRATION_DEADLINE_MS)
  }
  return null
}
