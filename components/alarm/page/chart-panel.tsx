import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ChartGroup } from '@/components/chart/chart-group'
import { QueryView } from '@/components/feedback/query-view'
import { useAddress } from '@/components/table/use-address'
import { Chip } from '@/components/ui/chip'
import { Panel } from '@/components/ui/panel'
import { type AlarmEvent, ringingSpans } from '@/lib/browser/alarm/history'
import { drawnPeriodS } from '@/lib/browser/alarm/period'
import { periodOf, queriesOf } from '@/lib/browser/alarm/watched'
import type { Alarm } from '@/lib/browser/alarm/wire'
import { serverNow } from '@/lib/browser/clock'
import { endsOf, readRange, spanRange, widerRange, writeRange } from '@/lib/browser/metrics/time-range'
import { type AlarmPoints, alarmPointsQuery } from '@/lib/browser/queries/alarm-points'
import { useStepWords } from '@/components/monitoring/use-range-words'

const RANGES = ['3h', '1d', '7d'] as const
const AlarmChart = lazy(async () => ({ default: (await import('../chart/alarm-chart')).AlarmChart }))

type ChartPanelProps = { alarm: Alarm; region: string; events: readonly AlarmEvent[] }

/** The metric as the alarm sees it, its threshold, and when it rang. */
export function ChartPanel({ alarm, region, events }: ChartPanelProps) {
  const t = useTranslations('alarms')
  const ranges = useTranslations('monitoring.range')
  const step = useStepWords()
  const [rangeText, setRangeText] = useAddress('range', RANGES[0])
  const range = readRange(rangeText)
  const [nowMs] = useState(serverNow)
  const periodS = drawnPeriodS(endsOf(range, nowMs), nowMs, periodOf(alarm))
  const query = useQuery(
    alarmPointsQuery({ region, range, stepMs: periodS * 1000, alarms: [queriesOf(alarm, periodS)] }),
  )
  const isCoarser = periodS > periodOf(alarm)
  return (
    <Panel aria-label={t('chart')} className="px-4 pt-2.5 pb-3 max-desk:px-3">
      <ChartGroup
        onZoom={(span) => setRangeText(writeRange(spanRange(span)))}
        onWiden={() => setRangeText(writeRange(widerRange(range, serverNow())))}
      >
        <div role="group" aria-label={ranges('label')} className="mb-2 flex flex-wrap items-center gap-2">
          {RANGES.map((each) => (
            <Chip key={each} pressed={rangeText === each} onPress={() => setRangeText(each)}>
              {ranges(each)}
            </Chip>
          ))}
          <span className="ml-auto text-12 text-text-3">
            {isCoarser ? t('drawnCoarser', { period: step(periodS) }) : t('redIsAlarm')}
          </span>
        </div>
        <QueryView query={query} failed={t('chartFailed')}>
          {(held) => (
            <Suspense>
              <Drawn alarm={alarm} held={held} stepMs={periodS * 1000} events={events} />
            </Suspense>
          )}
        </QueryView>
      </ChartGroup>
    </Panel>
  )
}

type DrawnProps = { alarm: Alarm; held: AlarmPoints; stepMs: number; events: readonly AlarmEvent[] }

function Drawn({ alarm, held, stepMs, events }: DrawnProps) {
  const { StateValue: state, StateTransitionedTimestamp: seconds } = alarm
  const marked = useMemo(
    () => ringingSpans(events, { state, since: seconds * 1000 }, held.window),
    [events, state, seconds, held],
  )
  const alarms = useMemo(() => [alarm], [alarm])
  return <AlarmChart alarms={alarms} held={held} stepMs={stepMs} marked={marked} />
}
