import type { Fault } from '../../drill/record'
import { pastTime } from '../past'
import type { Move } from '../plan'
import { procOf } from '../serving'
import type { World } from '../world'

/**
 * A drill's faults: those written down are made, and those whose time is over are lifted, whether or not an operation
 * is under way. All that happens between the two is left to the steps: nothing here helps them.
 */
export function drillFaults(world: World): readonly Move[] {
  const { drill } = world
  if (drill === null) return []
  return drill.faults.flatMap((fault): Move[] => {
    const name = { node: fault.node, drill: drill.id, fault: fault.is, boot: fault.boot }
    if (fault.liftedAt === null && (drill.phase === 'lifting' || isOver(world, fault)))
      return [{ do: 'lift', ...name }]
    const isDue = drill.phase === 'injecting' && fault.injectedAt === null && drill.stop === null
    return isDue && mayStillHit(world, fault) ? [{ do: 'inject', ...name, bytes: fault.bytes }] : []
  })
}

/** A clock that is set back makes no fault longer. */
const isOver = ({ now }: World, { injectedAt, untilAt }: Fault): boolean =>
  now >= untilAt || (injectedAt !== null && injectedAt > pastTime(now, injectedAt, now))

/** It is meant for this very process: another one was started since. */
const mayStillHit = (world: World, { node, boot, is }: Fault): boolean => {
  const proc = procOf(world, node)
  if (proc === null) return false
  // A folder that was put aside under a process that ended by that: the rest is to be done all the same.
  return proc.boot === boot || (is === 'loseVolume' && proc.boot === null)
}
