'use client'

import { useRef, useState, type ReactNode } from 'react'
import type { Flag } from '@/components/chart/flag'
import { TimeChart, type ChartContent } from '@/components/chart/time-chart'
import { Panel } from '@/components/ui/panel'
import { ChartMenu } from './chart-menu'
import { ChartTable } from './chart-table'

export type NamedContent = ChartContent & { names: readonly string[] }

type ChartFigureProps = {
  title: string
  /** What the lines are of. */
  legendHead: string
  /** Of what is saved: whose and what. */
  fileName: string
  content: NamedContent
  flags: readonly Flag[]
  /** Stands below a chart without a point: what it would take to have some. */
  emptyText: string
  limitNote?: string | undefined
  /** Below the chart. */
  note?: ReactNode
  onAlarm?: () => void
}

/** One chart on the page with its numbers, to read and to take along. */
export function ChartFigure(props: ChartFigureProps) {
  const { title, legendHead, fileName, content, flags, emptyText, limitNote, note, onAlarm } = props
  const figure = useRef<HTMLElement>(null)
  const [isTable, setTable] = useState(false)
  const isEmpty = content.series.every(({ points }) => points.at.length === 0)
  return (
    <Panel aria-label={title} className="@container px-4 pt-2.5 pb-3 max-desk:px-3">
      <figure ref={figure}>
        <TimeChart
          content={content}
          flags={flags}
          title={title}
          legendHead={legendHead}
          limitNote={limitNote}
          actions={
            <ChartMenu
              title={title}
              fileName={fileName}
              content={content}
              figure={figure}
              onTable={() => setTable(true)}
              onAlarm={onAlarm}
            />
          }
        />
      </figure>
      {isEmpty ? <p className="pt-1 text-12 text-text-3">{emptyText}</p> : note}
      {isTable ? <ChartTable title={title} content={content} onClose={() => setTable(false)} /> : null}
    </Panel>
  )
}
