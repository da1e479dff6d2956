import { z } from 'zod'
import { LOG_LEVELS, readLevels } from '@/lib/domain/log'
import { NODE_SETTING_SOURCES } from '@/lib/domain/node-settings'
import { nodeViewSchema } from './clusters'

/** What the console reads about single nodes and MSK has no word for. Times are ISO 8601 strings in UTC. */

const timeSchema = z.iso.datetime()

/** How a process of a node ended; `unknown` when nobody saw it. */
export const BOOT_ENDS = ['asked', 'killed', 'byItself', 'unknown'] as const

export const nodeBootSchema = z.object({
  boot: z.string(),
  startedAt: timeSchema,
  /** When it was first seen to serve; null also where it served before anyone looked. */
  servingAt: timeSchema.nullable(),
  served: z.boolean(),
  endedAt: timeSchema.nullable(),
  end: z.enum(BOOT_ENDS).nullable(),
  reason: z.string().nullable(),
})
export type NodeBoot = z.infer<typeof nodeBootSchema>

export const nodeListingSchema = nodeViewSchema.extend({
  /** Starts that were written down; the first is the creation's. */
  starts: z.number().int(),
})
export type NodeListing = z.infer<typeof nodeListingSchema>
export const nodeListSchema = z.object({ nodes: z.array(nodeListingSchema) })

export const nodeDetailSchema = nodeListingSchema.extend({
  clusterId: z.string(),
  clusterName: z.string(),
  zoneName: z.string(),
  subnetId: z.string(),
  kafkaClusterId: z.string(),
  release: z.string(),
  mode: z.enum(['KRAFT', 'ZOOKEEPER']),
  power: z.enum(['on', 'off']),
  /** Dies it, it stays down. */
  isHealingPaused: z.boolean(),
  /** When the cluster was last looked at. */
  observedAt: timeSchema.nullable(),
  heapMinMiB: z.number().int(),
  heapMaxMiB: z.number().int(),
  volumeSizeGiB: z.number().nullable(),
  /** Every endpoint it listens on, by what it is for. */
  endpoints: z.array(
    z.object({
      use: z.enum([
        'client',
        'external',
        'replication',
        'controller',
        'zookeeper',
        'agent',
        'jmxExporter',
        'nodeExporter',
      ]),
      endpoint: z.string(),
    }),
  ),
  addedAt: timeSchema,
  directory: z.string().nullable(),
  directoryId: z.string().nullable(),
  /** What the folder itself says it was formatted for. */
  recordedNodeId: z.string().nullable(),
  recordedClusterId: z.string().nullable(),
  javaVersion: z.string().nullable(),
  diskBytes: z.number().nullable(),
  logBytes: z.number().nullable(),
  /** Newest first. */
  boots: z.array(nodeBootSchema),
})
export type NodeDetail = z.infer<typeof nodeDetailSchema>

export const ELECTIONS_MAX = 100

/** Another leader of the quorum, or of partitions that one broker led before. */
export const electionSchema = z.object({
  at: timeSchema,
  /** When the leader before was last seen: it happened since then. Null: before Mosaik started. */
  lastSeenAt: timeSchema.nullable(),
  from: z.number().int(),
  to: z.array(z.number().int()),
  /** Of the quorum's leader; null where it is not told, and for partitions. */
  epoch: z.number().int().nullable(),
  /** How many left the broker. Null: it is the quorum. */
  partitions: z.number().int().nullable(),
})
export type Election = z.infer<typeof electionSchema>

export const nodeSettingSchema = z.object({
  name: z.string(),
  /** Null where it is secret, or has none. */
  value: z.string().nullable(),
  isSensitive: z.boolean(),
  source: z.enum(NODE_SETTING_SOURCES),
  /** What would hold without this source: Kafka's own default. Null where not known. */
  defaultValue: z.string().nullable(),
})
export type NodeSetting = z.infer<typeof nodeSettingSchema>

export const nodeSettingsSchema = z.object({
  settings: z.array(nodeSettingSchema),
  /** The running node itself, the file it was started with, or what it would be started with. */
  from: z.enum(['node', 'file', 'plan']),
  /** Why the node itself was not asked, where it should have been. */
  whyNotNode: z.string().nullable(),
})
export type NodeSettings = z.infer<typeof nodeSettingsSchema>

export const logEntrySchema = z.object({
  position: z.string(),
  at: timeSchema.nullable(),
  level: z.enum(LOG_LEVELS).nullable(),
  text: z.string(),
  isCut: z.boolean(),
})
export type LogEntryView = z.infer<typeof logEntrySchema>

export const nodeLogSchema = z.object({
  /** Oldest first. */
  entries: z.array(logEntrySchema),
  /** Where to go on further back; null at the beginning of what is kept. */
  older: z.string().nullable(),
  /** Where to go on reading: the newest entry there is, also if it does not fit the filter. */
  newest: z.string().nullable(),
  /** More was written since than is told here, or the place asked for was rotated away: begin anew. */
  hasGap: z.boolean(),
})
export type NodeLog = z.infer<typeof nodeLogSchema>

const levelsSchema = z.string().default('').transform(readLevels)
const textSchema = z.string().max(1000).default('')

export const logPageInputSchema = z.object({
  clusterId: z.string(),
  nodeId: z.coerce.number().int(),
  before: z.string().optional(),
  since: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(2000).default(500),
  text: textSchema,
  levels: levelsSchema,
})

export const searchLogsInputSchema = z.object({
  clusterId: z.string(),
  text: textSchema,
  levels: levelsSchema,
  from: timeSchema.optional(),
  to: timeSchema.optional(),
  /** `1,2,10001`; left out or empty: all. */
  nodes: z
    .string()
    .regex(/^\d*(?:,\d+)*$/, 'Node ids, separated by commas.')
    .default('')
    .transform((text) => text.split(',').filter(Boolean).map(Number)),
  limit: z.coerce.number().int().min(1).max(2000).default(500),
})

export const foundEntrySchema = logEntrySchema.extend({ nodeId: z.number().int() })
export type FoundEntry = z.infer<typeof foundEntrySchema>
export const foundLogsSchema = z.object({
  /** The newest that fit, oldest of them first. */
  entries: z.array(foundEntrySchema),
  /** Older ones fit too. */
  more: z.boolean(),
  searchedNodes: z.number().int(),
  /** Nodes whose log could not be read, and why. */
  unread: z.array(z.object({ nodeId: z.number().int(), why: z.string() })),
})
export type FoundLogs = z.infer<typeof foundLogsSchema>
