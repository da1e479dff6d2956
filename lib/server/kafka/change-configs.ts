import { alterConfigs, incrementalAlterConfigs, type ConfigChange, type ConfigResource } from './rpc/configs'
import type { KafkaConnection } from './wire/connection'
import { assertNoError } from './wire/kafka-error'

type ConfigsChange = {
  resource: ConfigResource
  changes: readonly ConfigChange[]
  validateOnly: boolean
  /** Heads the error: what was not done. */
  failure: string
  /** What is set now. Asked only before Kafka 2.3, where the whole set is written: the rest is sent along to survive. */
  present: () => Promise<Readonly<Record<string, string>>>
}

export async function changeConfigs(
  connection: KafkaConnection,
  { resource, changes, validateOnly, failure, present }: ConfigsChange,
  timeoutMs: number,
): Promise<void> {
  const { responses } =
    connection.versionOf('IncrementalAlterConfigs') === null
      ? await connection.call(
          alterConfigs,
          { resource, configs: merged(await present(), changes), validateOnly },
          timeoutMs,
        )
      : await connection.call(incrementalAlterConfigs, { resource, changes, validateOnly }, timeoutMs)
  for (const { errorCode, errorMessage } of responses) assertNoError(failure, errorCode, errorMessage)
}

function merged(
  present: Readonly<Record<string, string>>,
  changes: readonly ConfigChange[],
): Record<string, string> {
  const all = new Map(Object.entries(present))
  for (const change of changes) {
    if ('set' in change) all.set(change.name, change.set)
    else all.delete(change.name)
  }
  return Object.fromEntries(all)
}
