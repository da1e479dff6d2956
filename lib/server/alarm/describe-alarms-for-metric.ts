import type { AlarmDefinition } from '@/lib/contract/cloudwatch/alarms'
import type { cloudWatchOperations } from '@/lib/contract/cloudwatch/operations'
import type { CloudWatchVerb } from '../http/cloudwatch/cloudwatch-verb'
import { database } from '../process'
import { definitionOf, wireAlarm } from './stored-alarm'

type Row = typeof cloudWatchOperations.DescribeAlarmsForMetric
type Input = Parameters<CloudWatchVerb<Row>>[0]['input']

/** As on CloudWatch: alarms on this metric alone, not those that watch it within an expression. */
export const describeAlarmsForMetric: CloudWatchVerb<Row> = async ({ ctx, input }) => {
  const rows = await database().alarm.findMany({ where: { region: ctx.region }, orderBy: { name: 'asc' } })
  return { MetricAlarms: rows.filter((row) => watches(definitionOf(row), input)).map(wireAlarm) }
}

const watches = (definition: AlarmDefinition, wanted: Input): boolean =>
  definition.MetricName === wanted.MetricName &&
  definition.Namespace === wanted.Namespace &&
  dimensionsOf(definition) === dimensionsOf(wanted) &&
  (wanted.Statistic ?? definition.Statistic) === definition.Statistic &&
  (wanted.ExtendedStatistic ?? definition.ExtendedStatistic) === definition.ExtendedStatistic &&
  (wanted.Period ?? definition.Period) === definition.Period &&
  (wanted.Unit ?? definition.Unit) === definition.Unit

const dimensionsOf = ({ Dimensions = [] }: Pick<AlarmDefinition, 'Dimensions'>): string =>
  Dimensions.map(({ Name, Value }) => JSON.stringify([Name, Value]))
    .toSorted()
    .join()
