import { z } from 'zod'

/** Where a group shall go on reading, and what that changes, decided before anything is changed. */

export const RESET_TARGETS = ['earliest', 'latest', 'time', 'offset'] as const
export const resetTargetSchema = z.discriminatedUnion('to', [
  z.object({ to: z.literal('earliest') }),
  z.object({ to: z.literal('latest') }),
  /** Milliseconds since the epoch. */
  z.object({ to: z.literal('time'), at: z.number().int().nonnegative() }),
  z.object({ to: z.literal('offset'), offset: z.number().int().nonnegative() }),
])
export type ResetTarget = z.infer<typeof resetTargetSchema>

export type ResetPosition = {
  topic: string
  partition: number
  committed: number | null
  /** What the partition holds, from the first record to behind the last; null where its leader does not answer. */
  earliest: number | null
  end: number | null
  /** Of the first record not older than the time asked for; null where there is none, or none was asked for. */
  atTime: number | null
}
export type ResetMove = {
  topic: string
  partition: number
  from: number | null
  to: number
  /** Records read once more; negative: skipped without being read. Null where it never committed. */
  again: number | null
}
export type ResetPlan = {
  moves: readonly ResetMove[]
  unknown: readonly { topic: string; partition: number }[]
}

/** Partitions that would not move are left out; one whose ends are not known cannot be decided. */
export function planReset(positions: readonly ResetPosition[], target: ResetTarget): ResetPlan {
  const moves: ResetMove[] = []
  const unknown: { topic: string; partition: number }[] = []
  for (const position of positions) {
    const { topic, partition, committed, earliest, end } = position
    if (earliest === null || end === null) {
      unknown.push({ topic, partition })
      continue
    }
    const to = Math.min(end, Math.max(earliest, wantedOf(target, position, earliest, end)))
    if (to === committed) continue
    moves.push({ topic, partition, from: committed, to, again: committed === null ? null : committed - to })
  }
  return { moves, unknown }
}

function wantedOf(target: ResetTarget, { atTime }: ResetPosition, earliest: number, end: number): number {
  switch (target.to) {
    case 'earliest':
      return earliest
    case 'latest':
      return end
    case 'offset':
      return target.offset
    case 'time':
      // Nothing is as new as that: what comes next is.
      return atTime ?? end
  }
}

/**
 * The same moves have the same text: what was agreed to is what is done. The end of a topic that is written to moves
 * all the time, and whoever wants the end wants it where it is by then.
 */
export const planKey = ({ moves }: ResetPlan, target: ResetTarget): string =>
  moves
    .map(({ topic, partition, from, to }) =>
      [topic, partition, from ?? '-', target.to === 'latest' ? 'end' : to].join(' '),
    )
    .join('\n')
