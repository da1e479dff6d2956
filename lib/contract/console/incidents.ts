import { z } from 'zod'
import { INCIDENT_KINDS } from '@/lib/domain/incident'

/** So many are told, newest first. */
export const INCIDENTS_MAX = 100

/** What went wrong by itself. Neither node nor zone: the quorum of controllers. */
export const incidentSchema = z.object({
  id: z.number(),
  kind: z.enum(INCIDENT_KINDS),
  nodeId: z.number().nullable(),
  zoneId: z.string().nullable(),
  detectedAt: z.iso.datetime(),
  /** The node's own last words. */
  reason: z.string().nullable(),
  /** When it was right again. Null: it is not. */
  endedAt: z.iso.datetime().nullable(),
})
export type IncidentView = z.infer<typeof incidentSchema>
