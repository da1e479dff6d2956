import { clsx } from 'clsx'
import { useLocale, useTranslations } from 'use-intl'
import { Panel } from '@/components/ui/panel'
import { longDay } from '@/lib/browser/format/time'
import type { AvailabilityView } from '@/lib/contract/console/availability'
import { dayState } from '@/lib/domain/availability/figures'
import type { MinuteState } from '@/lib/domain/availability/minutes'
import { Legend } from './legend'

type Day = AvailabilityView['days'][number]
type CalendarPanelProps = { days: readonly Day[]; chosen: string; onChoose: (day: string) => void }

const WEEK = 7
const DAY_MS = 86_400_000

const LOOKS: Record<MinuteState, string> = {
  unmeasured: 'border-line bg-transparent text-text-3',
  up: 'border-ok-line bg-ok-tint text-ok',
  disturbed: 'border-warn-line bg-warn-tint text-warn',
  down: 'border-bad-line bg-bad-tint text-bad',
}

/** Five weeks, a row each, from Monday to Sunday. A day says in words what its colour says, and opens its minutes. */
export function CalendarPanel({ days, chosen, onChoose }: CalendarPanelProps) {
  const t = useTranslations('availability')
  const locale = useLocale()
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  const heads = Array.from({ length: WEEK }, (_, index) => weekday.format(MONDAY + index * DAY_MS))
  return (
    <Panel title={t('calendar')}>
      <table
        className="w-full table-fixed border-separate border-spacing-1 p-2 text-13 tabular-nums"
        aria-label={t('calendar')}
      >
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className="pb-1 text-center text-12 font-normal text-text-3">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(days).map((week) => (
            <tr key={week.find((day) => day !== null)?.day ?? ''}>
              {week.map((day, index) => (
                <td key={day?.day ?? index} className="h-9 p-0">
                  {day === null ? null : (
                    <DayButton day={day} isChosen={day.day === chosen} onChoose={onChoose} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Legend />
    </Panel>
  )
}

function DayButton({
  day,
  isChosen,
  onChoose,
}: {
  day: Day
  isChosen: boolean
  onChoose: (day: string) => void
}) {
  const t = useTranslations('availability')
  const locale = useLocale()
  const ms = Date.parse(day.day)
  const state = dayState(day)
  const words = t(`day.${state}`, {
    date: longDay(ms, locale),
    write: day.write.down,
    read: day.read.down,
    disturbed: day.write.disturbed + day.read.disturbed,
  })
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      aria-label={words}
      title={words}
      onClick={() => onChoose(day.day)}
      className={clsx(
        'size-full rounded-3 border',
        LOOKS[state],
        isChosen && 'font-semibold outline-2 -outline-offset-1 outline-accent',
      )}
    >
      {new Date(ms).getUTCDate()}
    </button>
  )
}

/** Any Monday. */
const MONDAY = Date.parse('2024-01-01')

/** Weeks begin on Monday; what is before the first day and after the last is empty. */
function weeksOf(days: readonly Day[]): (Day | null)[][] {
  const first = new Date(Date.parse(days[0]?.day ?? '2024-01-01'))
  const before = (first.getUTCDay() + WEEK - 1) % WEEK
  const cells: (Day | null)[] = [...Array.from({ length: before }, () => null), ...days]
  while (cells.length % WEEK !== 0) cells.push(null)
  return Array.from({ length: cells.length / WEEK }, (_, week) => cells.slice(week * WEEK, (week + 1) * WEEK))
}
