'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { ChartContent } from '@/components/chart/time-chart'
import { Dialog } from '@/components/ui/dialog'
import { clockTime } from '@/lib/browser/format/time'
import { plotRows } from '@/lib/browser/metrics/plot'

type ChartTableProps = {
  title: string
  content: ChartContent & { names: readonly string[] }
  onClose: () => void
}

/** More rows than these nobody reads; the file has all. */
const ROWS_MAX = 500

/** The exact numbers, newest first, in the metric’s own unit. */
export function ChartTable({ title, content, onClose }: ChartTableProps) {
  const t = useTranslations('monitoring')
  const words = useTranslations('chart')
  const rows = useMemo(
    () =>
      plotRows(
        content.series.map(({ points }) => points),
        content.window,
        content.stepMs,
      ).toReversed(),
    [content],
  )
  const shown = rows.slice(0, ROWS_MAX)
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={title}
      description={t('tableText', { unit: content.unit, count: rows.length, shown: shown.length })}
      closeLabel={t('close')}
      place="side"
    >
      <div
        // A scrolling box that cannot be focused cannot be scrolled by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={title}
        className="mt-3 min-h-0 flex-1 overflow-auto border-t border-line"
      >
        <table className="w-full text-12">
          <thead className="sticky top-0 bg-surface text-text-3">
            <tr>
              <th className="py-2 pr-4 text-left font-normal">{t('tableTime')}</th>
              {content.names.map((name) => (
                <th key={name} className="py-2 pl-4 text-right font-normal whitespace-nowrap">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ at, values }) => (
              <tr key={at} className="border-t border-line">
                <td className="py-1 pr-4 whitespace-nowrap">
                  <time dateTime={new Date(at).toISOString()} title={new Date(at).toISOString()}>
                    {new Date(at).toISOString().slice(0, 10)} {clockTime(at)}
                  </time>
                </td>
                {content.names.map((name, place) => (
                  <td key={name} className="py-1 pl-4 text-right whitespace-nowrap">
                    {values[place] == null ? (
                      <span className="text-text-3">{words('noData')}</span>
                    ) : (
                      exact(values[place])
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  )
}

const exact = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 3 })
