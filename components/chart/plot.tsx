'use client'

import { memo } from 'react'
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceLine,
  XAxis,
  YAxis,
} from 'recharts'
import type { Band, PlotRow } from '@/lib/browser/metrics/plot'
import type { TimeTicks, ValueAxis } from '@/lib/browser/metrics/ticks'
import type { Span } from '@/lib/browser/metrics/time-range'
import { MARGIN } from './geometry'
import { DASHES, fillOpacityOf, strokeOf, type SeriesLook } from './series-look'

export type PlotProps = {
  width: number
  height: number
  window: Span
  /** `stacked`: `bands` has what `rows` has, one on top of the other. */
  rows: readonly PlotRow[]
  bands: readonly { at: number; bands: readonly Band[] }[] | null
  looks: readonly SeriesLook[]
  gaps: readonly Span[]
  marked: readonly Span[]
  limit: number | undefined
  axis: ValueAxis
  times: TimeTicks
  valueLabel: (value: number) => string
  timeLabel: (at: number) => string
}

/** The drawing itself, by recharts; nothing in it listens to a hand. */
export const Plot = memo(function Plot(props: PlotProps) {
  const {
    width,
    height,
    window,
    rows,
    bands,
    looks,
    gaps,
    marked,
    limit,
    axis,
    times,
    valueLabel,
    timeLabel,
  } = props
  const timeTick = ({ x, y, payload }: TickPlace) =>
    tick({
      x: Math.min(Math.max(Number(x), MARGIN.left + 10), width - 16),
      y: Number(y) + 5,
      anchor: 'middle',
      label: timeLabel(Number(payload.value)),
    })
  const valueTick = ({ x, y, payload }: TickPlace) =>
    tick({
      x: Number(x),
      y: Number(y) + 4,
      anchor: 'end',
      label: valueLabel(Number(payload.value)),
    })
  return (
    <ComposedChart
      width={width}
      height={height}
      margin={MARGINS}
      data={[...(bands ?? rows)]}
      accessibilityLayer={false}
      style={STILL}
    >
      {stretches(gaps, window, 'var(--sunken)', -200)}
      {stretches(marked, window, 'var(--bad-tint)', -199)}
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        dataKey="at"
        type="number"
        scale="linear"
        domain={[window.from, window.to]}
        ticks={[...times.ticks]}
        interval={0}
        height={MARGIN.bottom}
        axisLine={AXIS_LINE}
        tickLine={false}
        allowDataOverflow
        tick={timeTick}
      />
      <YAxis
        type="number"
        domain={[axis.from, axis.to]}
        ticks={[...axis.ticks]}
        interval={0}
        width={MARGIN.left}
        axisLine={false}
        tickLine={false}
        allowDataOverflow
        tick={valueTick}
      />
      {bands === null
        ? null
        : looks.map((look, place) => (
            <Area
              key={strokeOf(place)}
              dataKey={bandAt(place)}
              type="linear"
              stroke="none"
              fill={strokeOf(place)}
              fillOpacity={fillOpacityOf(look)}
              {...SIMPLE}
            />
          ))}
      {looks.map((look, place) => (
        <Line
          key={strokeOf(place)}
          dataKey={bands === null ? valueAt(place) : topAt(place)}
          type="linear"
          stroke={strokeOf(place)}
          strokeWidth={bands === null ? 1.25 : 1}
          strokeDasharray={bands === null ? DASHES[look.dash] : undefined}
          strokeLinecap="round"
          {...SIMPLE}
        />
      ))}
      {limit === undefined ? null : (
        <ReferenceLine y={limit} stroke="var(--warn-solid)" strokeDasharray="5 3" strokeWidth={1} />
      )}
    </ComposedChart>
  )
})

const stretches = (spans: readonly Span[], window: Span, fill: string, zIndex: number) =>
  spans.map(({ from, to }) => (
    <ReferenceArea
      key={`${zIndex} ${from}`}
      x1={Math.max(from, window.from)}
      x2={Math.min(to, window.to)}
      fill={fill}
      fillOpacity={1}
      zIndex={zIndex}
      strokeOpacity={0}
    />
  ))

const MARGINS = { top: MARGIN.top, right: MARGIN.right, bottom: 0, left: 0 }
const STILL = { pointerEvents: 'none' } as const
const AXIS_LINE = { stroke: 'var(--line-strong)' }
const SIMPLE = {
  isAnimationActive: false,
  dot: false,
  activeDot: false,
  connectNulls: false,
  legendType: 'none',
  tooltipType: 'none',
} as const

type TickPlace = { x: number | string; y: number | string; payload: { value: number | string } }
type Tick = { x: number; y: number; anchor: 'middle' | 'end'; label: string }

/** Plain text: recharts would measure each label to wrap it. */
const tick = ({ x, y, anchor, label }: Tick) => (
  <text x={x} y={y} textAnchor={anchor} className="fill-text-3 text-11 tabular-nums">
    {label}
  </text>
)

type BandRow = { bands: readonly Band[] }

/** One function a place for good: a new one would make recharts compute everything again. */
const kept = <Read,>(make: (place: number) => Read): ((place: number) => Read) => {
  const made: Read[] = []
  return (place) => (made[place] ??= make(place))
}
const valueAt = kept((place) => (row: PlotRow) => row.values[place])
const bandAt = kept((place) => (row: BandRow) => row.bands[place])
const topAt = kept((place) => (row: BandRow) => row.bands[place]?.[1])
