import type { KafkaAdmin } from '../admin'
import { describeConfigs, type ConfigSource } from '../rpc/configs'
import { assertNoError } from '../wire/kafka-error'
import { QUESTION_TIMEOUT_MS } from './call-timeouts'
import { existingTopic } from './existing-topic'
import { summaryOf, type TopicSummary } from './topic-summary'

export type TopicConfig = {
  name: string
  /** Null if Kafka keeps it secret. */
  value: string | null
  /** DYNAMIC_TOPIC_CONFIG: set on the topic itself; else inherited from a broker's configuration. */
  source: ConfigSource
}

/** Configs at Kafka's own default are left out. */
export type TopicDescription = TopicSummary & { configs: readonly TopicConfig[] }

export async function describeTopic(admin: KafkaAdmin, name: string): Promise<TopicDescription> {
  const topic = await existingTopic(admin, name)
  const configs = await describeTopicConfigs(admin, name)
  return { ...summaryOf(topic), configs: configs.filter(({ source }) => source !== 'DEFAULT_CONFIG') }
}

/** Every config a topic can have, by name. */
export async function describeTopicConfigs(admin: KafkaAdmin, name: string): Promise<readonly TopicConfig[]> {
  const [result] = await admin.ask(async (broker) => {
    const resources = [{ type: 'topic', name } as const]
    const reply = await broker.call(describeConfigs, { resources, keys: null }, QUESTION_TIMEOUT_MS)
    return reply.results
  })
  assertNoError(`The configuration of topic "${name}"`, result?.errorCode ?? 0, result?.errorMessage)
  const configs = result?.configs ?? []
  return configs
    .map((config) => ({ name: config.name, value: config.value, source: config.configSource }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}
