'use client'

import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ChartGroup } from '@/components/chart/chart-group'
import { RangeControls } from '@/components/monitoring/range-controls'
import { useUsualRange } from '@/components/monitoring/use-usual-range'
import { useView } from '@/components/monitoring/use-view'
import { PageHead } from '@/components/shell/page-head'
import { FilterBar } from '@/components/table/filter-bar'
import { useAddress } from '@/components/table/use-address'
import { Button } from '@/components/ui/button'
import { useHotKeys } from '@/components/ui/hot-keys'
import { Icon } from '@/components/ui/icon'
import { Panel } from '@/components/ui/panel'
import { serverNow } from '@/lib/browser/clock'
import { newLine, readLines, titleOf, writeLines } from '@/lib/browser/metrics/explored-address'
import { earlierRange, endsOf, laterRange, spanRange, widerRange } from '@/lib/browser/metrics/time-range'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { LINES_MAX, type ChartLine } from '@/lib/domain/metrics/chart-set'
import { ExploredCharts } from './explored-charts'
import { LineRows } from './line-rows'
import { PeriodMenu } from './period-menu'
import { SaveDialog } from './save-dialog'

/** Any metrics of a cluster in one chart, all of it in the address. */
export function ExplorerPage({ cluster }: { cluster: ClusterDetail }) {
  const t = useTranslations('explorer')
  const view = useView(serverNow(), useUsualRange(cluster))
  const { range, setRange, stepS } = view
  const [text, setText] = useAddress('lines', '')
  const [title] = useAddress('title', '')
  const [set] = useAddress('set', '')
  const [isSaving, setSaving] = useState(false)
  const lines = useMemo(() => readLines(text), [text])
  const change = (next: readonly ChartLine[]) => setText(writeLines(next))
  const full = lines.length >= LINES_MAX ? t('full', { count: LINES_MAX }) : undefined
  const add = (line: ChartLine | null) => (line === null ? undefined : change([...lines, line]))
  useHotKeys({
    '[': () => setRange(earlierRange(range, serverNow())),
    ']': () => setRange(laterRange(range, serverNow())),
  })
  return (
    <ChartGroup
      onZoom={(span) => setRange(spanRange(span))}
      onWiden={() => setRange(widerRange(range, serverNow()))}
    >
      <PageHead
        title={t('title')}
        subtitle={t('subtitle', { name: cluster.name })}
        actions={
          <Button
            kind="primary"
            onClick={() => setSaving(true)}
            offBecause={lines.length === 0 ? t('saveOff') : undefined}
            reasonPlace="elsewhere"
          >
            {t('save')}
          </Button>
        }
      />
      <FilterBar label={t('bar')} end={<PeriodMenu view={view} />}>
        <RangeControls view={view} window={endsOf(range, serverNow())} />
      </FilterBar>
      <ExploredCharts
        cluster={cluster}
        title={title === '' ? null : title}
        lines={lines}
        range={range}
        stepMs={stepS * 1000}
      />
      <Panel
        title={t('lines')}
        end={
          <>
            <Button
              size="small"
              onClick={() => add(newLine('broker:CpuUser'))}
              offBecause={full}
              reasonPlace="elsewhere"
            >
              <Icon name="add" />
              {t('addMetric')}
            </Button>
            <Button
              size="small"
              onClick={() => add({ is: 'expression', expression: '', label: '' })}
              offBecause={full}
              reasonPlace="elsewhere"
            >
              <Icon name="add" />
              {t('addExpression')}
            </Button>
          </>
        }
      >
        <LineRows cluster={cluster} lines={lines} onChange={change} />
      </Panel>
      {isSaving ? (
        <SaveDialog
          clusterId={cluster.id}
          chart={{
            title: title === '' ? titleOf(lines).slice(0, 100) : title,
            lines,
            periodS: view.chosenStepS,
          }}
          set={set}
          onClose={() => setSaving(false)}
        />
      ) : null}
    </ChartGroup>
  )
}
