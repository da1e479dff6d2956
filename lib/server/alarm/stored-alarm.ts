import type { Alarm } from '@/generated/prisma/client'
import { alarmDefinitionSchema, type AlarmDefinition } from '@/lib/contract/cloudwatch/alarms'
import type { MetricDataQuery } from '@/lib/contract/cloudwatch/metrics'
import {
  COMPARISONS,
  ALARM_STATES,
  type AlarmRule,
  type AlarmState,
  type Comparison,
} from '@/lib/domain/alarm/alarm'
import { environment } from '../env'

export const alarmArn = (region: string, name: string): string =>
  `arn:aws:cloudwatch:${region}:${environment().account}:alarm:${name}`

export const definitionOf = ({ definition }: Pick<Alarm, 'definition'>): AlarmDefinition =>
  alarmDefinitionSchema.parse(JSON.parse(definition))

export const storedDefinition = (definition: AlarmDefinition) => ({
  definition: JSON.stringify(definition),
  periodSeconds: periodSecondsOf(definition),
})

export const stateOf = ({ state }: Pick<Alarm, 'state'>): AlarmState =>
  ALARM_STATES.find((known) => known === state) ?? 'INSUFFICIENT_DATA'

export type NewState = { state: AlarmState; reason: string; reasonData: string | null }

/** As DescribeAlarms tells it. */
export const wireAlarm = (row: Alarm) => ({
  AlarmName: row.name,
  AlarmArn: row.arn,
  AlarmConfigurationUpdatedTimestamp: row.configuredAt,
  ActionsEnabled: row.actionsEnabled,
  StateValue: stateOf(row),
  StateReason: row.stateReason,
  ...(row.stateReasonData === null ? {} : { StateReasonData: row.stateReasonData }),
  StateUpdatedTimestamp: row.stateUpdatedAt,
  StateTransitionedTimestamp: row.stateTransitionedAt,
  ...definitionOf(row),
})

/** The queries of an alarm: its own, or its one metric as a query. */
export function queriesOf(definition: AlarmDefinition): readonly MetricDataQuery[] {
  const { Metrics, Namespace, MetricName, Dimensions, Period = 60, Statistic, ExtendedStatistic } = definition
  if (Metrics) return Metrics
  const Stat = ExtendedStatistic ?? Statistic ?? 'Average'
  return [{ Id: 'm1', MetricStat: { Metric: { Namespace, MetricName, Dimensions }, Period, Stat } }]
}

export const periodSecondsOf = (definition: AlarmDefinition): number =>
  definition.Period ??
  definition.Metrics?.find(({ MetricStat }) => MetricStat !== undefined)?.MetricStat?.Period ??
  60

export function ruleOf(definition: AlarmDefinition): AlarmRule {
  const { ComparisonOperator, EvaluationPeriods, DatapointsToAlarm, Threshold, TreatMissingData } = definition
  if (!isComparison(ComparisonOperator)) throw new Error(`${ComparisonOperator} compares nothing here.`)
  return {
    comparison: ComparisonOperator,
    threshold: Threshold,
    evaluationPeriods: EvaluationPeriods,
    datapointsToAlarm: DatapointsToAlarm ?? EvaluationPeriods,
    missingData: TreatMissingData ?? 'missing',
  }
}

export const isComparison = (operator: string): operator is Comparison => Object.hasOwn(COMPARISONS, operator)
