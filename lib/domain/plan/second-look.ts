import type { Move } from './plan'
import { movesNow, plan } from './planner'
import type { NodeId, World } from './world'

/**
 * The second look. Just before a move is made, the world is looked at again, freshly and completely, and the move is
 * made only if the planner would still choose it: the same pure predicate, asked twice. Most harm a controller can do
 * it does on a picture that was true a moment ago.
 */
export const stillRight = (world: World, move: Move): boolean =>
  movesNow(world).some((other) => isSameMove(other, move))

/** For the log: why a move was not made after its second look. */
export function whyNotRight(world: World): string {
  const open = plan(world).verdicts.find(({ verdict }) => verdict.is !== 'done')
  if (open === undefined) return 'Everything is as it should be by now.'
  const { verdict } = open
  const says = verdict.is === 'wait' || verdict.is === 'stuck' ? JSON.stringify(verdict.why) : 'other moves'
  return `The step "${open.step}" now says ${says}.`
}

const isSameMove = (a: Move, b: Move): boolean =>
  a.do === b.do && nodeOf(a) === nodeOf(b) && detailOf(a) === detailOf(b)

const nodeOf = (move: Move): NodeId | null => ('node' in move ? move.node : null)

/** The witness of an assignment is not compared, nor what is told: the later look knows it better. */
function detailOf(move: Move): string {
  if ('drill' in move) return `${move.drill} ${move.fault} ${move.boot}`
  switch (move.do) {
    case 'prepareRelease':
      return move.release
    case 'assign':
      return `${move.to.generation} ${move.to.hash}`
    case 'start':
      return `${move.specification.generation} ${move.specification.hash} ${move.directory}`
    case 'stop':
    case 'kill':
      return move.boot
    case 'finalize':
      return `${move.feature} ${move.level}`
    case 'raiseProtocol':
      return move.protocol
    case 'reassign':
      return move.partitions.map(({ id, to }) => `${id} ${to?.join() ?? 'back'}`).join(' ')
    case 'throttle':
      return String(move.rate)
    case 'brake':
      return String(move.rate)
    case 'noteBrake':
      return String(move.before)
    case 'unthrottled':
    case 'unbraked':
    case 'tell':
    case 'electPreferred':
    case 'unregister':
    case 'destroy':
    case 'forget':
      return ''
  }
}
