import { NOT_BUILT_OF_ALARMS, type AlarmDefinition } from '@/lib/contract/cloudwatch/alarms'
import { COMPARISONS } from '@/lib/domain/alarm/alarm'
import { type TimesProblem, timesProblem } from '@/lib/domain/alarm/limits'
import { parseStatistic } from '@/lib/domain/metrics/statistic-name'
import { CloudWatchError, invalidCombination, validationError } from '../http/cloudwatch/cloudwatch-error'
import { checkQueries, wrongStatistic } from '../metrics/query/check-queries'
import { isComparison, periodSecondsOf, queriesOf } from './stored-alarm'

const METRICS_MAX = 10

/** What PutMetricAlarm refuses, in CloudWatch's words where they are known. */
export function checkAlarm(
  input: AlarmDefinition & Partial<Record<(typeof NOT_BUILT_OF_ALARMS)[number], unknown>>,
): void {
  const notBuilt = NOT_BUILT_OF_ALARMS.find((member) => input[member] !== undefined)
  if (notBuilt) {
    throw new CloudWatchError(
      'NotImplemented',
      `The member ${notBuilt} of an alarm is not built in this version of Mosaik.`,
    )
  }
  if (input.EvaluateLowSampleCountPercentile === 'ignore') {
    throw new CloudWatchError(
      'NotImplemented',
      'Alarms that ignore percentiles of few samples are not built in this version of Mosaik.',
    )
  }
  if (!isComparison(input.ComparisonOperator)) {
    throw validationError(
      `The value ${input.ComparisonOperator} for parameter ComparisonOperator is not supported. Supported are ${Object.keys(COMPARISONS).join(', ')}.`,
    )
  }
  checkTimes(input)
  if (input.Metrics) checkMathematics(input, input.Metrics)
  else checkMetric(input)
  checkQueries(queriesOf(input), 'Metrics', 'one')
}

function checkTimes(input: AlarmDefinition): void {
  const { EvaluationPeriods: evaluationPeriods, DatapointsToAlarm: datapointsToAlarm = evaluationPeriods } =
    input
  const problem = timesProblem({ periodS: periodSecondsOf(input), evaluationPeriods, datapointsToAlarm })
  if (problem !== null) throw validationError(TIMES_WORDS[problem])
}

const tooLong = (words: string, seconds: number): string =>
  `Metrics cannot be checked across more than ${words} (EvaluationPeriods * Period must be <= ${seconds}).`

const TIMES_WORDS: Record<TimesProblem, string> = {
  period: 'Period must be 10, 20, 30 or a multiple of 60',
  points: 'DatapointsToAlarm must not be greater than EvaluationPeriods.',
  day: tooLong('a day', 86_400),
  week: tooLong('seven days', 604_800),
}

function checkMetric({ MetricName, Namespace, Period, Statistic, ExtendedStatistic }: AlarmDefinition): void {
  for (const [name, value] of Object.entries({ MetricName, Namespace, Period })) {
    if (value === undefined)
      throw new CloudWatchError('MissingParameter', `The parameter ${name} is required.`)
  }
  if ((Statistic === undefined) === (ExtendedStatistic === undefined))
    throw invalidCombination('Specify either Statistic or ExtendedStatistic.')
  if (ExtendedStatistic !== undefined && parseStatistic(ExtendedStatistic)?.is !== 'percentile')
    throw validationError(wrongStatistic(ExtendedStatistic, 'ExtendedStatistic'))
}

function checkMathematics(input: AlarmDefinition, metrics: NonNullable<AlarmDefinition['Metrics']>): void {
  const doubled = [
    'MetricName',
    'Namespace',
    'Period',
    'Statistic',
    'ExtendedStatistic',
    'Dimensions',
  ] as const
  const both = doubled.find((member) => input[member] !== undefined)
  if (both) throw invalidCombination(`The parameters ${both} and Metrics are mutually exclusive.`)
  if (metrics.filter(({ ReturnData = true }) => ReturnData).length !== 1)
    throw validationError('Exactly one element of the metrics list should return data.')
  const stats = metrics.flatMap(({ MetricStat }) => MetricStat ?? [])
  if (stats.length === 0 || stats.length > METRICS_MAX)
    throw validationError(`An alarm watches one to ${METRICS_MAX} metrics, not ${stats.length}.`)
  if (new Set(stats.map(({ Period }) => Period)).size > 1)
    throw validationError('Metrics list contains metrics with different periods.')
}
