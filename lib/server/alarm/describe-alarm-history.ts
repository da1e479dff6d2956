import { HISTORY_TYPES } from '@/lib/contract/cloudwatch/alarms'
import type { cloudWatchOperations } from '@/lib/contract/cloudwatch/operations'
import type { CloudWatchVerb } from '../http/cloudwatch/cloudwatch-verb'
import { nextToken, placeIn } from '../http/cloudwatch/next-token'
import { database } from '../process'

/** History outlives its alarm, so an alarm that is not there is no error. */
export const describeAlarmHistory: CloudWatchVerb<typeof cloudWatchOperations.DescribeAlarmHistory> = async ({
  ctx,
  input,
}) => {
  const { NextToken, MaxRecords, AlarmTypes, AlarmName, HistoryItemType, StartDate, EndDate, ScanBy } = input
  const question = { ...input, NextToken: undefined, MaxRecords: undefined, region: ctx.region }
  const after = placeIn(question, NextToken)
  if (!AlarmTypes.includes('MetricAlarm')) return { AlarmHistoryItems: [] }
  const order = ScanBy === 'TimestampAscending' ? 'asc' : 'desc'
  const rows = await database().alarmHistory.findMany({
    where: {
      region: ctx.region,
      ...(AlarmName === undefined ? {} : { alarmName: AlarmName }),
      ...(HistoryItemType ? { type: HistoryItemType } : {}),
      at: {
        ...(StartDate === undefined ? {} : { gte: new Date(StartDate) }),
        ...(EndDate === undefined ? {} : { lte: new Date(EndDate) }),
      },
      ...(after === null ? {} : { id: order === 'asc' ? { gt: Number(after) } : { lt: Number(after) } }),
    },
    orderBy: { id: order },
    take: MaxRecords + 1,
  })
  const page = rows.slice(0, MaxRecords)
  const last = page.at(-1)
  return {
    AlarmHistoryItems: page.map((row) => ({
      AlarmName: row.alarmName,
      AlarmType: 'MetricAlarm' as const,
      Timestamp: row.at,
      HistoryItemType: HISTORY_TYPES.find((type) => type === row.type) ?? 'StateUpdate',
      HistorySummary: row.summary,
      HistoryData: row.data,
    })),
    ...(rows.length > MaxRecords && last ? { NextToken: nextToken(question, last.id) } : {}),
  }
}
