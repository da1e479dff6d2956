import { findingSchema } from '@/lib/domain/finding'
import { NO_VOLUMES } from '@/lib/domain/volume-limit'
import { z } from 'zod'
import { healthViewSchema, nodeViewSchema, volumesViewSchema } from '@/lib/contract/console/clusters'

/**
 * What the engine stores about a cluster each time something changed: the observed half of what pages show. What was
 * asked for (names, types, addresses) is not repeated here; it is in the cluster's own rows.
 */
export const observedNodeSchema = nodeViewSchema.pick({
  nodeId: true,
  health: true,
  isQuorumLeader: true,
  leaderPartitions: true,
  inSyncReplicas: true,
  replicas: true,
  pid: true,
  pssBytes: true,
  startedAt: true,
  lastExitReason: true,
  volumeUsedBytes: true,
  isVolumeFull: true,
})
export type ObservedNode = z.infer<typeof observedNodeSchema>

export const statusViewSchema = z.object({
  nodes: z.array(observedNodeSchema),
  health: healthViewSchema,
  /** What is done about volumes. Of an earlier version: nothing. */
  volumes: volumesViewSchema.default(NO_VOLUMES),
  /** Topics of users, Kafka's and Mosaik's own left out. Null where not known. */
  topics: z.number().int().nullable(),
  /** What others did in the cluster's place. Of an earlier version: nothing. */
  findings: z.array(findingSchema).default([]),
  /** Why the cluster failed or is not converged: the log's own reason. */
  stateMessage: z.string().nullable(),
})
export type StatusView = z.infer<typeof statusViewSchema>
