import { z } from 'zod'
import { defineListRpc, defineRpc } from '../wire/rpc'

const RESOURCE_TYPES = { topic: 2, broker: 4 } as const

/** A broker's own configs must be asked and changed at that very broker; the empty broker name is the default for all. */
export type ConfigResource = { type: keyof typeof RESOURCE_TYPES; name: string }

const typed = ({ type, name }: ConfigResource) => ({ resourceType: RESOURCE_TYPES[type], resourceName: name })

/** By Kafka's number. */
export const CONFIG_SOURCES = [
  'UNKNOWN',
  'DYNAMIC_TOPIC_CONFIG',
  'DYNAMIC_BROKER_CONFIG',
  'DYNAMIC_DEFAULT_BROKER_CONFIG',
  'STATIC_BROKER_CONFIG',
  'DEFAULT_CONFIG',
  'DYNAMIC_BROKER_LOGGER_CONFIG',
  'DYNAMIC_CLIENT_METRICS_CONFIG',
  'DYNAMIC_GROUP_CONFIG',
] as const
export type ConfigSource = (typeof CONFIG_SOURCES)[number]

const sourceSchema = z
  .number()
  .optional()
  .transform((code): ConfigSource => CONFIG_SOURCES[code ?? 0] ?? 'UNKNOWN')

const configSchema = z.object({
  name: z.string(),
  value: z.string().nullable(),
  readOnly: z.boolean(),
  isSensitive: z.boolean(),
  configSource: sourceSchema,
  /** Every value there is for the key, the one that holds first; only when asked for. */
  synonyms: z
    .array(z.object({ name: z.string(), value: z.string().nullable(), source: sourceSchema }))
    .default([]),
  /** Since Kafka 2.6, and only when asked for. */
  documentation: z.string().nullable().default(null),
})

type DescribedConfigs = {
  resources: readonly ConfigResource[]
  keys: readonly string[] | null
  includeSynonyms?: boolean
  /** Kafka's own explanation of each key, where the broker is new enough to give it. */
  includeDocumentation?: boolean
}

const describedSchema = z.object({
  errorCode: z.number(),
  errorMessage: z.string().nullable(),
  resourceName: z.string(),
  configs: z.array(configSchema),
})

/** `keys: null` asks for every key. */
export const describeConfigs = defineListRpc({
  name: 'DescribeConfigs',
  body: (
    { resources, keys, includeSynonyms = false, includeDocumentation = false }: DescribedConfigs,
    version,
  ) => ({
    resources: resources.map((resource) => ({ ...typed(resource), configurationKeys: keys })),
    includeSynonyms,
    ...(version >= 3 ? { includeDocumentation } : {}),
  }),
  reply: z.object({ results: z.array(describedSchema) }),
  list: { at: ['results'], element: describedSchema },
})

const alteredSchema = z.object({
  responses: z.array(z.object({ errorCode: z.number(), errorMessage: z.string().nullable() })),
})

export type ConfigChange = { name: string; set: string } | { name: string; remove: true }

/** Since Kafka 2.3: keys that are not named stay as they are. */
export const incrementalAlterConfigs = defineRpc({
  name: 'IncrementalAlterConfigs',
  body: (input: { resource: ConfigResource; changes: readonly ConfigChange[]; validateOnly: boolean }) => ({
    resources: [
      {
        ...typed(input.resource),
        configs: input.changes.map((change) =>
          'set' in change
            ? { name: change.name, configOperation: 0, value: change.set }
            : { name: change.name, configOperation: 1, value: null },
        ),
      },
    ],
    validateOnly: input.validateOnly,
  }),
  reply: alteredSchema,
})

/** For older brokers: the whole set of overrides. Keys that are not named are lost. */
export const alterConfigs = defineRpc({
  name: 'AlterConfigs',
  body: (input: {
    resource: ConfigResource
    configs: Readonly<Record<string, string>>
    validateOnly: boolean
  }) => ({
    resources: [
      {
        ...typed(input.resource),
        configs: Object.entries(input.configs).map(([name, value]) => ({ name, value })),
      },
    ],
    validateOnly: input.validateOnly,
  }),
  reply: alteredSchema,
})
