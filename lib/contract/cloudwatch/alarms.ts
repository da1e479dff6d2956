import { z } from 'zod'
import { ALARM_STATES, MISSING_DATA } from '@/lib/domain/alarm/alarm'
import { STATISTICS } from '@/lib/domain/metrics/statistic-name'
import { metricDataQuerySchema } from './metrics'
import { dimensions, flag, namespace, number, text, time, unit, whole } from './wire'

/** Alarms, in CloudWatch's own members. */
const alarmName = text(255)
const actions = z.array(text(1024)).max(5).default([])
const tags = z.array(z.object({ Key: text(128), Value: z.string().max(256) })).max(50)

/** What an alarm is, as it is stored and described. It watches either one metric or the one of `Metrics` that is returned. */
export const alarmDefinitionSchema = z.object({
  AlarmDescription: z.string().max(1024).optional(),
  OKActions: actions,
  AlarmActions: actions,
  InsufficientDataActions: actions,
  MetricName: text(255).optional(),
  Namespace: namespace.optional(),
  Statistic: z.enum(STATISTICS).optional(),
  ExtendedStatistic: z.string().optional(),
  Dimensions: dimensions.optional(),
  Period: whole.optional(),
  Unit: unit.optional(),
  Metrics: z.array(metricDataQuerySchema).optional(),
  EvaluationPeriods: whole.pipe(z.number().min(1)),
  DatapointsToAlarm: whole.pipe(z.number().min(1)).optional(),
  Threshold: number,
  ComparisonOperator: z.string(),
  TreatMissingData: z.enum(MISSING_DATA).optional(),
  EvaluateLowSampleCountPercentile: z.enum(['evaluate', 'ignore']).optional(),
})
export type AlarmDefinition = z.output<typeof alarmDefinitionSchema>

/** Members of what Mosaik does not have; naming one is refused, because without it the alarm would be another. */
export const NOT_BUILT_OF_ALARMS = [
  'ThresholdMetricId',
  'EvaluationCriteria',
  'EvaluationInterval',
  'EvaluationWindow',
  'WarmUpConfiguration',
  'ActionConfiguration',
] as const

export const putMetricAlarmInput = alarmDefinitionSchema.extend({
  AlarmName: alarmName,
  ActionsEnabled: flag.default(true),
  Tags: tags.optional(),
  ThresholdMetricId: z.unknown().optional(),
  EvaluationCriteria: z.unknown().optional(),
  EvaluationInterval: z.unknown().optional(),
  EvaluationWindow: z.unknown().optional(),
  WarmUpConfiguration: z.unknown().optional(),
  ActionConfiguration: z.unknown().optional(),
})

const metricAlarmSchema = alarmDefinitionSchema.extend({
  AlarmName: z.string(),
  AlarmArn: z.string(),
  AlarmConfigurationUpdatedTimestamp: z.date(),
  ActionsEnabled: z.boolean(),
  StateValue: z.enum(ALARM_STATES),
  StateReason: z.string(),
  StateReasonData: z.string().optional(),
  StateUpdatedTimestamp: z.date(),
  StateTransitionedTimestamp: z.date(),
})

const maxRecords = whole.pipe(z.number().min(1).max(100))
const alarmTypes = z.array(z.enum(['MetricAlarm', 'CompositeAlarm'])).default(['MetricAlarm'])

export const describeAlarmsInput = z.object({
  AlarmNames: z.array(alarmName).max(100).default([]),
  AlarmNamePrefix: alarmName.optional(),
  AlarmTypes: alarmTypes,
  ChildrenOfAlarmName: z.string().optional(),
  ParentsOfAlarmName: z.string().optional(),
  StateValue: z.enum(ALARM_STATES).optional(),
  ActionPrefix: text(1024).optional(),
  MaxRecords: maxRecords.default(50),
  NextToken: z.string().optional(),
})
export const describeAlarmsReply = z.object({
  MetricAlarms: z.array(metricAlarmSchema),
  CompositeAlarms: z.array(z.never()),
  NextToken: z.string().optional(),
})

export const describeAlarmsForMetricInput = z.object({
  MetricName: text(255),
  Namespace: namespace,
  Statistic: z.enum(STATISTICS).optional(),
  ExtendedStatistic: z.string().optional(),
  Dimensions: dimensions.default([]),
  Period: whole.optional(),
  Unit: unit.optional(),
})
export const describeAlarmsForMetricReply = z.object({ MetricAlarms: z.array(metricAlarmSchema) })

export const HISTORY_TYPES = ['ConfigurationUpdate', 'StateUpdate', 'Action'] as const
export type HistoryType = (typeof HISTORY_TYPES)[number]

export const describeAlarmHistoryInput = z.object({
  AlarmName: alarmName.optional(),
  AlarmTypes: alarmTypes,
  HistoryItemType: z.enum(HISTORY_TYPES).optional(),
  StartDate: time.optional(),
  EndDate: time.optional(),
  MaxRecords: maxRecords.default(100),
  NextToken: z.string().optional(),
  ScanBy: z.enum(['TimestampDescending', 'TimestampAscending']).default('TimestampDescending'),
})
export const describeAlarmHistoryReply = z.object({
  AlarmHistoryItems: z.array(
    z.object({
      AlarmName: z.string(),
      AlarmType: z.literal('MetricAlarm'),
      Timestamp: z.date(),
      HistoryItemType: z.enum(HISTORY_TYPES),
      HistorySummary: z.string(),
      HistoryData: z.string(),
    }),
  ),
  NextToken: z.string().optional(),
})

export const setAlarmStateInput = z.object({
  AlarmName: alarmName,
  StateValue: z.enum(ALARM_STATES),
  StateReason: z.string().max(1023),
  StateReasonData: z.string().max(4000).optional(),
})

export const alarmNamesInput = z.object({ AlarmNames: z.array(alarmName).max(100) })

export const resourceInput = z.object({ ResourceARN: text(1024) })
export const tagResourceInput = resourceInput.extend({ Tags: tags })
export const untagResourceInput = resourceInput.extend({ TagKeys: z.array(text(128)) })
export const tagsReply = z.object({ Tags: z.array(z.object({ Key: z.string(), Value: z.string() })) })

export const noReply = z.null()
