import { z } from 'zod'
import { canaryReceiptSchema } from '@/lib/domain/canary-receipt'
import { DRILL_ACKS, DRILL_KINDS, DRILL_SCOPES, UNBUILT_DRILL_KINDS } from '@/lib/domain/drill/kind'
import { DRILL_REFUSALS } from '@/lib/domain/drill/may-drill'
import { boundsSchema, DRILL_STATES, drillRecordSchema } from '@/lib/domain/drill/record'
import { findingSchema } from '@/lib/domain/drill/verdict'
import { endpoint } from '../endpoint'

/** Faults made on purpose: what may be done, what is under way, and what came of it. */

const timeSchema = z.iso.datetime()

export const drillSummarySchema = z.object({
  id: z.string(),
  kind: z.enum(DRILL_KINDS),
  state: z.enum(DRILL_STATES),
  targets: z.array(z.number().int()),
  acks: z.enum(DRILL_ACKS),
  healing: z.enum(['on', 'paused']),
  actor: z.string(),
  startedAt: timeSchema,
  endedAt: timeSchema.nullable(),
})
export type DrillSummary = z.infer<typeof drillSummarySchema>

export const drillDetailSchema = drillSummarySchema.extend({
  clusterId: z.string(),
  clusterName: z.string(),
  /** Phases, faults, evidence and times; milliseconds since the epoch. */
  record: drillRecordSchema,
  receipt: canaryReceiptSchema.nullable(),
  /** Null: not judged so far. */
  verdict: z.array(findingSchema).nullable(),
})
export type DrillDetail = z.infer<typeof drillDetailSchema>

export const offeredDrillSchema = z.object({
  kind: z.enum(DRILL_KINDS),
  scope: z.enum(DRILL_SCOPES),
  bounds: boundsSchema,
  /** Why it cannot be done now; null: it can. */
  off: z.enum(DRILL_REFUSALS).nullable(),
})
export type OfferedDrill = z.infer<typeof offeredDrillSchema>

export const drillListSchema = z.object({
  /** It is drilled only by whoever types its name. */
  isProtected: z.boolean(),
  offered: z.array(offeredDrillSchema),
  /** Not built: shown with the reason. */
  unbuilt: z.array(z.enum(UNBUILT_DRILL_KINDS)),
  /** Newest first. */
  drills: z.array(drillSummarySchema),
})
export type DrillList = z.infer<typeof drillListSchema>

const path = '/api/console/clusters/{clusterId}/drills'
const one = z.object({ clusterId: z.string(), drillId: z.string() })

export const drillEndpoints = {
  listDrills: endpoint({
    method: 'GET',
    path,
    input: z.object({ clusterId: z.string() }),
    reply: drillListSchema,
  }),
  startDrill: endpoint({
    method: 'POST',
    path,
    input: z.strictObject({
      clusterId: z.string(),
      kind: z.enum(DRILL_KINDS),
      /** For drills of one broker or one controller. */
      nodeId: z.number().int().optional(),
      /** For drills of a zone. */
      zoneId: z.string().optional(),
      acks: z.enum(DRILL_ACKS).default('all'),
      healing: z.enum(['on', 'paused']).default('on'),
      /** Asked for where the cluster is protected. */
      confirmName: z.string().optional(),
    }),
    reply: z.object({ drillId: z.string() }),
  }),
  getDrill: endpoint({ method: 'GET', path: `${path}/{drillId}`, input: one, reply: drillDetailSchema }),
  /** Lifts its faults now. */
  endDrill: endpoint({ method: 'POST', path: `${path}/{drillId}/end`, input: one, reply: z.object({}) }),
} as const
