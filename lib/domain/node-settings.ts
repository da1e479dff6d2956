import type { SourcedProperties } from './kafka-properties'

/** Where the value of a node's setting comes from, in the words of the console. */
export const NODE_SETTING_SOURCES = [
  'KAFKA_DEFAULT',
  'MSK_DEFAULT',
  'USER',
  /** Mosaik's profile and internal topics. */
  'OVERLAY',
  /** Mosaik's: who the node is, where it listens, where its folders are. */
  'IDENTITY',
  /** Changed while it ran: for this broker, or for all of the cluster. */
  'DYNAMIC_BROKER',
  'DYNAMIC_CLUSTER',
] as const
export type NodeSettingSource = (typeof NODE_SETTING_SOURCES)[number]

export type EffectiveSetting = {
  name: string
  value: string | null
  isSensitive: boolean
  source: NodeSettingSource
  defaultValue: string | null
}

/** A setting as the running node tells it, with Kafka's own word for its source. */
export type DescribedSetting = {
  name: string
  value: string | null
  isSensitive: boolean
  configSource: string
  synonyms: readonly { value: string | null; source: string }[]
}

/** What the running node says holds, each with where it comes from: Kafka knows "a file", we know who wrote the line. */
export const settingsOfNode = (
  described: readonly DescribedSetting[],
  sourced: SourcedProperties,
): EffectiveSetting[] =>
  described
    .map(({ name, value, isSensitive, configSource, synonyms }) => {
      const secret = isSecretName(name) || (isSensitive && !isOwnWord(name, configSource, sourced))
      const byDefault = synonyms.find(({ source }) => source === 'DEFAULT_CONFIG')?.value ?? null
      return {
        name,
        value: secret ? null : (value ?? (isSensitive ? (sourced[name]?.value ?? null) : null)),
        isSensitive: secret,
        source: sourceOf(name, configSource, sourced),
        defaultValue: secret ? null : byDefault,
      }
    })
    .toSorted(byName)

/** Kafka hides every name it does not know (the authorizer's, say). What stands there because Mosaik wrote it is no secret. */
const isOwnWord = (name: string, configSource: string, sourced: SourcedProperties): boolean =>
  configSource === 'STATIC_BROKER_CONFIG' && (sourced[name]?.source ?? 'USER') !== 'USER'

function sourceOf(name: string, configSource: string, sourced: SourcedProperties): NodeSettingSource {
  switch (configSource) {
    case 'DYNAMIC_BROKER_CONFIG':
      return 'DYNAMIC_BROKER'
    case 'DYNAMIC_DEFAULT_BROKER_CONFIG':
      return 'DYNAMIC_CLUSTER'
    case 'STATIC_BROKER_CONFIG':
      // What stands in the file without being asked for are the folders, which the driver adds.
      return sourced[name]?.source ?? 'IDENTITY'
    default:
      return 'KAFKA_DEFAULT'
  }
}

/** The lines of the file a node was or would be started with. What is not in it is Kafka's default, and not known here. */
export const settingsOfFile = (
  properties: Readonly<Record<string, string>>,
  sourced: SourcedProperties,
): EffectiveSetting[] =>
  Object.entries(properties)
    .map(([name, value]) => {
      const isSensitive = isSecretName(name)
      const source = sourced[name]?.source ?? 'IDENTITY'
      return { name, value: isSensitive ? null : value, isSensitive, source, defaultValue: null }
    })
    .toSorted(byName)

const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1)

const isSecretName = (name: string): boolean =>
  /password|secret|credential|jaas\.config|keystore\.key|private|token\.(?!expiry)/i.test(name)
