import { servesClients, votes } from '../../node'
import { isAtLeast } from '../../kafka-version'
import {
  CANARY_DEADLINE_MS,
  CANARY_START_MS,
  CATCH_UP_DEADLINE_MS,
  LEADERS_BACK_MS,
  PERMIT_DEADLINE_MS,
  SOAK_DEADLINE_MS,
  SOAK_MS,
} from '../deadlines'
import { stopPermit } from '../permit'
import { phaseOf } from '../phase'
import type { Move, RowPhase, Step, StepRow, Verdict, Waiting } from '../plan'
import { isProven, kindOf, otherCarriers, proofOf, witnessFor } from '../proof'
import {
  desiredNode,
  followed,
  neededRows,
  partitionsSeen,
  procOf,
  quorumServes,
  serving,
  shallRun,
} from '../serving'
import { fencedNodes } from '../volumes'
import type { Desired, Row, World } from '../world'
import { lookFor } from './look'

/**
 * Nodes take the new specification one after another. The step alone assigns an unproven one, to a single carrier,
 * and alone permits a stop. The assignment is written before the stop: it is the record of intent, and no other
 * memory of who is down is needed.
 */
export const roll: Step = {
  name: 'roll',
  undo: 'costs',
  applies: (world) =>
    shallRun(world) &&
    (world.operation?.kind === 'UPDATE' ||
      world.operation?.kind === 'REBOOT' ||
      neededRows(world).some((row) => runsSomethingElse(world, row))),
  rows(world) {
    const order = rollOrder(world)
    const next = order.find((row) => isPending(world, row))
    return order.map((row) => rowOf(world, row, next))
  },
  judge(world) {
    if (neededRows(world).some((row) => procOf(world, row.id) === null) || quorumServes(world) !== true)
      return lookFor('processes')
    const takenBack = neededRows(world).filter((row) => isAssignedInVain(world, row))
    if (takenBack.length > 0) return { is: 'move', moves: takenBack.map((row) => assign(world, row)) }
    const leaders = leadersBack(world)
    if (leaders !== null) return leaders
    const row = pendingRows(world)[0]
    return row === undefined ? (heldByVolume(world) ?? proofOfLast(world)) : takeTurn(world, row)
  },
}

const runsAssigned = (world: World, row: Row): boolean =>
  row.assigned !== null && procOf(world, row.id)?.startedWith?.hash === row.assigned.hash

const isAssignedDesired = (world: World, row: Row): boolean =>
  row.assigned?.hash === desiredNode(world, row.id)?.hash

/** Runs what shall be, while something else was assigned to it: the assignment is taken back, without a restart. */
const isAssignedInVain = (world: World, row: Row): boolean =>
  !isAssignedDesired(world, row) &&
  procOf(world, row.id)?.startedWith?.hash === desiredNode(world, row.id)?.hash

/** Nodes that have to change, the next one first. Who is down for its volume takes it when it comes back. */
const pendingRows = (world: World): readonly Row[] => {
  const fenced = fencedNodes(world)
  return rollOrder(world).filter((row) => isPending(world, row) && !fenced.has(row.id))
}

/** A node not assigned or not started yet is the business of `nodes`, not a change. */
const runsSomethingElse = (world: World, row: Row): boolean => {
  if (row.assigned === null) return false
  const startedWith = procOf(world, row.id)?.startedWith ?? null
  return !isAssignedDesired(world, row) || (startedWith !== null && startedWith.hash !== row.assigned.hash)
}

const isPending = (world: World, row: Row): boolean =>
  !isAssignedDesired(world, row) || !runsAssigned(world, row)

/**
 * Whoever is on its way already, then the sick (a bad change shall never take a second healthy node), then voters
 * with the leader last, then brokers zone by zone. Brokers that hold nothing to testify come last.
 */
