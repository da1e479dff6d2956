import { createHash } from 'node:crypto'
import type { RebalanceQuestion } from '@/lib/domain/rebalance/question'
import { systemClock } from '../../clock'
import { keepNewest } from '../../keep-newest'

/** Long enough to read a plan and to think about it. */
const KEPT_MS = 600_000
const KEPT_MAX = 20

const kept = new Map<string, { at: number; question: RebalanceQuestion }>()

/**
 * The question as it was asked before, if nothing but sizes became another since. Records come in all the time: a
 * plan that is made anew when somebody applies it would otherwise hardly ever be the one that was read.
 */
export function steadyQuestion(clusterId: string, asked: RebalanceQuestion): RebalanceQuestion {
  const now = systemClock.now()
  const key = `${clusterId} ${fingerprint(asked)}`
  const before = kept.get(key)
  if (before !== undefined && now - before.at < KEPT_MS) return before.question
  keepNewest(kept, key, { at: now, question: asked }, KEPT_MAX)
  return asked
}

function fingerprint({ brokers, leaving, partitions }: RebalanceQuestion): string {
  const hash = createHash('sha256').update(JSON.stringify([brokers, [...leaving]]))
  for (const { id, replicas, ledBy } of partitions) hash.update(`${id} ${replicas.join()} ${ledBy}\n`)
  return hash.digest('hex')
}
