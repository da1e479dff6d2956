/*
 * Readings as a cluster's metrics have them, without running one for 15 months: what a series is made of decides how
 * well it packs. The shares are those of one broker with twenty topics at PER_TOPIC_PER_BROKER, counted by kind.
 */

/** The value of the nth ten seconds, asked for in their order. */
type Source = (index: number) => number
type Random = () => number
type Kind = { share: number; source: (random: Random) => Source }

export const METRIC_KINDS: readonly Kind[] = [
  // Partition counts, offline and under-replicated partitions, throttling, errors, rates of idle topics.
  { share: 0.42, source: (random) => constant(random() < 0.6 ? 0 : Math.floor(random() * 3_000)) },
  // Connections, groups, lag of a consumer that keeps up.
  {
    share: 0.1,
    source: (random) => walk(40, (value) => value + (random() < 0.1 ? Math.round(random() * 4 - 2) : 0)),
  },
  // Bytes of memory, of disks and of logs: whole, large, and always a little different.
  {
    share: 0.08,
    source: (random) => walk(212_800_000, (value) => value + Math.round((random() - 0.48) * 200_000)),
  },
  // A counter's difference over 10.003 s rather than 10.
  { share: 0.2, source: (random) => () => (1_000_000 * (0.9 + 0.2 * random())) / aboutTen(random) },
  // Traffic that comes in bursts, nothing between.
  {
    share: 0.08,
    source: (random) => (index) =>
      Math.floor(index / 30) % 4 === 0 ? (50_000 * random()) / aboutTen(random) : 0,
  },
  // Means of request times and shares of CPU, at the resolution of their source.
  {
    share: 0.12,
    source: (random) => () => Math.round(200 * (2 + random())) / (150 + Math.floor(random() * 100)),
  },
]

/** The same numbers for the same seed (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const constant =
  (value: number): Source =>
  () =>
    value

function walk(first: number, next: (value: number) => number): Source {
  let value = first
  return () => {
    value = Math.max(0, next(value))
    return value
  }
}

const aboutTen = (random: Random): number => 9.98 + 0.04 * random()
