import type { FeaturesSeen, Known, NodeId } from '@/lib/domain/plan/world'
import { apiVersions, type ApiVersionsReply } from '../wire/api-versions'
import type { KafkaConnection } from '../wire/connection'

/**
 * Levels of Kafka's features. Every node says what it could read; what the cluster writes is the highest of their
 * answers, because nodes learn of a raised level one after another.
 */
export async function lookAtFeatures(
  at: number,
  nodes: ReadonlyMap<NodeId, KafkaConnection>,
  timeoutMs: number,
): Promise<Known<FeaturesSeen>> {
  if (nodes.size === 0) return { unknown: 'No node answers.' }
  try {
    const replies = await Promise.all(
      [...nodes].map(
        async ([id, connection]) => [id, await connection.call(apiVersions, {}, timeoutMs)] as const,
      ),
    )
    return {
      at,
      value: {
        finalized: highest(replies.map(([, reply]) => finalizedOf(reply))),
        supported: Object.fromEntries(replies.map(([id, reply]) => [id, supportedOf(reply)])),
      },
    }
  } catch (error) {
    return { unknown: error instanceof Error ? error.message : String(error) }
  }
}

type Levels = Readonly<Record<string, number>>

const finalizedOf = ({ finalizedFeatures = [] }: ApiVersionsReply): Levels =>
  Object.fromEntries(finalizedFeatures.map(({ name, maxVersionLevel }) => [name, maxVersionLevel]))

const supportedOf = ({ supportedFeatures = [] }: ApiVersionsReply): Levels =>
  Object.fromEntries(supportedFeatures.map(({ name, maxVersion }) => [name, maxVersion]))

function highest(all: readonly Levels[]): Levels {
  const names = new Set(all.flatMap((levels) => Object.keys(levels)))
  return Object.fromEntries(
    [...names].map((name) => [name, Math.max(...all.map((levels) => levels[name] ?? 0))]),
  )
}
