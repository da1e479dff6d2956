'use client'

import { lazy, Suspense } from 'react'
import type { Flag } from '@/components/chart/flag'
import { useAddress } from '@/components/table/use-address'
import { alarmBeginOf } from '@/lib/browser/metrics/charts'
import type { HeldMetrics } from '@/lib/browser/queries/metrics'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { ChartPanel } from './chart-panel'
import type { ChartLines } from './use-watched'

type ChartGridProps = {
  cluster: ClusterDetail
  charts: readonly ChartLines[]
  held: HeldMetrics
  flags: readonly Flag[]
  isStacked: boolean
}

export function ChartGrid({ charts, ...rest }: ChartGridProps) {
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 min-[1000px]:grid-cols-2">
        {charts.map((chart) => (
          <ChartPanel key={chart.spec.id} chart={chart} {...rest} />
        ))}
      </div>
      <ChartAlarm cluster={rest.cluster} charts={charts} />
    </>
  )
}

/** The form for an alarm on one of them, apart: the charts need not be drawn anew with the address. */
function ChartAlarm({ cluster, charts }: Pick<ChartGridProps, 'cluster' | 'charts'>) {
  const [alarmed, setAlarmed] = useAddress('alarm', '')
  const chart = charts.find(({ spec }) => spec.id === alarmed)
  if (chart === undefined) return null
  return (
    <Suspense>
      <NewAlarmDialog cluster={cluster} begin={alarmBeginOf(chart)} onClose={() => setAlarmed('')} />
    </Suspense>
  )
}

/** Asked from a menu; most charts are only read. */
const NewAlarmDialog = lazy(async () => ({
  default: (await import('@/components/alarm/form/new-alarm-dialog')).NewAlarmDialog,
}))
