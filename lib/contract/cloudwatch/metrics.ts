import { z } from 'zod'
import { STATISTICS } from '@/lib/domain/metrics/statistic-name'
import { dimensions, flag, namespace, number, text, time, unit, whole } from './wire'

/** What is read, in CloudWatch's own members (AWS service model 2010-08-01). Times in replies are `Date`s. */
const metricSchema = z.object({
  Namespace: z.string().optional(),
  MetricName: z.string().optional(),
  Dimensions: z.array(z.object({ Name: z.string(), Value: z.string() })).optional(),
})

export const listMetricsInput = z.object({
  Namespace: namespace.optional(),
  MetricName: text(255).optional(),
  Dimensions: z
    .array(z.object({ Name: text(255), Value: text(1024).optional() }))
    .max(10)
    .default([]),
  NextToken: z.string().optional(),
  RecentlyActive: z.enum(['PT3H']).optional(),
  IncludeLinkedAccounts: flag.optional(),
  OwningAccount: z.string().optional(),
})

export const listMetricsReply = z.object({ Metrics: z.array(metricSchema), NextToken: z.string().optional() })

/** One thing of GetMetricData or of an alarm: a metric with its statistic, or an expression over others. */
export const metricDataQuerySchema = z.object({
  Id: text(255),
  MetricStat: z
    .object({
      Metric: z.object({
        Namespace: namespace.optional(),
        MetricName: text(255).optional(),
        Dimensions: dimensions.optional(),
      }),
      Period: whole,
      Stat: z.string(),
      Unit: unit.optional(),
    })
    .optional(),
  Expression: text(2048).optional(),
  Label: z.string().optional(),
  ReturnData: flag.optional(),
  Period: whole.optional(),
  AccountId: z.string().optional(),
})
export type MetricDataQuery = z.output<typeof metricDataQuerySchema>

export const getMetricDataInput = z.object({
  MetricDataQueries: z.array(metricDataQuerySchema),
  StartTime: time,
  EndTime: time,
  NextToken: z.string().optional(),
  ScanBy: z.enum(['TimestampDescending', 'TimestampAscending']).default('TimestampDescending'),
  MaxDatapoints: whole.pipe(z.number().min(1).max(100_800)).default(100_800),
  LabelOptions: z.object({ Timezone: z.string().optional() }).optional(),
})

const messageSchema = z.object({ Code: z.string(), Value: z.string() })

export const getMetricDataReply = z.object({
  MetricDataResults: z.array(
    z.object({
      Id: z.string(),
      Label: z.string(),
      Timestamps: z.array(z.date()),
      Values: z.array(z.number()),
      StatusCode: z.enum(['Complete', 'PartialData']),
    }),
  ),
  NextToken: z.string().optional(),
  Messages: z.array(messageSchema),
})

export const getMetricStatisticsInput = z.object({
  Namespace: namespace,
  MetricName: text(255),
  Dimensions: dimensions.default([]),
  StartTime: time,
  EndTime: time,
  Period: whole,
  Statistics: z.array(z.enum(STATISTICS)).max(5).default([]),
  ExtendedStatistics: z.array(z.string()).max(10).default([]),
  Unit: unit.optional(),
})

export const getMetricStatisticsReply = z.object({
  Label: z.string(),
  Datapoints: z.array(
    z.object({
      Timestamp: z.date(),
      SampleCount: z.number().optional(),
      Average: z.number().optional(),
      Sum: z.number().optional(),
      Minimum: z.number().optional(),
      Maximum: z.number().optional(),
      Unit: unit,
      ExtendedStatistics: z.map(z.string(), number).optional(),
    }),
  ),
})
