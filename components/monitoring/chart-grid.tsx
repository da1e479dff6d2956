import type { Flag } from '@/components/chart/flag'
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
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 min-[1000px]:grid-cols-2">
      {charts.map((chart) => (
        <ChartPanel key={chart.spec.id} chart={chart} {...rest} />
      ))}
    </div>
  )
}
