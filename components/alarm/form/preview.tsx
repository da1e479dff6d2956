import { lazy, Suspense } from 'react'
import { useTranslations } from 'use-intl'
import { ChartGroup } from '@/components/chart/chart-group'
import { QueryView } from '@/components/feedback/query-view'
import { useDuration } from '@/components/text/use-duration'
import { Panel } from '@/components/ui/panel'
import type { AlarmDefinition } from '@/lib/browser/alarm/wire'
import type { usePreview } from './use-preview'

const AlarmChart = lazy(async () => ({ default: (await import('../chart/alarm-chart')).AlarmChart }))

type PreviewProps = { alarms: readonly AlarmDefinition[]; preview: ReturnType<typeof usePreview> }

/** The alarm on the real chart, and how often it would have rung. */
export function Preview({ alarms, preview: { query, stepMs, rings, isDay } }: PreviewProps) {
  const t = useTranslations('alarms.form.preview')
  const duration = useDuration()
  const span = t(isDay ? 'day' : 'hours')
  const isEmpty = query.data?.points.every(({ at }) => at.length === 0) ?? false
  const long = (rings ?? []).reduce((sum, { from, to }) => sum + to - from, 0)
  const sentence =
    rings === null
      ? t('notYet')
      : isEmpty
        ? t('empty', { span })
        : t('rings', { span, count: rings.length, duration: duration(long, { rough: true }) })
  return (
    <Panel aria-label={t('title')} className="px-4 pt-2.5 pb-3 max-desk:px-3">
      <ChartGroup onZoom={stay} onWiden={stay}>
        <QueryView query={query} failed={t('failed')}>
          {(held) => (
            <Suspense>
              <AlarmChart alarms={alarms} held={held} stepMs={stepMs} marked={rings ?? NONE} />
            </Suspense>
          )}
        </QueryView>
      </ChartGroup>
      <output className="block pt-2 text-13 font-[550]">{sentence}</output>
    </Panel>
  )
}

const NONE = [] as const
const stay = () => {}
