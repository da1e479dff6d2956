import { z } from 'zod'
import { answerOf, headersOf, unexpectedReply, type CallOptions } from './call'

/** CloudWatch's own protocol, AWS JSON 1.0: the console reads the figures that every other tool reads. */
const SERVICE = 'GraniteServiceVersion20100801'

const dimensionsSchema = z.array(z.object({ Name: z.string(), Value: z.string() }))
type WireDimensions = z.infer<typeof dimensionsSchema>

export type MetricStatQuery = {
  Id: string
  MetricStat: {
    Metric: { Namespace: string; MetricName: string; Dimensions: WireDimensions }
    Period: number
    Stat: string
  }
}

type GetMetricData = {
  MetricDataQueries: readonly MetricStatQuery[]
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
