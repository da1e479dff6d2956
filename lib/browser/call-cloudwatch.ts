import { z } from 'zod'
import { type AlarmDefinition, type AlarmQuery, alarmSchema, historyItemSchema } from './alarm/wire'
import { answerOf, headersOf, unexpectedReply, type CallOptions } from './call'

/** CloudWatch's own protocol, AWS JSON 1.0: the console reads the figures that every other tool reads. */
const SERVICE = 'GraniteServiceVersion20100801'

const dimensionsSchema = z.array(z.object({ Name: z.string(), Value: z.string() }))

type GetMetricData = {
  MetricDataQueries: readonly AlarmQuery[]
  /** Seconds. */
  StartTime: number
  EndTime: number
  ScanBy: 'TimestampAscending'
  NextToken?: string
}
const metricDataSchema = z.object({
  MetricDataResults: z.array(
    z.object({ Id: z.string(), Timestamps: z.array(z.number()), Values: z.array(z.number()) }),
  ),
  NextToken: z.string().optional(),
})

export const getMetricData = (input: GetMetricData, options: CallOptions) =>
  callCloudWatch('GetMetricData', input, metricDataSchema, options)

type ListMetrics = {
  Namespace: string
  MetricName?: string
  Dimensions: readonly { Name: string; Value?: string }[]
  RecentlyActive?: 'PT3H'
  NextToken?: string
}
const metricsSchema = z.object({
  Metrics: z.array(z.object({ MetricName: z.string(), Dimensions: dimensionsSchema })),
  NextToken: z.string().optional(),
})

export const listMetrics = (input: ListMetrics, options: CallOptions) =>
  callCloudWatch('ListMetrics', input, metricsSchema, options)

type DescribeAlarms = { AlarmNames?: readonly string[]; StateValue?: 'ALARM'; NextToken?: string }
const alarmsSchema = z.object({ MetricAlarms: z.array(alarmSchema), NextToken: z.string().optional() })

export const describeAlarms = (input: DescribeAlarms, options: CallOptions) =>
  callCloudWatch('DescribeAlarms', { MaxRecords: 100, ...input }, alarmsSchema, options)

type DescribeAlarmHistory = {
  AlarmName?: string
  HistoryItemType?: 'StateUpdate'
  /** Seconds. */
  StartDate?: number
  EndDate?: number
  NextToken?: string
}
const historySchema = z.object({
  AlarmHistoryItems: z.array(historyItemSchema),
  NextToken: z.string().optional(),
})

export const describeAlarmHistory = (input: DescribeAlarmHistory, options: CallOptions) =>
  callCloudWatch('DescribeAlarmHistory', { MaxRecords: 100, ...input }, historySchema, options)

export const putMetricAlarm = (input: AlarmDefinition, options: CallOptions) =>
  callCloudWatch('PutMetricAlarm', input, z.unknown(), options)

type OnAlarms = 'DeleteAlarms' | 'EnableAlarmActions' | 'DisableAlarmActions'

export const changeAlarms = (operation: OnAlarms, names: readonly string[], options: CallOptions) =>
  callCloudWatch(operation, { AlarmNames: names }, z.unknown(), options)

async function callCloudWatch<Reply extends z.ZodType>(
  operation: string,
  input: object,
  schema: Reply,
  options: CallOptions,
): Promise<z.output<Reply>> {
  const init: RequestInit = {
    method: 'POST',
    headers: {
      ...headersOf(false, options.region),
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `${SERVICE}.${operation}`,
    },
    body: JSON.stringify(input),
    cache: 'no-store',
  }
  const { response, body } = await answerOf('/', init, options)
  const reply = schema.safeParse(body)
  if (reply.success) return reply.data
  throw unexpectedReply(response, operation, reply.error)
}
