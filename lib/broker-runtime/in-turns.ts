import { setImmediate as nextTurn } from 'node:timers/promises'

/** So long may one piece of work keep everything else in this process from its turn. */
const TURN_MS = 2
/** Looking at the clock costs something too. */
const ITEMS_A_LOOK = 16

/**
 * Does long work item by item and lets others have their turn in between: a list of 100,000 partitions is half a
 * second of work, and requests that take a millisecond must not wait for the end of it.
 */
export async function inTurns<Item>(items: Iterable<Item>, work: (item: Item) => void): Promise<void> {
  let since = performance.now()
  let done = 0
  for (const item of items) {
    work(item)
    done += 1
    if (done % ITEMS_A_LOOK !== 0 || performance.now() - since < TURN_MS) continue
    await nextTurn()
    since = performance.now()
  }
}

export function* numbersBelow(count: number): Generator<number> {
  for (let number = 0; number < count; number++) yield number
}
