import type { z } from 'zod'
import {
  getMetricDataInput,
  getMetricDataReply,
  getMetricStatisticsInput,
  getMetricStatisticsReply,
  listMetricsInput,
  listMetricsReply,
} from './metrics'

/** A row of CloudWatch's table: it has operations by name instead of paths. */
export type CloudWatchOperation<Input extends z.ZodType = z.ZodType, Reply extends z.ZodType = z.ZodType> = {
  input: Input
  reply: Reply
}

export const cloudWatchOperations = {
  ListMetrics: { input: listMetricsInput, reply: listMetricsReply },
  GetMetricData: { input: getMetricDataInput, reply: getMetricDataReply },
  GetMetricStatistics: { input: getMetricStatisticsInput, reply: getMetricStatisticsReply },
} as const satisfies Record<string, CloudWatchOperation>

/** The rest of the service. Each answers with its name, so that a caller learns what is missing. */
export const NOT_BUILT_CLOUDWATCH = [
  'DeleteAlarmMuteRule',
  'DeleteAlarms',
  'DeleteAnomalyDetector',
  'DeleteDashboards',
  'DeleteInsightRules',
  'DeleteMetricStream',
  'DescribeAlarmContributors',
  'DescribeAlarmHistory',
  'DescribeAlarms',
  'DescribeAlarmsForMetric',
  'DescribeAnomalyDetectors',
  'DescribeInsightRules',
  'DisableAlarmActions',
  'DisableInsightRules',
  'EnableAlarmActions',
  'EnableInsightRules',
  'GetAlarmMuteRule',
  'GetDashboard',
  'GetInsightRuleReport',
  'GetMetricStream',
  'GetMetricWidgetImage',
  'GetOTelEnrichment',
  'ListAlarmMuteRules',
  'ListDashboards',
  'ListManagedInsightRules',
  'ListMetricStreams',
  'ListTagsForResource',
  'PutAlarmMuteRule',
  'PutAnomalyDetector',
  'PutCompositeAlarm',
  'PutDashboard',
  'PutInsightRule',
  'PutManagedInsightRules',
  'PutMetricAlarm',
  'PutMetricData',
  'PutMetricStream',
  'SetAlarmState',
  'StartMetricStreams',
  'StartOTelEnrichment',
  'StopMetricStreams',
  'StopOTelEnrichment',
  'TagResource',
  'UntagResource',
] as const
