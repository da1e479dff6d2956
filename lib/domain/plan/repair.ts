import { servesClients } from '../node'
import { adoptionOf } from './adoption'
import type { Care } from './care'
import * as bound from './deadlines'
import { failedBoots, isGivenUp, lastErrorOf, lastReason, restsUntil, standsSince } from './ledger'
import type { KillReason, Waiting } from './plan'
import { refillOf } from './refill'
import { answering, procOf, quorumServes, recoveryWait, serving } from './serving'
import type { Proc, Row, World } from './world'

/**
 * What one node needs to serve again. A repair is not a stop: a process freshly seen not to serve is ended without a
 * permit, else two hung nodes would wait for each other. Never while it recovers its logs: that is slow and healthy.
 */
export function careFor(world: World, row: Row): Care {
  const proc = procOf(world, row.id)
  const care = cureFor(world, row, proc)
  const { healingPausedAt: sinceAt } = world
  if (sinceAt === null || proc === null || !isHealing(world, row, proc, care)) return care
  return { is: 'stuck', why: { is: 'healingPaused', node: row.id, sinceAt } }
}

/**
 * Whether a pause of healing holds this up. Healing is what nobody asked for: to start what died, to end what hangs,
 * to fill what was lost. Not so while an operation is under way: it starts whatever it needs, for else it would wait
 * until it failed. Nor for a node that was stopped in order: `npm run stop` and a roll bring back what they stopped.
 */
function isHealing(world: World, row: Row, proc: Proc, care: Care): boolean {
  if (world.operation !== null || care.is === 'fine' || care.is === 'stuck') return false
  return proc.state === 'absent' ? proc.lastExit !== null || isLost(row, proc) : care.is === 'move'
}

const isLost = (row: Row, proc: Proc): boolean => row.formatted && !proc.hasDirectory

function cureFor(world: World, row: Row, proc: Proc | null): Care {
  if (proc === null) return wait({ for: 'look', what: 'processes' }, bound.LOOK_DEADLINE_MS)
  if (proc.isFrozen) {
    return forced(world, row, proc, bound.FROZEN_MS, 'frozen') ?? stillBooting(row)
  }
  switch (proc.state) {
    case 'absent':
      return careForAbsent(world, row, proc)
    case 'starting': {
      const recovery = recoveryWait(row, proc)
      if (recovery !== null) return wait(recovery, bound.RECOVERY_DEADLINE_MS)
      return forced(world, row, proc, bound.SILENT_BOOT_MS, 'silent') ?? stillBooting(row)
    }
    case 'stopping':
      return (
        forced(world, row, proc, bound.STOP_GRACE_MS, 'lateStop') ??
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
    return forced(world, row, proc, bound.HUNG_MS, 'unanswering') ?? wait(answer.why, bound.BOOT_DEADLINE_MS)
  }
  if (!servesClients(row.role)) return { is: 'fine' }
  const state = serving(world, row)
  if (state.is === 'yes') return { is: 'fine' }
  // Without a quorum no broker can register: that is not its fault, and no reason to end it.
  if (state.is === 'unknown' || quorumServes(world) !== true) return { is: 'fine' }
  // A young one may still be reading the metadata log; Kafka itself gives up registering after a minute.
  if (proc.startedAt === null || world.now - proc.startedAt < bound.SILENT_BOOT_MS) return { is: 'fine' }
  return forced(world, row, proc, bound.HUNG_MS, 'unregistered') ?? { is: 'fine' }
}

const wait = (why: Waiting, deadlineMs: number): Care => ({ is: 'wait', why, deadlineMs })

/** Ends the process once it has stood where it stands for too long. */
function forced(world: World, row: Row, proc: Proc, afterMs: number, why: KillReason): Care | null {
  if (proc.boot === null || (proc.recoveryProgress !== null && !proc.isFrozen)) return null
  if (world.now - standsSince(world, row) < afterMs) return null
  return { is: 'move', move: { do: 'kill', node: row.id, boot: proc.boot, why } }
}

function careForAbsent(world: World, row: Row, proc: Proc): Care {
  const adoption = adoptionOf(world, row)
  if (adoption !== null) return adoption
  if (row.assigned === null) {
    return wait({ for: 'look', what: 'specification' }, bound.LOOK_DEADLINE_MS)
  }
  if (world.operation !== null && failedBoots(world, row) >= bound.BOOTS_MAX) return gaveUp(world, row, proc)
  const refill = isLost(row, proc) ? refillOf(world, row) : null
  if (refill !== null) return refill
  if (world.now < restsUntil(world, row, proc)) {
    if (isGivenUp(world, row)) return gaveUp(world, row, proc)
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

function gaveUp(world: World, row: Row, proc: Proc): Care {
  const why = lastReason(world, row, proc) ?? lastErrorOf(world.ledger) ?? 'it ended without a word'
  return { is: 'stuck', why: { is: 'nodeFailed', node: row.id, boots: failedBoots(world, row), why } }
}
