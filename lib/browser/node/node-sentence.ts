import type { NodeBoot, NodeDetail } from '@/lib/contract/console/nodes'
import { isOutOfSight } from '../standing'

/**
 * A node in one sentence, as data: what holds now, and what just happened to it if that explains what one sees. The
 * console words it.
 */
export type NodeSentence =
  | { is: 'noData'; at: string }
  | { is: 'unseen' }
  | { is: 'serving'; since: string | null; tookMs: number | null }
  | { is: 'starting'; forMs: number | null }
  | { is: 'stopping' }
  | { is: 'off' }
  | { is: 'waits' }
  | { is: 'silent'; sinceMs: number | null }
  | { is: 'ended'; at: string; reason: string | null; isLeft: boolean }
  | { is: 'failed'; reason: string | null }

type Seen = Pick<
  NodeDetail,
  'health' | 'observedAt' | 'power' | 'isHealingPaused' | 'pid' | 'startedAt' | 'lastExitReason' | 'boots'
>

export function nodeSentence(node: Seen, nowMs: number): NodeSentence {
  const { health, observedAt, power, pid, startedAt, lastExitReason, boots } = node
  const [newest] = boots
  if (observedAt === null) return { is: 'unseen' }
  if (isOutOfSight(node, nowMs)) return { is: 'noData', at: observedAt }
  const runsForMs = startedAt === null ? null : nowMs - Date.parse(startedAt)
  switch (health) {
    case 'serving':
      return { is: 'serving', since: newest?.servingAt ?? startedAt, tookMs: bootMs(newest) }
    case 'starting':
      return { is: 'starting', forMs: runsForMs }
    case 'stopping':
      return { is: 'stopping' }
    case 'stopped':
      return power === 'off' ? { is: 'off' } : { is: 'waits' }
    case 'notServing':
      if (pid !== null) return { is: 'silent', sinceMs: runsForMs }
      return {
        is: 'ended',
        at: newest?.endedAt ?? observedAt,
        reason: newest?.reason ?? lastExitReason,
        isLeft: node.isHealingPaused,
      }
    case 'failed':
      return { is: 'failed', reason: lastExitReason }
    case 'unknown':
      return { is: 'noData', at: observedAt }
  }
}

/** How long a start took until it served; null where that was not seen. */
export function bootMs(boot: NodeBoot | undefined): number | null {
  if (!boot?.servingAt) return null
  return Date.parse(boot.servingAt) - Date.parse(boot.startedAt)
}

const RECENT_MS = 10 * 60_000

/** The end nobody asked for, if it was of late: whoever opens the page now wants to know why it is young. */
export function recentExit(boots: readonly NodeBoot[], nowMs: number): NodeBoot | null {
  const [newest, before] = boots
  const ended = newest?.endedAt === null ? before : undefined
  if (ended?.end !== 'byItself' || ended.endedAt === null) return null
  return nowMs - Date.parse(ended.endedAt) < RECENT_MS ? ended : null
}
