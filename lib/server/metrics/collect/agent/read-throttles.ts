import { THROTTLE_KINDS, type ThrottleSample } from '@/lib/domain/metrics/sample'
import { quotaMbean } from '@/lib/domain/metrics/throttle-figures'
import type { AgentConnection } from './agent-connection'
import { rowsOf } from './parse'

/**
 * Who has a quota on this broker. Entities appear for all users as soon as one of them has a quota; one that is not
 * held up has no time, and then counts for nothing.
 */
export async function readThrottles(
  connection: AgentConnection,
  timeoutMs: number,
): Promise<readonly ThrottleSample[]> {
  const answers = await connection.ask(
    THROTTLE_KINDS.map((kind) => ({
      type: 'read',
      mbean: `${quotaMbean(kind)},*`,
      attribute: ['byte-rate', 'throttle-time'],
    })),
    timeoutMs,
  )
  return THROTTLE_KINDS.flatMap((kind, index) =>
    rowsOf(answers[index])
      .filter(({ properties }) => 'user' in properties || 'client-id' in properties)
      .map(({ numbers }) => ({
        kind,
        byteRate: numbers['byte-rate'] ?? null,
        timeMs: numbers['throttle-time'] ?? null,
      })),
  )
}
