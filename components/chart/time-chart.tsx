'use client'

import { type ReactNode, useMemo, useState } from 'react'
import { extentOf, gapsOf, plotRows, stacked, thinned } from '@/lib/browser/metrics/plot'
import type { Points } from '@/lib/browser/metrics/points'
import { timeTicks, valueAxis } from '@/lib/browser/metrics/ticks'
import type { Span } from '@/lib/browser/metrics/time-range'
import { formatTick, formatValue, unitScale, type MetricUnit } from '@/lib/browser/metrics/units'
import { useTranslations } from 'use-intl'
import type { Flag } from './flag'
import { FlagHandles, Flags } from './flags'
import { CHART_HEIGHT, MARGIN, plotHeight, plotWidth, type Frame } from './geometry'
import { Legend, type LegendEntry } from './legend'
import { Moment, Overlay } from './overlay'
import { Plot } from './plot'
import { hueVariables } from './series-look'
import { useChartTimes } from './use-chart-times'
import { useInTurn } from './use-in-turn'
import { useMeasured } from './use-measured'

export type ChartSeries = LegendEntry & { points: Points }
/** What is drawn; the same object while nothing changed. */
export type ChartContent = {
  unit: MetricUnit
  window: Span
  stepMs: number
  series: readonly ChartSeries[]
  isStacked: boolean
  limit?: number | undefined
  /** Stretches that stand out, as those in which an alarm rang. */
  marked?: readonly Span[] | undefined
  reach?: number | undefined
  fromZero?: boolean | undefined
}

type TimeChartProps = {
  content: ChartContent
  flags: readonly Flag[]
  title: string
  /** At the end of the head: what can be done with the chart. */
  actions: ReactNode
  /** What the lines are of. */
  legendHead: string
  /** Stands on the line of the limit. */
  limitNote?: ReactNode
}

/** Lines or a stack over time, with what happened, one moment shared by all charts, and the values at it. */
export function TimeChart(props: TimeChartProps) {
  const { content: newest, flags, title, actions, legendHead, limitNote } = props
  const t = useTranslations('chart')
  const { ref, width, isNear } = useMeasured()
  const content = useInTurn(newest, isNear)
  const drawn = useMemo(() => draw(content, width), [content, width])
  const { rows, times, axis, scale, plot } = drawn
  const [hot, setHot] = useState<number | null>(null)
  const { clock, tick } = useChartTimes(content.window)
  const frame: Frame = { width, height: CHART_HEIGHT, window: content.window }
  const looks = useMemo(() => content.series.map((each) => each.look), [content])
  const timeTick = useMemo(
    () => timeTicks(content.window, Math.max(2, plotWidth({ width }) / 64)),
    [content, width],
  )
  const heightsAt = (place: number) => {
    const values = plot.bands === null ? rows[place]?.values : stacked(rows.slice(place, place + 1))[0]?.bands
    return (values ?? []).map((value) => {
      const top = typeof value === 'number' || value === null ? value : value[1]
      return top === null ? null : 1 - (top - axis.from) / (axis.to - axis.from)
    })
  }
  return (
    <>
      <figcaption className="mb-1 flex min-h-6 items-center gap-2 text-13">
        <h2 className="font-semibold">{title}</h2>
        <span className="text-12 text-text-3">
          {scale.label === 'none' ? null : t(`unit.${scale.label}`)}
        </span>
        <span data-not-in-picture className="-mr-2 ml-auto">
          {actions}
        </span>
      </figcaption>
      <div
        className="grid grid-cols-[minmax(0,1fr)] gap-x-3.5 gap-y-2 @min-[420px]:grid-cols-[minmax(0,1fr)_var(--legend,136px)] @min-[900px]:grid-cols-[minmax(0,1fr)_280px]"
        style={hueVariables(looks, hot)}
      >
        <div ref={ref} className="relative" style={{ height: CHART_HEIGHT }}>
          {width === 0 ? null : (
            <>
              <Plot
                width={width}
                height={CHART_HEIGHT}
                window={content.window}
                rows={plot.rows}
                bands={plot.bands}
                looks={looks}
                gaps={plot.gaps}
                marked={content.marked ?? NO_SPANS}
                limit={content.limit}
                axis={axis}
                times={timeTick}
                valueLabel={drawn.valueLabel}
                timeLabel={tick[timeTick.look]}
              />
              <Flags flags={flags} frame={frame} />
              {limitNote === undefined || content.limit === undefined ? null : (
                <span
                  className="pointer-events-none absolute right-3 rounded-2 bg-surface px-1 text-11 font-medium text-warn"
                  style={{
                    bottom:
                      MARGIN.bottom +
                      plotHeight(frame) * ((content.limit - axis.from) / (axis.to - axis.from)) +
                      2,
                  }}
                >
                  {limitNote}
                </span>
              )}
              <Moment
                frame={frame}
                times={times}
                stepMs={content.stepMs}
                isSeen={isNear}
                heightsAt={heightsAt}
                clock={clock}
              />
              <Overlay
                frame={frame}
                times={times}
                stepMs={content.stepMs}
                isSeen={isNear}
                label={t('moment', { title })}
                clock={clock}
              />
              <FlagHandles flags={flags} frame={frame} />
            </>
          )}
        </div>
        <Legend
          entries={content.series}
          rows={rows}
          times={times}
          stepMs={content.stepMs}
          isSeen={isNear}
          isStacked={content.isStacked}
          head={legendHead}
          clock={clock}
          value={(value) => formatValue(value, scale)}
          onHot={setHot}
        />
      </div>
    </>
  )
}

const NO_SPANS: readonly Span[] = []

function draw(content: ChartContent, width: number) {
  const points = content.series.map((each) => each.points)
  const rows = plotRows(points, content.window, content.stepMs)
  const few = thinned(rows, Math.max(200, plotWidth({ width })))
  const extent = extentOf(rows, content.isStacked)
  const scale = unitScale(content.unit, Math.max(extent?.most ?? 0, content.limit ?? 0))
  return {
    rows,
    times: rows.map(({ at }) => at),
    scale,
    axis: valueAxis(
      {
        extent,
        reach: content.reach ?? content.limit,
        limit: content.limit,
        fromZero: content.fromZero ?? true,
        isWhole: content.unit === 'Count',
      },
      scale.divisor,
    ),
    valueLabel: (value: number): string => formatTick(value, scale),
    plot: {
      rows: few,
      bands: content.isStacked ? stacked(few) : null,
      gaps: gapsOf(points, content.window, content.stepMs),
    },
  }
}
