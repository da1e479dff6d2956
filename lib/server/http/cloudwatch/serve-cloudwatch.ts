import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { cloudWatchOperations as rows, NOT_BUILT_CLOUDWATCH } from '@/lib/contract/cloudwatch/operations'
import type { CloudWatchOperation } from '@/lib/contract/cloudwatch/operations'
import { listTagsForResource, tagResource, untagResource } from '../../alarm/alarm-tags'
import { disableAlarmActions, enableAlarmActions } from '../../alarm/change-alarm-actions'
import { deleteAlarms } from '../../alarm/delete-alarms'
import { describeAlarmHistory } from '../../alarm/describe-alarm-history'
import { describeAlarms } from '../../alarm/describe-alarms'
import { describeAlarmsForMetric } from '../../alarm/describe-alarms-for-metric'
import { putMetricAlarm } from '../../alarm/put-metric-alarm'
import { setAlarmState } from '../../alarm/set-alarm-state'
import { FULL_DISK, isFullDisk } from '../../full-disk'
import { log } from '../../log'
import { getMetricData } from '../../metrics/query/get-metric-data'
import { getMetricStatistics } from '../../metrics/query/get-metric-statistics'
import { listMetrics } from '../../metrics/query/list-metrics'
import { ApiError } from '../api-error'
import { readBody } from '../body'
import { callerOf } from '../caller'
import type { Context } from '../context'
import { cborProtocol, isCborPath } from './cbor-protocol'
import { CloudWatchError } from './cloudwatch-error'
import { parseCloudWatchInput } from './cloudwatch-input'
import type { CloudWatchVerb } from './cloudwatch-verb'
import { jsonProtocol } from './json-protocol'
import type { Protocol } from './protocol'
import { queryProtocol } from './query-protocol'

/**
 * The CloudWatch service: which operation is meant is in a header, in the body or in the
 * path, depending on the protocol, and so is the form of the reply.
 */
type Bound = (ctx: Context, said: unknown) => Promise<unknown>

const bind =
  <Input extends z.ZodType, Reply extends z.ZodType>(
    row: CloudWatchOperation<Input, Reply>,
    verb: CloudWatchVerb<CloudWatchOperation<Input, Reply>>,
  ): Bound =>
  async (ctx, said) =>
    verb({ ctx, input: parseCloudWatchInput(row.input, said) })

const built = {
  ListMetrics: bind(rows.ListMetrics, listMetrics),
  GetMetricData: bind(rows.GetMetricData, getMetricData),
  GetMetricStatistics: bind(rows.GetMetricStatistics, getMetricStatistics),
  PutMetricAlarm: bind(rows.PutMetricAlarm, putMetricAlarm),
  DescribeAlarms: bind(rows.DescribeAlarms, describeAlarms),
  DescribeAlarmsForMetric: bind(rows.DescribeAlarmsForMetric, describeAlarmsForMetric),
  DescribeAlarmHistory: bind(rows.DescribeAlarmHistory, describeAlarmHistory),
  SetAlarmState: bind(rows.SetAlarmState, setAlarmState),
  DeleteAlarms: bind(rows.DeleteAlarms, deleteAlarms),
  EnableAlarmActions: bind(rows.EnableAlarmActions, enableAlarmActions),
  DisableAlarmActions: bind(rows.DisableAlarmActions, disableAlarmActions),
  ListTagsForResource: bind(rows.ListTagsForResource, listTagsForResource),
  TagResource: bind(rows.TagResource, tagResource),
  UntagResource: bind(rows.UntagResource, untagResource),
} satisfies Record<keyof typeof rows, Bound>

const operations: ReadonlyMap<string, Bound> = new Map(Object.entries(built))
const notBuilt: ReadonlySet<string> = new Set(NOT_BUILT_CLOUDWATCH)

export async function serveCloudWatch(request: Request): Promise<Response> {
  const requestId = randomUUID()
  const url = new URL(request.url)
  const protocol = protocolOf(request.headers, url)
  try {
    const body = await readBody(request)
    const operation = protocol.operationOf({ headers: request.headers, url, body })
    const run = operationNamed(operation)
    const ctx = { requestId, ...callerOf(request.headers) }
    return protocol.reply({ operation, value: await run(ctx, protocol.read(body)), requestId })
  } catch (error) {
    return protocol.problem(known(error, requestId), requestId)
  }
}

function protocolOf(headers: Headers, { pathname }: URL): Protocol {
  if (isCborPath(pathname)) return cborProtocol
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(headers.get('content-type') ?? '')
  return isForm ? queryProtocol : jsonProtocol
}

function operationNamed(name: string): Bound {
  const run = operations.get(name)
  if (run) return run
  if (notBuilt.has(name))
    throw new CloudWatchError('NotImplemented', `${name} is not built in this version of Mosaik.`)
  throw new CloudWatchError(
    'InvalidAction',
    name === ''
      ? 'No operation is named. CloudWatch is asked with the header x-amz-target, with Action in a form, or with CBOR at /service/GraniteServiceVersion20100801/operation/NAME.'
      : `Could not find operation ${name} for version 2010-08-01.`,
  )
}

/** The cause goes to the log under the request's id; what is inside is not for callers. */
function known(error: unknown, requestId: string): CloudWatchError {
  if (error instanceof CloudWatchError) return error
  if (error instanceof ApiError) return ofWrapper(error)
  if (isFullDisk(error)) return new CloudWatchError('ServiceUnavailable', FULL_DISK)
  log.error({ error, requestId }, 'A CloudWatch request failed')
  return new CloudWatchError(
    'InternalServiceError',
    `Mosaik failed to answer; its log tells why under request ${requestId}.`,
  )
}

/** Region and body are read by what serves the MSK API too, in its words. */
const ofWrapper = ({ type, message }: ApiError): CloudWatchError =>
  new CloudWatchError(
    type === 'RequestEntityTooLargeException' ? 'RequestEntityTooLarge' : 'ValidationError',
    message,
  )
