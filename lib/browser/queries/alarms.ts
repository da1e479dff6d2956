import { queryOptions } from '@tanstack/react-query'
import { recommendedAlarmEndpoints } from '@/lib/contract/console/recommended-alarms'
import { webhookEndpoints } from '@/lib/contract/console/webhooks'
import { type AlarmEvent, alarmEvents } from '../alarm/history'
import { type AlarmRing, ringsOf } from '../alarm/rings'
import type { Alarm, HistoryItem } from '../alarm/wire'
import { call, type CallOptions } from '../call'
import { describeAlarmHistory, describeAlarms } from '../call-cloudwatch'
import { isStreaming } from '../live'
import { alarmKeys } from './keys'

/** Every change of an alarm is a hint; without the event stream this is the pace. */
const pace = () => (isStreaming() ? 60_000 : 5_000)
/** So much of an alarm’s history is shown, in pages of a hundred. */
export const HISTORY_MAX = 500

/** All alarms of a region, a page of CloudWatch’s after the other. */
export const alarmsQuery = (region: string) =>
  queryOptions({
    queryKey: alarmKeys.list(region),
    queryFn: ({ signal }) => readAlarms({}, { region, signal }),
    refetchInterval: pace,
  })

/** Those in ALARM: what every page may tell. */
export const ringingQuery = (region: string) =>
  queryOptions({
    queryKey: alarmKeys.ringing(region),
    queryFn: ({ signal }) => readAlarms({ StateValue: 'ALARM' }, { region, signal }),
    refetchInterval: pace,
  })

type Which = { StateValue?: 'ALARM'; AlarmNames?: readonly string[] }

export async function readAlarms(which: Which, options: CallOptions): Promise<readonly Alarm[]> {
  const found: Alarm[] = []
  let token: string | undefined
  do {
    const reply = await describeAlarms({ ...which, ...(token && { NextToken: token }) }, options)
    found.push(...reply.MetricAlarms)
    token = reply.NextToken
  } while (token !== undefined)
  return found
}

/** Newest first. */
export const alarmHistoryQuery = (region: string, name: string) =>
  queryOptions({
    queryKey: alarmKeys.history(region, name),
    queryFn: async ({ signal }): Promise<{ events: readonly AlarmEvent[]; isCut: boolean }> => {
      const found: HistoryItem[] = []
      let token: string | undefined
      do {
        const reply = await describeAlarmHistory(
          { AlarmName: name, ...(token && { NextToken: token }) },
          { region, signal },
        )
        found.push(...reply.AlarmHistoryItems)
        token = reply.NextToken
      } while (token !== undefined && found.length < HISTORY_MAX)
      return { events: alarmEvents(found), isCut: token !== undefined }
    },
    refetchInterval: pace,
  })

export const recommendedAlarmsQuery = (clusterId: string) =>
  queryOptions({
    queryKey: alarmKeys.recommended(clusterId),
    queryFn: ({ signal }) => call(recommendedAlarmEndpoints.listRecommendedAlarms, { clusterId }, { signal }),
  })

export const webhooksQuery = () =>
  queryOptions({
    queryKey: alarmKeys.webhooks(),
    queryFn: async ({ signal }) => (await call(webhookEndpoints.listWebhooks, {}, { signal })).webhooks,
    refetchInterval: pace,
  })

/** So far back at once; a mark on a chart is no archive. */
const CHANGES_MAX = 500

/** When alarms of a region rang, from a moment on. */
export const alarmRingsQuery = (region: string, since: number) =>
  queryOptions({
    queryKey: [...alarmKeys.all, region, 'rings', since] as const,
    queryFn: async ({ signal }): Promise<readonly AlarmRing[]> => {
      const found: HistoryItem[] = []
      let token: string | undefined
      do {
        const reply = await describeAlarmHistory(
          { HistoryItemType: 'StateUpdate', StartDate: since / 1000, ...(token && { NextToken: token }) },
          { region, signal },
        )
        found.push(...reply.AlarmHistoryItems)
        token = reply.NextToken
      } while (token !== undefined && found.length < CHANGES_MAX)
      return ringsOf(found)
    },
    refetchInterval: pace,
    placeholderData: (before) => before,
  })
