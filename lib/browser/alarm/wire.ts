import { z } from 'zod'
import { ALARM_STATES, COMPARISON_NAMES, MISSING_DATA } from '@/lib/domain/alarm/alarm'

/** Alarms as DescribeAlarms writes them in JSON, in CloudWatch’s own members; times are seconds. */
const pairsSchema = z.array(z.object({ Name: z.string(), Value: z.string() }))

const querySchema = z.object({
  Id: z.string(),
  MetricStat: z
    .object({
      Metric: z.object({
        Namespace: z.string().optional(),
        MetricName: z.string().optional(),
        Dimensions: pairsSchema.optional(),
      }),
      Period: z.number(),
      Stat: z.string(),
      Unit: z.string().optional(),
    })
    .optional(),
  Expression: z.string().optional(),
  Label: z.string().optional(),
  ReturnData: z.boolean().optional(),
})
export type AlarmQuery = z.infer<typeof querySchema>

const actions = z.array(z.string()).default([])

const definitionSchema = z.object({
  AlarmName: z.string(),
  AlarmDescription: z.string().optional(),
  ActionsEnabled: z.boolean(),
  AlarmActions: actions,
  OKActions: actions,
  InsufficientDataActions: actions,
  Namespace: z.string().optional(),
  MetricName: z.string().optional(),
  Dimensions: pairsSchema.optional(),
  Statistic: z.string().optional(),
  ExtendedStatistic: z.string().optional(),
  Unit: z.string().optional(),
  Period: z.number().optional(),
  Metrics: z.array(querySchema).optional(),
  EvaluationPeriods: z.number(),
  DatapointsToAlarm: z.number().optional(),
  Threshold: z.number(),
  ComparisonOperator: z.enum(COMPARISON_NAMES),
  TreatMissingData: z.enum(MISSING_DATA).optional(),
})
/** What PutMetricAlarm takes. */
export type AlarmDefinition = z.infer<typeof definitionSchema>

export const alarmSchema = definitionSchema.extend({
  AlarmArn: z.string(),
  AlarmConfigurationUpdatedTimestamp: z.number(),
  StateValue: z.enum(ALARM_STATES),
  StateReason: z.string(),
  StateReasonData: z.string().optional(),
  StateTransitionedTimestamp: z.number(),
})
export type Alarm = z.infer<typeof alarmSchema>

export const historyItemSchema = z.object({
  AlarmName: z.string(),
  Timestamp: z.number(),
  HistoryItemType: z.enum(['ConfigurationUpdate', 'StateUpdate', 'Action']),
  HistorySummary: z.string(),
  HistoryData: z.string(),
})
export type HistoryItem = z.infer<typeof historyItemSchema>
