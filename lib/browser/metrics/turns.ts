/**
 * Who draws next. A dozen charts drawn in one go hold up the hand for a quarter of a second; one after the other,
 * each in a task of its own, nobody waits. Whoever asks again before its turn keeps its place and draws the newest.
 */
const waiting = new Map<object, () => void>()
let isRunning = false

export function takeTurn(who: object, draw: () => void): void {
  waiting.set(who, draw)
  if (isRunning) return
  isRunning = true
  requestAnimationFrame(next)
}

export const leaveTurn = (who: object): void => void waiting.delete(who)

function next(): void {
  const [first] = waiting
  if (first === undefined) {
    isRunning = false
    return
  }
  const [who, draw] = first
  waiting.delete(who)
  draw()
  // A frame between two, so that what was pressed meanwhile is answered first.
  requestAnimationFrame(next)
}
