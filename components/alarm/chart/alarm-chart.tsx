'use client'

import type { ReactNode } from 'react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { lookAt } from '@/components/chart/series-look'
import { TimeChart, type ChartContent } from '@/components/chart/time-chart'
import { metricText, seriesOf } from '@/lib/browser/alarm/watched'
import type { AlarmDefinition } from '@/lib/browser/alarm/wire'
import type { Span } from '@/lib/browser/metrics/time-range'
import type { AlarmPoints } from '@/lib/browser/queries/alarm-points'
import { alarmUnit, useConditionWords, useOfWords } from '../use-alarm-words'

type AlarmChartProps = {
  /** Those of one metric and one condition, each with its line. */
  alarms: readonly AlarmDefinition[]
  held: AlarmPoints
  stepMs: number
  /** When one of them rang, or would have. */
  marked: readonly Span[]
  actions?: ReactNode
}

/** What alarms see: the line of each, the threshold, and the times in which they rang. */
export function AlarmChart({ alarms, held, stepMs, marked, actions }: AlarmChartProps) {
  const t = useTranslations('alarms')
  const condition = useConditionWords()
  const of = useOfWords()
  const [first] = alarms
  const content = useMemo((): ChartContent | null => {
    if (first === undefined) return null
    const unit = alarmUnit(first)
    return {
      unit,
      window: held.window,
      stepMs,
      isStacked: false,
      limit: Number.isFinite(first.Threshold) ? first.Threshold : undefined,
      marked,
      reach: unit === 'Percent' ? 100 : undefined,
      series: alarms.map((alarm, place) => ({
        key: alarm.AlarmName,
        name: of(seriesOf(alarm)),
        look: lookAt(place),
        points: held.points[place] ?? { at: [], values: [] },
      })),
    }
    // The words change with the language only, and that draws the page anew.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [alarms, first, held, stepMs, marked])
  if (content === null || first === undefined) return null
  return (
    <figure className="@container">
      <TimeChart
        content={content}
        flags={NO_FLAGS}
        title={metricText(first)}
        legendHead={t('legend')}
        limitNote={Number.isFinite(first.Threshold) ? condition(first) : undefined}
        actions={actions}
      />
    </figure>
  )
}

const NO_FLAGS = [] as const
