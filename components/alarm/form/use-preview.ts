import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { ruleOf } from '@/lib/browser/alarm/form'
import { drawnPeriodS } from '@/lib/browser/alarm/period'
import { periodOf, queriesOf } from '@/lib/browser/alarm/watched'
import type { AlarmDefinition } from '@/lib/browser/alarm/wire'
import { serverNow } from '@/lib/browser/clock'
import { endsOf, type TimeRange } from '@/lib/browser/metrics/time-range'
import { alarmPointsQuery } from '@/lib/browser/queries/alarm-points'
import { replayAlarm } from '@/lib/domain/alarm/replay'

/** Finer points than these are kept for three hours only. */
const MINUTE_S = 60
const DAY: TimeRange = { last: '1d' }
const HOURS: TimeRange = { last: '3h' }

/** What the alarms would have done lately, on what was really measured. */
export function usePreview(region: string, alarms: readonly AlarmDefinition[]) {
  const [nowMs] = useState(serverNow)
  const [first] = alarms
  const periodS = first === undefined ? MINUTE_S : periodOf(first)
  const range = periodS < MINUTE_S ? HOURS : DAY
  const stepMs = drawnPeriodS(endsOf(range, nowMs), nowMs, periodS) * 1000
  const query = useQuery({
    ...alarmPointsQuery({ region, range, stepMs, alarms: alarms.map((alarm) => queriesOf(alarm)) }),
    enabled: alarms.length > 0,
  })
  const rule = first === undefined ? null : ruleOf(first)
  const ruleText = JSON.stringify(rule)
  const held = query.data
  const rings = useMemo(
    () =>
      rule === null || held === undefined
        ? null
        : held.points
            .flatMap((points) => replayAlarm(rule, points, held.window, stepMs))
            .toSorted((one, other) => one.from - other.from),
    // The rule is another object at every letter that is typed anywhere.
    // oxlint-disable-next-line react/exhaustive-deps
    [ruleText, held, stepMs],
  )
  return { query, stepMs, rings, isDay: range === DAY }
}
