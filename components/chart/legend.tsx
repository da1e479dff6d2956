'use client'

import { useTranslations } from 'use-intl'
import { placeAt } from '@/lib/browser/metrics/points'
import { totalOf, type PlotRow } from '@/lib/browser/metrics/plot'
import { useCrosshair } from './chart-group'
import { DASHES, fillOpacityOf, strokeOf, type SeriesLook } from './series-look'

export type LegendEntry = { key: string; name: string; look: SeriesLook }

type LegendProps = {
  entries: readonly LegendEntry[]
  rows: readonly PlotRow[]
  times: readonly number[]
  stepMs: number
  isSeen: boolean
  isStacked: boolean
  head: string
  clock: (at: number) => string
  value: (value: number) => string
  onHot: (place: number | null) => void
}

/** What each line is, and its value at the moment pointed at, else its newest. A stack reads from the top down. */
export function Legend({
  entries,
  rows,
  times,
  stepMs,
  isSeen,
  isStacked,
  head,
  clock,
  value,
  onHot,
}: LegendProps) {
  const t = useTranslations('chart')
  const at = useCrosshair(isSeen)
  const row = at === null ? rows.at(-1) : rows[placeAt(times, at, stepMs)]
  const told = (each: number | null | undefined) =>
    each == null ? <span className="font-normal text-text-3">{t('noData')}</span> : value(each)
  const listed = entries.map((entry, place) => ({ entry, place }))
  return (
    <div className="max-h-[164px] overflow-y-auto" onPointerLeave={() => onHot(null)}>
      <p className="flex justify-between gap-2 pb-1 text-12 leading-4 whitespace-nowrap text-text-3">
        <span className="truncate">{head}</span>
        <span className="tabular-nums" data-moment>
          {row === undefined && at === null ? null : clock(row?.at ?? at ?? 0)}
        </span>
      </p>
      <table aria-label={head} className="w-full text-12 leading-4 text-text-2">
        <tbody>
          {(isStacked ? listed.toReversed() : listed).map(({ entry, place }) => (
            <tr key={entry.key} onPointerEnter={() => onHot(place)}>
              <td className="py-px pr-2">
                <Swatch look={entry.look} place={place} isStacked={isStacked} />
              </td>
              <td className="w-full max-w-0 truncate py-px pr-2" title={entry.name}>
                {entry.name}
              </td>
              <td className="py-px text-right font-medium whitespace-nowrap text-text">
                {told(row?.values[place])}
              </td>
            </tr>
          ))}
          {isStacked && entries.length > 1 ? (
            <tr>
              <td colSpan={2} className="border-t border-line pt-[3px] pl-6">
                {t('total')}
              </td>
              <td className="border-t border-line pt-[3px] text-right font-medium whitespace-nowrap text-text">
                {told(row === undefined ? null : totalOf(row))}
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  )
}

function Swatch({ look, place, isStacked }: { look: SeriesLook; place: number; isStacked: boolean }) {
  return (
    <svg width="16" height="8" aria-hidden="true" className="block">
      {isStacked ? <rect width="14" height="8" fill={strokeOf(place)} opacity={fillOpacityOf(look)} /> : null}
      <path
        d={isStacked ? 'M0 .75H14' : 'M0 4H14'}
        stroke={strokeOf(place)}
        strokeWidth="1.5"
        strokeDasharray={isStacked ? undefined : DASHES[look.dash]}
      />
    </svg>
  )
}
