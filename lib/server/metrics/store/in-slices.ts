import { setImmediate } from 'node:timers/promises'

/** So many series are worked on before a reader gets a turn. */
const SLICE = 100

export async function inSlices<Item>(
  items: readonly Item[],
  work: (slice: readonly Item[]) => void,
): Promise<void> {
  for (let begin = 0; begin < items.length; begin += SLICE) {
    work(items.slice(begin, begin + SLICE))
    await setImmediate()
  }
}
