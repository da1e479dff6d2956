import type { Alarm } from '@/generated/prisma/client'
import { evaluationRange } from '@/lib/domain/alarm/alarm'
import { evaluateAlarm, type DataPoint } from '@/lib/domain/alarm/evaluate-alarm'
import { alarmReason, alarmReasonData } from '@/lib/domain/alarm/reason'
import type { BackgroundParts } from '../background/background-work'
import type { Clock } from '../clock'
import { log } from '../log'
import { checkQueries } from '../metrics/query/check-queries'
import { readMetrics } from '../metrics/query/read-metrics'
import { changeAlarmState } from './change-alarm-state'
import { definitionOf, queriesOf, ruleOf, stateOf } from './stored-alarm'

/** So long after a period's end its last reading is stored: a collection takes seconds, not none. */
const SETTLE_MS = 15_000
const AT_ONCE = 25
/** One that takes longer is left to the next round; the others do not wait for it. */
const EVALUATION_MS_MAX = 3_000

type Parts = Pick<BackgroundParts, 'database' | 'clock'>

/**
 * Evaluates alarms when a period of theirs has ended. What was evaluated is remembered in memory only: after a
 * restart everything is evaluated once more, and comes to the same state.
 */
export function alarmEvaluation(): (parts: Parts) => Promise<void> {
  let evaluated = new Map<string, string>()
  return async ({ database, clock }) => {
    const all = await database.alarm.findMany({
      select: { arn: true, configuredAt: true, periodSeconds: true },
    })
    const marks = new Map(all.map((alarm) => [alarm.arn, markOf(alarm, clock)]))
    const due = all.filter(({ arn }) => evaluated.get(arn) !== marks.get(arn))
    evaluated = new Map([...evaluated].filter(([arn]) => marks.has(arn)))
    const failed: { alarm: string; error: unknown }[] = []
    for (let begin = 0; begin < due.length; begin += AT_ONCE) {
      const arns = due.slice(begin, begin + AT_ONCE).map(({ arn }) => arn)
      const batch = await database.alarm.findMany({ where: { arn: { in: arns } } })
      const results = await Promise.allSettled(batch.map((alarm) => inTime(evaluate(alarm, clock))))
      results.forEach((result, index) => {
        const alarm = batch[index]
        if (!alarm) return
        if (result.status === 'rejected') failed.push({ alarm: alarm.name, error: result.reason })
        else evaluated.set(alarm.arn, marks.get(alarm.arn) ?? '')
      })
    }
    const [first] = failed
    if (first) log.warn({ ...first, failed: failed.length }, 'Alarms could not be evaluated; they are again')
  }
}

/** The period that ended last, of the alarm as it is configured now. */
const markOf = (
  { configuredAt, periodSeconds }: Pick<Alarm, 'configuredAt' | 'periodSeconds'>,
  clock: Clock,
): string => `${configuredAt.getTime()} ${lastEnd(periodSeconds * 1000, clock)}`

const lastEnd = (periodMs: number, clock: Clock): number =>
  Math.floor((clock.now() - SETTLE_MS) / periodMs) * periodMs

async function evaluate(alarm: Alarm, clock: Clock): Promise<void> {
  const definition = definitionOf(alarm)
  const rule = ruleOf(definition)
  const periodMs = alarm.periodSeconds * 1000
  const to = lastEnd(periodMs, clock)
  const from = to - evaluationRange(rule) * periodMs
  const queries = checkQueries(queriesOf(definition), 'Metrics')
  const [result] = await readMetrics(alarm.region, queries, { from, to })
  const points = result?.series[0]?.points ?? new Map<number, number>()
  const slots = Array.from({ length: evaluationRange(rule) }, (_, index): DataPoint | null => {
    const at = from + index * periodMs
    const value = points.get(at)
    return value === undefined ? null : { at, value }
  })
  const evaluation = evaluateAlarm(rule, slots)
  const before = stateOf(alarm)
  if (evaluation.state === null || evaluation.state === before) return
  const at = clock.now()
  const statistic = definition.Statistic ?? definition.ExtendedStatistic ?? null
  const next = {
    state: evaluation.state,
    reason: alarmReason(rule, evaluation, before, evaluation.state),
    reasonData: alarmReasonData(rule, evaluation, { at, periodMs, statistic }),
  }
  await changeAlarmState(alarm, next, new Date(at))
}

async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`It took longer than ${EVALUATION_MS_MAX} ms.`)),
      EVALUATION_MS_MAX,
    )
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}
