import type { Known, NodeId, SettingsSeen } from '@/lib/domain/plan/world'
import { describeConfigs, type ConfigSource } from '../rpc/configs'
import type { KafkaConnection } from '../wire/connection'
import { assertNoError } from '../wire/kafka-error'

/**
 * What brokers were told while they run, as each of them knows it: every broker is asked for itself, because they
 * learn one after another, and its answer tells both what all were told and what it was told alone.
 */
export async function lookAtSettings(
  at: number,
  brokers: ReadonlyMap<NodeId, KafkaConnection>,
  names: readonly string[],
  timeoutMs: number,
): Promise<Known<SettingsSeen>> {
  try {
    const seen = await Promise.all(
      [...brokers].map(
        async ([id, connection]) => [id, await toldTo(connection, id, names, timeoutMs)] as const,
      ),
    )
    return {
      at,
      value: {
        cluster: Object.fromEntries(seen.map(([id, told]) => [id, told.cluster])),
        own: Object.fromEntries(seen.map(([id, told]) => [id, told.own])),
      },
    }
  } catch (error) {
    return { unknown: error instanceof Error ? error.message : String(error) }
  }
}

/** `names` null: every setting. What is secret has no value here, and is left out. */
export async function toldTo(
  broker: KafkaConnection,
  nodeId: NodeId,
  names: readonly string[] | null,
  timeoutMs: number,
) {
  const { results } = await broker.call(
    describeConfigs,
    { resources: [{ type: 'broker', name: String(nodeId) }], keys: names, includeSynonyms: true },
    timeoutMs,
  )
  for (const { errorCode, errorMessage } of results)
    assertNoError(`The settings of broker ${nodeId}`, errorCode, errorMessage)
  const configs = results.flatMap((result) => result.configs)
  const from = (wanted: ConfigSource): Record<string, string> =>
    Object.fromEntries(
      configs.flatMap(({ name, synonyms }) =>
        synonyms.flatMap(({ name: of, value, source }) =>
          source === wanted && of === name && value !== null ? [[name, value] as const] : [],
        ),
      ),
    )
  return {
    cluster: from('DYNAMIC_DEFAULT_BROKER_CONFIG'),
    own: from('DYNAMIC_BROKER_CONFIG'),
    hasSecrets: configs.some(
      ({ configSource, isSensitive }) => isSensitive && configSource === 'DYNAMIC_DEFAULT_BROKER_CONFIG',
    ),
  }
}
