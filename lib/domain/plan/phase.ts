import { failedBoots, lastReason } from './ledger'
import { BOOTS_MAX } from './deadlines'
import type { Problem, RowPhase, Waiting } from './plan'
import { followed, procOf, recoveryWait, serving } from './serving'
import { fencedNodes } from './volumes'
import type { Proc, Row, World } from './world'

export type Phase = { phase: RowPhase; why: Waiting | Problem | null }

/** Where a node stands on its way up, in the words of the operation page. */
export function phaseOf(world: World, row: Row): Phase {
  const proc = procOf(world, row.id)
  if (proc === null) return { phase: 'waiting', why: { for: 'look', what: 'processes' } }
  switch (proc.state) {
    case 'absent':
      return absentPhase(world, row, proc)
    case 'stopping':
      return { phase: 'stopping', why: { for: 'stop', node: row.id } }
    case 'starting': {
      const recovery = recoveryWait(row, proc)
      return recovery === null
        ? { phase: 'starting', why: { for: 'answer', node: row.id } }
        : { phase: 'recovering', why: recovery }
    }
    case 'running': {
      const state = serving(world, row)
      if (state.is !== 'yes') return { phase: 'joining', why: state.why }
      const follows = followed(world, row.id)
      return follows !== null && follows.behind > 0
        ? { phase: 'catchingUp', why: { for: 'catchUp', node: row.id, ...follows } }
        : { phase: 'done', why: null }
    }
  }
}

function absentPhase(world: World, row: Row, proc: Proc): Phase {
  if (fencedNodes(world).has(row.id)) return { phase: 'waiting', why: { for: 'volume', node: row.id } }
  const failed = failedBoots(world, row)
  const why = lastReason(world, row, proc)
  if (failed === 0 || why === null) return { phase: 'waiting', why: { for: 'start', node: row.id } }
  const problem: Problem = { is: 'nodeFailed', node: row.id, boots: failed, why }
  return { phase: failed >= BOOTS_MAX ? 'failed' : 'waiting', why: problem }
}
