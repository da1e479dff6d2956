import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import { QueryView } from '@/components/feedback/query-view'
import { Panel } from '@/components/ui/panel'
import { SkeletonBars } from '@/components/ui/skeleton'
import { longDay, minuteTime } from '@/lib/browser/format/time'
import { availabilityDayQuery } from '@/lib/browser/queries/availability'
import type { AvailabilityHourView } from '@/lib/contract/console/availability'
import { DIRECTIONS, HOUR_MINUTES, type MinuteState } from '@/lib/domain/availability/minutes'
import { STATE_FILL } from './legend'

/** The minutes of one day, an hour a row: writing above, reading below. */
export function DayPanel({ clusterId, day }: { clusterId: string; day: string }) {
  const t = useTranslations('availability')
  const errors = useTranslations('errors')
  const locale = useLocale()
  const query = useQuery({ ...availabilityDayQuery(clusterId, day), enabled: day !== '' })
  return (
    <Panel title={t('dayTitle', { date: longDay(Date.parse(day), locale) })} end={t('utc')}>
      <QueryView
        query={query}
        failed={t('failed')}
        loading={<SkeletonBars lines={4} label={errors('loading')} />}
      >
        {({ hours }) =>
          hours.length === 0 ? (
            <Empty title={t('dayEmpty')}>{t('dayEmptyText')}</Empty>
          ) : (
            <ol className="grid grid-cols-[minmax(0,1fr)] gap-1.5 px-4 py-3 max-desk:px-3">
              {hours.map((hour) => (
                <HourRow key={hour.at} hour={hour} />
              ))}
            </ol>
          )
        }
      </QueryView>
    </Panel>
  )
}

function HourRow({ hour }: { hour: AvailabilityHourView }) {
  const t = useTranslations('availability')
  const counts = (states: readonly MinuteState[]) => ({
    down: states.filter((state) => state === 'down').length,
    disturbed: states.filter((state) => state === 'disturbed').length,
    measured: states.filter((state) => state !== 'unmeasured').length,
  })
  const time = minuteTime(Date.parse(hour.at))
  const words = DIRECTIONS.map((direction) => t(`hour.${direction}`, counts(hour[direction]))).join(' ')
  return (
    <li className="flex items-center gap-3 text-12 text-text-2 tabular-nums">
      <span className="w-10 flex-none">{time}</span>
      <svg
        role="img"
        aria-label={`${time}: ${words}`}
        viewBox={`0 0 ${HOUR_MINUTES * STEP} ${2 * ROW - GAP}`}
        preserveAspectRatio="none"
        className="h-5 min-w-0 flex-1"
      >
        {DIRECTIONS.map((direction, row) =>
          runsOf(hour[direction]).map(({ state, from, length }) => (
            <rect
              key={`${direction} ${from}`}
              x={from * STEP}
              y={row * ROW}
              width={length * STEP - GAP}
              height={ROW - GAP}
              className={STATE_FILL[state]}
            />
          )),
        )}
      </svg>
    </li>
  )
}

const STEP = 10
const ROW = 10
const GAP = 1

/** Minutes in a row that went alike are one bar: an hour without trouble is one. */
function runsOf(states: readonly MinuteState[]): { state: MinuteState; from: number; length: number }[] {
  const runs: { state: MinuteState; from: number; length: number }[] = []
  states.forEach((state, minute) => {
    const last = runs.at(-1)
    if (last?.state === state) last.length += 1
    else runs.push({ state, from: minute, length: 1 })
  })
  return runs
}
