import { z } from 'zod'

export const hostViewSchema = z.object({
  hostname: z.string(),
  cpus: z.number().int(),
  memoryTotalBytes: z.number(),
  memoryFreeBytes: z.number(),
  diskTotalBytes: z.number(),
  diskFreeBytes: z.number(),
  javaVersion: z.string().nullable(),
  /** Set when MOSAIK_ADVERTISED_HOST is: brokers can be reached from containers and other machines. */
  advertisedHost: z.string().nullable(),
  /** Directories of clusters the database does not know: reported, never deleted. */
  unknownDirectories: z.array(z.string()),
  regions: z.array(z.string()),
  kafkaVersions: z.array(
    z.object({
      name: z.string(),
      release: z.string(),
      mode: z.enum(['KRAFT', 'ZOOKEEPER']),
      status: z.enum(['ACTIVE', 'DEPRECATED']),
      prepared: z.boolean(),
    }),
  ),
  brokerTypes: z.array(z.string()),
})
export type HostView = z.infer<typeof hostViewSchema>

/** A hint of the event stream: something under this topic changed; queries ask again. */
export const liveHintSchema = z.object({
  /** `clusters` (the list), `cluster/<id>`, `operation/<id>`, `topics/<cluster id>`, `alarms`, `host`. */
  topic: z.string(),
  version: z.number().int(),
})
export type LiveHint = z.infer<typeof liveHintSchema>
