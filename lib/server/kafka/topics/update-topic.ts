import type { KafkaAdmin } from '../admin'
import { changeConfigs } from '../change-configs'
import { describeConfigs, type ConfigChange } from '../rpc/configs'
import { createPartitions } from '../rpc/topics'
import type { KafkaConnection } from '../wire/connection'
import { assertNoError } from '../wire/kafka-error'
import { CHANGE_ANSWER_TIMEOUT_MS, CHANGE_TIMEOUT_MS, QUESTION_TIMEOUT_MS } from './call-timeouts'
import type { TopicChange } from './create-topic'
import { describeTopicConfigs } from './describe-topic'
import { existingTopic } from './existing-topic'
import { settled, showsLeaders } from './settle'

export type TopicUpdate = {
  name: string
  /** The number of partitions the topic shall have; they can only become more. */
  partitionCount?: number
  /** Keys that are not named stay as they are; null takes an override back. */
  configs?: Readonly<Record<string, string | null>>
}

/**
 * Kafka has no way to change partitions and configs as one, so both are tried on paper first (validateOnly): a
 * refusal of either leaves the topic as it was.
 */
export async function updateTopic(admin: KafkaAdmin, update: TopicUpdate): Promise<TopicChange> {
  const { name, configs = {} } = update
  const { partitions } = await existingTopic(admin, name)
  const grow = update.partitionCount === partitions.length ? undefined : update.partitionCount
  const changes = Object.entries(configs).map(([key, value]): ConfigChange =>
    value === null ? { name: key, remove: true } : { name: key, set: value },
  )
  for (const validateOnly of [true, false]) {
    if (changes.length > 0) await changeTopicConfigs(admin, name, changes, validateOnly)
    if (grow !== undefined) await growTo(admin, name, grow, validateOnly)
  }
  const count = grow ?? partitions.length
  const isSettled = await settled(
    admin,
    async (broker) =>
      (await showsConfigs(broker, name, changes)) && (await showsLeaders(broker, name, count)),
  )
  return { isSettled }
}

async function growTo(admin: KafkaAdmin, topic: string, count: number, validateOnly: boolean): Promise<void> {
  await admin.command(async (controller) => {
    const { results } = await controller.call(
      createPartitions,
      { topic, count, validateOnly, timeoutMs: CHANGE_TIMEOUT_MS },
      CHANGE_ANSWER_TIMEOUT_MS,
    )
    for (const { errorCode, errorMessage } of results)
      assertNoError(`Topic "${topic}" did not get ${count} partitions`, errorCode, errorMessage)
  })
}

async function changeTopicConfigs(
  admin: KafkaAdmin,
  topic: string,
  changes: readonly ConfigChange[],
  validateOnly: boolean,
): Promise<void> {
  const change = {
    resource: { type: 'topic', name: topic },
    changes,
    validateOnly,
    failure: `The configuration of topic "${topic}" was not changed`,
    present: () => overridesOf(admin, topic),
  } as const
  await admin.command((controller) => changeConfigs(controller, change, CHANGE_ANSWER_TIMEOUT_MS))
}

async function overridesOf(admin: KafkaAdmin, topic: string): Promise<Record<string, string>> {
  const configs = await describeTopicConfigs(admin, topic)
  return Object.fromEntries(
    configs.flatMap(({ name, value, source }) =>
      source === 'DYNAMIC_TOPIC_CONFIG' && value !== null ? [[name, value] as const] : [],
    ),
  )
}

async function showsConfigs(
  broker: KafkaConnection,
  topic: string,
  changes: readonly ConfigChange[],
): Promise<boolean> {
  if (changes.length === 0) return true
  const { results } = await broker.call(
    describeConfigs,
    { resources: [{ type: 'topic', name: topic }], keys: changes.map(({ name }) => name) },
    QUESTION_TIMEOUT_MS,
  )
  const own = new Map(
    results
      .flatMap(({ configs }) => configs)
      .filter(({ configSource }) => configSource === 'DYNAMIC_TOPIC_CONFIG')
      .map(({ name, value }) => [name, value]),
  )
  return changes.every((change) =>
    'set' in change ? sameValue(own.get(change.name), change.set) : !own.has(change.name),
  )
}

// Kafka answers with the value as it understood it: "compact, delete" comes back without the space.
const sameValue = (shown: string | null | undefined, wanted: string): boolean =>
  typeof shown === 'string' && shown.replaceAll(/\s/g, '') === wanted.replaceAll(/\s/g, '')
