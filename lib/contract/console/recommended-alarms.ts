import { z } from 'zod'
import { endpoint } from '../endpoint'
import { WEBHOOK_NAME } from './webhooks'

/** The alarms that MSK's best practices ask for, as they would be for one cluster. Each is a CloudWatch alarm once put. */
const recommendedAlarmSchema = z.object({
  key: z.enum([
    'active-controller',
    'offline-partitions',
    'disk',
    'cpu',
    'under-min-isr',
    'under-replicated',
    'heap',
    'request-handlers',
    'network-processors',
    'lag',
  ]),
  /** Of the alarm, as CloudWatch knows it. */
  name: z.string(),
  brokerId: z.number().int().nullable(),
  /** An alarm of this name is there, whoever put it. */
  exists: z.boolean(),
})

const cluster = z.object({ clusterId: z.string() })

export const recommendedAlarmEndpoints = {
  listRecommendedAlarms: endpoint({
    method: 'GET',
    path: '/api/console/clusters/{clusterId}/recommended-alarms',
    input: cluster,
    reply: z.object({
      alarms: z.array(recommendedAlarmSchema),
      /** Groups with a lag: only a person knows how much is too much, in records. */
      lags: z.array(
        z.object({ group: z.string(), topic: z.string(), name: z.string(), exists: z.boolean() }),
      ),
    }),
  }),
  /** Puts those that are not there; what is there stays as it is. */
  putRecommendedAlarms: endpoint({
    method: 'POST',
    path: '/api/console/clusters/{clusterId}/recommended-alarms',
    input: cluster.extend({
      /** By name; left out: all. */
      names: z.array(z.string()).max(1_000).optional(),
      lags: z
        .array(z.object({ group: z.string(), topic: z.string(), offsets: z.number().min(0) }))
        .max(100)
        .default([]),
      /** Told when one of them rings and when it is over. */
      webhooks: z.array(z.string().regex(WEBHOOK_NAME)).max(5).default([]),
    }),
    reply: z.object({ put: z.array(z.string()) }),
  }),
} as const
