import { z } from 'zod'
import type { CsvColumn } from '../table/csv-rows'
import { iso } from './iso'
import { clusterNameOf, metricText, periodOf, seriesOf } from './watched'
import type { Alarm } from './wire'

/** What wants an eye first. */
export const STATE_ORDER = ['ALARM', 'INSUFFICIENT_DATA', 'OK'] as const satisfies Alarm['StateValue'][]

export const alarmText = (alarm: Alarm): string =>
  [
    alarm.AlarmName,
    alarm.AlarmDescription ?? '',
    metricText(alarm),
    ofText(alarm),
    clusterNameOf(alarm) ?? '',
    alarm.StateValue,
  ].join(' ')

/** In CloudWatch’s names, as `Broker ID 1, Topic orders`. */
const ofText = (alarm: Alarm): string =>
  Object.entries(seriesOf(alarm))
    .filter(([name]) => name !== 'Cluster Name')
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')

/** Names as CloudWatch has them, times in full. */
export const ALARMS_CSV: readonly CsvColumn<Alarm>[] = [
  { header: 'alarm', valueOf: ({ AlarmName }) => AlarmName },
  { header: 'state', valueOf: ({ StateValue }) => StateValue },
  { header: 'since', valueOf: ({ StateTransitionedTimestamp }) => iso(StateTransitionedTimestamp) },
  { header: 'cluster', valueOf: clusterNameOf },
  { header: 'metric', valueOf: metricText },
  { header: 'dimensions', valueOf: ofText },
  { header: 'comparison', valueOf: ({ ComparisonOperator }) => ComparisonOperator },
  { header: 'threshold', valueOf: ({ Threshold }) => Threshold },
  { header: 'periodSeconds', valueOf: periodOf },
  { header: 'evaluationPeriods', valueOf: ({ EvaluationPeriods }) => EvaluationPeriods },
  { header: 'actionsEnabled', valueOf: ({ ActionsEnabled }) => String(ActionsEnabled) },
  { header: 'reason', valueOf: ({ StateReason }) => StateReason },
  { header: 'arn', valueOf: ({ AlarmArn }) => AlarmArn },
]

const reasonDataSchema = z.object({
  evaluatedDatapoints: z.array(z.object({ timestamp: z.string(), value: z.number() })),
})

/** The newest value that decided, as the alarm remembers it; null where none did. */
export function decidingValue({ StateReasonData }: Pick<Alarm, 'StateReasonData'>) {
  if (StateReasonData === undefined) return null
  try {
    const data = reasonDataSchema.safeParse(JSON.parse(StateReasonData))
    const [newest] = data.data?.evaluatedDatapoints ?? []
    if (newest === undefined) return null
    return { at: Date.parse(newest.timestamp.replace(/\+0000$/, 'Z')), value: newest.value }
  } catch {
    return null
  }
}
