import type { Broker, Partition } from './broker'
import { trade } from './trade'

/** What is closer to the wanted bytes than this share of them is not worth an exchange. */
const CLOSE = 0.005

/**
 * So many of a broker's replicas, of so many bytes in all where sizes allow. They are taken evenly from the list,
 * which is in the order of topics, so that every topic gives its part and none of them moves as a whole.
 */
export function chooseReplicas(
  from: Broker,
  candidates: readonly Partition[],
  { count, bytes }: { count: number; bytes: number },
): readonly Partition[] {
  if (count >= candidates.length) return candidates
  const chosen: Partition[] = []
  const rest: Partition[] = []
  const offset = offsetOf(from)
  for (const [index, partition] of candidates.entries()) {
    const due = Math.floor(((index + 1) * count) / candidates.length + offset)
    if (due > chosen.length) chosen.push(partition)
    else rest.push(partition)
  }
  return fit(chosen, rest, bytes)
}

/** By the golden ratio, so that the same partitions are not taken from all brokers, to lie together ever after. */
const offsetOf = ({ id }: Broker): number => (Math.abs(id) * 0.618_034) % 1

function fit(chosen: readonly Partition[], rest: readonly Partition[], bytes: number): readonly Partition[] {
  const wanted = Math.max(0, bytes)
  const missing = wanted - chosen.reduce((sum, partition) => sum + partition.bytes, 0)
  const enough = wanted * CLOSE
  if (Math.abs(missing) <= enough) return chosen
  const [small, large] = missing > 0 ? [chosen, rest] : [rest, chosen]
  const trades = trade({ small: bySize(small), large: bySize(large) }, Math.abs(missing), enough)
  const changed = new Set(trades.flatMap((pair) => [pair.small, pair.large]))
  return [...chosen, ...rest].filter((partition, index) => index < chosen.length !== changed.has(partition))
}

export const bySize = (partitions: readonly Partition[]): readonly Partition[] =>
  partitions.toSorted((a, b) => a.bytes - b.bytes)
