import type { Alarm } from '@/generated/prisma/client'
import type { cloudWatchOperations } from '@/lib/contract/cloudwatch/operations'
import { CloudWatchError, invalidCombination } from '../http/cloudwatch/cloudwatch-error'
import type { CloudWatchVerb } from '../http/cloudwatch/cloudwatch-verb'
import { nextToken, placeIn } from '../http/cloudwatch/next-token'
import { database } from '../process'
import { definitionOf, wireAlarm } from './stored-alarm'

type Row = typeof cloudWatchOperations.DescribeAlarms
type Input = Parameters<CloudWatchVerb<Row>>[0]['input']

export const describeAlarms: CloudWatchVerb<Row> = async ({ ctx, input }) => {
  const { AlarmNames, AlarmNamePrefix, AlarmTypes, StateValue, MaxRecords, NextToken, ...more } = input
  if (more.ChildrenOfAlarmName !== undefined || more.ParentsOfAlarmName !== undefined)
    throw new CloudWatchError('NotImplemented', 'Composite alarms are not built in this version of Mosaik.')
  if (AlarmNames.length > 0 && AlarmNamePrefix !== undefined)
    throw invalidCombination('The parameters AlarmNames and AlarmNamePrefix are mutually exclusive.')
  const question = { AlarmNames, AlarmNamePrefix, AlarmTypes, StateValue, region: ctx.region }
  const after = placeIn(question, NextToken)
  if (!AlarmTypes.includes('MetricAlarm')) return { MetricAlarms: [], CompositeAlarms: [] }
  const rows = await database().alarm.findMany({
    where: {
      region: ctx.region,
      ...(AlarmNames.length > 0 ? { name: { in: AlarmNames } } : {}),
      ...(StateValue ? { state: StateValue } : {}),
      ...(after === null ? {} : { AND: { name: { gt: String(after) } } }),
    },
    orderBy: { name: 'asc' },
  })
  const found = rows.filter((row) => fits(row, input))
  const page = found.slice(0, MaxRecords)
  const last = page.at(-1)
  return {
    MetricAlarms: page.map(wireAlarm),
    CompositeAlarms: [],
    ...(found.length > MaxRecords && last ? { NextToken: nextToken(question, last.name) } : {}),
  }
}

/** Prefixes are compared here: SQLite's LIKE takes capitals and small letters for the same, and has wildcards. */
function fits(row: Alarm, { AlarmNamePrefix = '', ActionPrefix }: Input): boolean {
  if (!row.name.startsWith(AlarmNamePrefix)) return false
  if (ActionPrefix === undefined) return true
  const { AlarmActions, OKActions, InsufficientDataActions } = definitionOf(row)
  return [...AlarmActions, ...OKActions, ...InsufficientDataActions].some((action) =>
    action.startsWith(ActionPrefix),
  )
}