export function rollOrder(world: World): readonly Row[] {
  const { quorum } = world.observed.kafka
  const leader = 'value' in quorum ? quorum.value.leader : null
  const rank = (row: Row): readonly (number | string)[] => {
    const follows = followed(world, row.id)
    return [
      isAssignedDesired(world, row) ? 0 : 1,
      follows !== null && follows.behind > 0 ? 0 : 1,
      votes(row.role) ? (row.id === leader ? 1 : 0) : 2,
      servesClients(row.role) && witnessFor(world, row)?.length === 0 ? 1 : 0,
      row.zoneId,
      row.id,
    ]
  }
  return neededRows(world)
    .map((row) => ({ row, rank: rank(row) }))
    .toSorted((a, b) => compare(a.rank, b.rank))
    .map(({ row }) => row)
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? left
    if (left !== right) return left < right ? -1 : 1
  }
  return 0
}

/** A change is not complete while a broker that is down for its volume would come back as it was before. */
function heldByVolume(world: World): Verdict | null {
  if (world.operation === null) return null
  const fenced = fencedNodes(world)
  const row = neededRows(world).find((each) => fenced.has(each.id) && !isAssignedDesired(world, each))
  if (row === undefined) return null
  return { is: 'wait', why: { for: 'volume', node: row.id }, deadlineMs: PERMIT_DEADLINE_MS }
}

function takeTurn(world: World, row: Row): Verdict {
  const hold = isAssignedDesired(world, row)
    ? null
    : (pauseHold(world) ?? canaryHold(world) ?? unprovenHold(world, row) ?? behindHold(world, row))
  if (hold !== null) return hold
  const permit = stopPermit(world, row.id)
  if (permit.is === 'refused') return { is: 'wait', why: permit.why, deadlineMs: permit.deadlineMs }
  if (!isAssignedDesired(world, row)) {
    return witnessFor(world, row) === null
      ? lookFor('partitions')
      : { is: 'move', moves: [assign(world, row)] }
  }
  const boot = procOf(world, row.id)?.boot ?? null
  return boot === null ? lookFor('processes') : { is: 'move', moves: [{ do: 'stop', node: row.id, boot }] }
}

function assign(world: World, row: Row): Move {
  const desired = desiredNode(world, row.id)
  const to = { generation: world.desired.generation, hash: desired?.hash ?? row.assigned?.hash ?? '' }
  return { do: 'assign', node: row.id, to, witness: witnessFor(world, row) ?? [] }
}

/** The first carrier of an unproven specification has to prove it before the next takes it. */
function unprovenHold(world: World, row: Row): Verdict | null {
  const kind = desiredNode(world, row.id)?.kind
  if (kind === undefined || isProven(world, row.role, kind)) return null
  const waiting = otherCarriers(world, row, kind).map((carrier) => awaitProof(world, carrier))
  return waiting.find((verdict) => verdict !== null) ?? null
}

/** Null: nothing more can be learnt from this carrier. */
function awaitProof(world: World, carrier: Row): Verdict | null {
  const node = carrier.id
  const proof = proofOf(world, carrier)
  switch (proof.is) {
    case 'proven':
    case 'noWitness':
      return null
    case 'soaking': {
      const why: Waiting = { for: 'soak', node, untilAt: proof.untilAt }
      return { is: 'wait', why, deadlineMs: SOAK_DEADLINE_MS }
    }
    case 'catchingUp': {
      const why: Waiting = { for: 'catchUp', node, behind: proof.behind, total: proof.total }
      return { is: 'wait', why, deadlineMs: CATCH_UP_DEADLINE_MS }
    }
    case 'unchecked':
      return { is: 'wait', why: { for: 'canary', node }, deadlineMs: CANARY_DEADLINE_MS }
    case 'notServing':
      return {
        is: 'wait',
        why: { for: 'soak', node, untilAt: world.now + SOAK_MS },
        deadlineMs: SOAK_DEADLINE_MS,
      }
    case 'unknown':
      return lookFor('partitions')
  }
}

