import { z } from 'zod'
import { HOUR_MINUTES, MINUTE_STATES } from '@/lib/domain/availability/minutes'
import { DRILL_KINDS } from '@/lib/domain/drill/kind'
import { INCIDENT_KINDS } from '@/lib/domain/incident'
import { OPERATION_NAMES } from '@/lib/domain/operation-name'
import { endpoint } from '../endpoint'

const count = z.number().int()
const time = z.iso.datetime()

/** Minutes of a window. `share` of those that were not down, `answered` of all attempts; null: nothing was measured. */
const figureSchema = z.object({
  measured: count,
  down: count,
  disturbed: count,
  share: z.number().nullable(),
  answered: z.number().nullable(),
  budgetLeft: z.number().nullable(),
})
export type FigureView = z.infer<typeof figureSchema>

const figuresSchema = z.object({ day: figureSchema, week: figureSchema, month: figureSchema })
const each = <Shape extends z.ZodType>(shape: Shape) => z.object({ write: shape, read: shape })

const daySchema = z.object({
  /** `2026-12-01`, in UTC. */
  day: z.string(),
  measured: count,
  ...each(z.object({ down: count, disturbed: count })).shape,
})

/** Whatever went on while minutes were lost. */
const causeSchema = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('incident'),
    id: z.string(),
    kind: z.enum(INCIDENT_KINDS),
    nodeId: count.nullable(),
    zoneId: z.string().nullable(),
  }),
  z.object({ is: z.literal('operation'), id: z.string(), name: z.enum(OPERATION_NAMES) }),
  z.object({ is: z.literal('drill'), id: z.string(), kind: z.enum(DRILL_KINDS) }),
])
export type CauseView = z.infer<typeof causeSchema>

const outageSchema = z.object({
  from: time,
  until: time,
  ...each(z.object({ down: count, disturbed: count, failed: count })).shape,
  causes: z.array(causeSchema),
})
export type OutageView = z.infer<typeof outageSchema>

export const availabilitySchema = z.object({
  isOn: z.boolean(),
  /** The newest minute in which something was measured. */
  lastAt: time.nullable(),
  figures: each(figuresSchema),
  days: z.array(daySchema),
  /** Newest first; of the last month. */
  outages: z.array(outageSchema),
})
export type AvailabilityView = z.infer<typeof availabilitySchema>

/** One hour: a state for each of its minutes, and how many attempts failed. */
const hourSchema = z.object({
  at: time,
  ...each(z.array(z.enum(MINUTE_STATES)).length(HOUR_MINUTES)).shape,
})
export const availabilityDaySchema = z.object({ hours: z.array(hourSchema) })
export type AvailabilityHourView = z.infer<typeof hourSchema>

export const availabilityEndpoints = {
  getAvailability: endpoint({
    method: 'GET',
    path: '/api/console/clusters/{clusterId}/availability',
    input: z.object({ clusterId: z.string() }),
    reply: availabilitySchema,
  }),
  /** Hours of a day in which something was measured. */
  getAvailabilityDay: endpoint({
    method: 'GET',
    path: '/api/console/clusters/{clusterId}/availability/{day}',
    input: z.object({ clusterId: z.string(), day: z.iso.date() }),
    reply: availabilityDaySchema,
  }),
  changeAvailability: endpoint({
    method: 'POST',
    path: '/api/console/clusters/{clusterId}/availability',
    input: z.strictObject({ clusterId: z.string(), isOn: z.boolean() }),
    reply: z.object({}),
  }),
} as const
