import type { Move } from './plan'
import { movesNow, plan } from './planner'
import type { World } from './world'

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

/** The witness of an assignment is not compared: the later look knows it better. */
function isSameMove(a: Move, b: Move): boolean {
  switch (a.do) {
    case 'prepareRelease':
      return b.do === a.do && b.release === a.release
    case 'assign':
      return (
        b.do === a.do && b.node === a.node && b.to.generation === a.to.generation && b.to.hash === a.to.hash
      )
    case 'start':
      return (
        b.do === a.do &&
        b.node === a.node &&
        b.directory === a.directory &&
        b.specification.generation === a.specification.generation &&
        b.specification.hash === a.specification.hash
      )
    case 'stop':
    case 'kill':
      return b.do === a.do && b.node === a.node && b.boot === a.boot
    case 'unregister':
    case 'destroy':
    case 'forget':
      return b.do === a.do && b.node === a.node
  }
}
