import type { z } from 'zod'
import {
  alarmNamesInput,
  describeAlarmHistoryInput,
  describeAlarmHistoryReply,
  describeAlarmsForMetricInput,
  describeAlarmsForMetricReply,
  describeAlarmsInput,
  describeAlarmsReply,
  noReply,
  putMetricAlarmInput,
  resourceInput,
  setAlarmStateInput,
  tagResourceInput,
  tagsReply,
  untagResourceInput,
} from './alarms'
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

  PutMetricAlarm: { input: putMetricAlarmInput, reply: noReply },
  DescribeAlarms: { input: describeAlarmsInput, reply: describeAlarmsReply },
  DescribeAlarmsForMetric: { input: describeAlarmsForMetricInput, reply: describeAlarmsForMetricReply },
  DescribeAlarmHistory: { input: describeAlarmHistoryInput, reply: describeAlarmHistoryReply },
  SetAlarmState: { input: setAlarmStateInput, reply: noReply },
  DeleteAlarms: { input: alarmNamesInput, reply: noReply },
  EnableAlarmActions: { input: alarmNamesInput, reply: noReply },
  DisableAlarmActions: { input: alarmNamesInput, reply: noReply },

  ListTagsForResource: { input: resourceInput, reply: tagsReply },
  TagResource: { input: tagResourceInput, reply: noReply },
  UntagResource: { input: untagResourceInput, reply: noReply },
} as const satisfies Record<string, CloudWatchOperation>

/** The rest of the service. Each answers with its name, so that a caller learns what is missing. */
export const NOT_BUILT_CLOUDWATCH = [
  'DeleteAlarmMuteRule',
  'DeleteAnomalyDetector',
  'DeleteDashboards',
  'DeleteInsightRules',
  'DeleteMetricStream',
  'DescribeAlarmContributors',
  'DescribeAnomalyDetectors',
  'DescribeInsightRules',
  'DisableInsightRules',
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
  'PutAlarmMuteRule',
  'PutAnomalyDetector',
  'PutCompositeAlarm',
  'PutDashboard',
  'PutInsightRule',
  'PutManagedInsightRules',
  'PutMetricData',
  'PutMetricStream',
  'StartMetricStreams',
  'StartOTelEnrichment',
  'StopMetricStreams',
  'StopOTelEnrichment',
] as const
