import type { SettingSource, TopicDefaults, TopicSetting } from '@/lib/contract/console/topics'
import type { KafkaAdmin } from '../admin'
import { clusterView } from '../cluster-view'
import { describeConfigs, type ConfigSource } from '../rpc/configs'
import { assertNoError } from '../wire/kafka-error'
import { QUESTION_TIMEOUT_MS } from './call-timeouts'

/** Every setting of a topic with its source, and what it goes back to without the topic's own value. */
export async function describeTopicSettings(
  admin: KafkaAdmin,
  name: string,
): Promise<readonly TopicSetting[]> {
  const [result] = await admin.ask(async (broker) => {
    const resources = [{ type: 'topic', name } as const]
    const question = { resources, keys: null, includeSynonyms: true, includeDocumentation: true }
    return (await broker.call(describeConfigs, question, QUESTION_TIMEOUT_MS)).results
  })
  assertNoError(`The configuration of topic "${name}"`, result?.errorCode ?? 0, result?.errorMessage)
  return (result?.configs ?? [])
    .map(({ name: key, value, configSource, synonyms, documentation }) => {
      return {
        name: key,
        value,
        source: SOURCES[configSource],
        inherited: inheritedOf(key, synonyms),
        documentation,
      }
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** A broker lists its own hours and minutes beside a topic's milliseconds, but not Kafka's default for them. */
const DEFAULTS_IN_HOURS: Readonly<Record<string, string>> = {
  'retention.ms': '604800000',
  'segment.ms': '604800000',
  'segment.jitter.ms': '0',
}

type Synonym = { name: string; value: string | null; source: ConfigSource }

function inheritedOf(key: string, synonyms: readonly Synonym[]): TopicSetting['inherited'] {
  const next = synonyms.find(({ source }) => source !== 'DYNAMIC_TOPIC_CONFIG')
  if (next !== undefined) return { value: inMs(next.name, next.value), source: SOURCES[next.source] }
  const value = DEFAULTS_IN_HOURS[key]
  return value === undefined ? null : { value, source: 'kafka' }
}

const SOURCES: Record<ConfigSource, SettingSource> = {
  UNKNOWN: 'unknown',
  DYNAMIC_TOPIC_CONFIG: 'topic',
  DYNAMIC_BROKER_CONFIG: 'broker',
  DYNAMIC_DEFAULT_BROKER_CONFIG: 'broker',
  STATIC_BROKER_CONFIG: 'broker',
  DEFAULT_CONFIG: 'kafka',
  DYNAMIC_BROKER_LOGGER_CONFIG: 'unknown',
  DYNAMIC_CLIENT_METRICS_CONFIG: 'unknown',
  DYNAMIC_GROUP_CONFIG: 'unknown',
}

/** The names under which a broker gives a topic its defaults, where they differ from the topic's own. */
const BROKER_NAMES: Readonly<Record<string, string>> = {
  'log.retention.ms': 'retention.ms',
  'log.retention.bytes': 'retention.bytes',
  'log.cleanup.policy': 'cleanup.policy',
  'message.max.bytes': 'max.message.bytes',
  'min.insync.replicas': 'min.insync.replicas',
  'num.partitions': 'num.partitions',
}

/** What a new topic gets here, and how many brokers there are to hold its copies. */
export async function describeTopicDefaults(admin: KafkaAdmin): Promise<TopicDefaults> {
  return admin.ask(async (broker) => {
    const { brokers } = await clusterView(broker, [], QUESTION_TIMEOUT_MS)
    // A broker tells its own configuration only itself: its id is that of the port we are talking to.
    const own = brokers.find(
      ({ host, port }) => host === broker.endpoint.host && port === broker.endpoint.port,
    )
    if (own === undefined) return { brokers: brokers.length, settings: {} }
    const resources = [{ type: 'broker', name: String(own.nodeId) } as const]
    const keys = [...Object.keys(BROKER_NAMES), 'log.retention.hours', 'log.retention.minutes']
    const { results } = await broker.call(describeConfigs, { resources, keys }, QUESTION_TIMEOUT_MS)
    const values = new Map(
      results.flatMap(({ configs }) => configs.map(({ name, value }) => [name, value] as const)),
    )
    const retention = retentionMs(values)
    return {
      brokers: brokers.length,
      settings: {
        ...Object.fromEntries(
          Object.entries(BROKER_NAMES).flatMap(([name, topicName]) => {
            const value = values.get(name)
            return typeof value === 'string' ? [[topicName, value]] : []
          }),
        ),
        ...(retention === null ? {} : { 'retention.ms': retention }),
      },
    }
  })
}

/** A broker also knows retention and roll times by the hour and by the minute; a topic knows milliseconds only. */
function inMs(name: string, value: string | null): string | null {
  const factor = name.endsWith('.hours') ? 3_600_000 : name.endsWith('.minutes') ? 60_000 : 1
  return value === null || factor === 1 ? value : String(Number(value) * factor)
}

/** The finest unit that is set wins; hours are what a broker always has. */
function retentionMs(values: ReadonlyMap<string, string | null>): string | null {
  const name = ['log.retention.ms', 'log.retention.minutes', 'log.retention.hours'].find(
    (candidate) => typeof values.get(candidate) === 'string',
  )
  return name === undefined ? null : inMs(name, values.get(name) ?? null)
}