/**
 * The node before is back in the ISR of all its partitions before the next one goes. The permit alone keeps every
 * min ISR; this keeps more. On the way back nobody waits for it: whoever cannot catch up may be why we turn back.
 */
function behindHold(world: World, row: Row): Verdict | null {
  if (world.operation === null || world.operation.undoing) return null
  for (const other of neededRows(world)) {
    if (other.id === row.id || other.assigned?.generation !== world.desired.generation) continue
    const follows = followed(world, other.id)
    if (follows === null) return lookFor('partitions')
    if (follows.behind === 0) continue
    const why: Waiting = { for: 'catchUp', node: other.id, ...follows }
    return { is: 'wait', why, deadlineMs: CATCH_UP_DEADLINE_MS }
  }
  return null
}

/** Between two nodes somebody may have it wait, for as long as they like. On the way back nobody does. */
function pauseHold(world: World): Verdict | null {
  if (world.operation?.paused !== true || world.operation.undoing) return null
  const why = { for: 'resumption', left: pendingRows(world).length } as const
  return { is: 'wait', why, deadlineMs: Number.MAX_SAFE_INTEGER }
}

/** What clients notice is measured from before the first node goes. */
function canaryHold({ observed: { canary }, operation, now }: World): Verdict | null {
  if (canary?.state !== 'starting' || operation === null || operation.undoing) return null
  if (now - operation.startedAt > CANARY_START_MS) return null
  return { is: 'wait', why: { for: 'canary', node: null }, deadlineMs: CANARY_DEADLINE_MS }
}

/**
 * A broker that came back leads again what it led before, or the last to restart would have led everything. Kafka does
 * it by itself after some minutes; before the next broker goes it costs clients one move fewer.
 */
function leadersBack(world: World): Verdict | null {
  const { operation, desired, now } = world
  if (operation === null || operation.undoing || !moveLeaders(desired)) return null
  const partitions = partitionsSeen(world)
  if (partitions === null || partitions.strayed.size === 0) return null
  const back = neededRows(world).filter((row) => {
    if (!partitions.strayed.has(row.id) || !isAssignedDesired(world, row) || !runsAssigned(world, row))
      return false
    const startedAt = procOf(world, row.id)?.startedAt ?? 0
    // Who ran before the operation is not its business.
    if (startedAt < operation.startedAt || now - startedAt > LEADERS_BACK_MS) return false
    return serving(world, row).is === 'yes' && followed(world, row.id)?.behind === 0
  })
  if (back.length === 0) return null
  return { is: 'move', moves: [{ do: 'electPreferred', nodes: back.map(({ id }) => id), only: null }] }
}

/** Older brokers can be asked by a file in ZooKeeper only; in the first roll of an upgrade the controller may be one. */
const moveLeaders = ({ release, heldProtocol }: Desired): boolean =>
  isAtLeast(heldProtocol ?? release, '2.2.0')

/** All have taken it; what nobody has proven yet is still waited for, so that a late poison is not called a success. */
function proofOfLast(world: World): Verdict {
  if (world.operation?.kind !== 'UPDATE') return { is: 'done' }
  for (const row of neededRows(world)) {
    const kind = kindOf(world, row)
    if (kind === null || isProven(world, row.role, kind)) continue
    const verdict = awaitProof(world, row)
    if (verdict !== null) return verdict
  }
  return { is: 'done' }
}

function rowOf(world: World, row: Row, next: Row | undefined): StepRow {
  const node = row.id
  const base = { step: 'roll', node } as const
  if (!isAssignedDesired(world, row)) {
    if (next === undefined || next.id === node) return { ...base, phase: 'next', why: null }
    return { ...base, phase: 'waiting', why: { for: 'turn', node, behind: next.id } }
  }
  if (!runsAssigned(world, row) && procOf(world, node)?.state === 'running') {
    const permit = stopPermit(world, node)
    const phase: RowPhase = 'next'
    return { ...base, phase, why: permit.is === 'refused' ? permit.why : null }
  }
  return { ...base, ...phaseOf(world, row) }
}
