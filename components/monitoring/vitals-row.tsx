import { clsx } from 'clsx'
import NextLink from 'next/link'
import { useLocale, useTranslations } from 'use-intl'
import { Sparkline } from '@/components/chart/sparkline'
import { StateIcon, type StateShape } from '@/components/ui/state-icon'
import { TextLink } from '@/components/ui/text-link'
import { toneText } from '@/components/ui/tone'
import { dayAndMinute, dayOf, minuteTime } from '@/lib/browser/format/time'
import { formatValue, unitScale } from '@/lib/browser/metrics/units'
import type { Vital, VitalName, VitalTone } from '@/lib/browser/metrics/vitals'
import type { HeldMetrics } from '@/lib/browser/queries/metrics'
import { routes } from '@/lib/browser/routes'

type VitalsRowProps = { clusterId: string; vitals: readonly Vital[]; held: HeldMetrics }

/** The figures one looks at first. Grey is normal; what wants an eye has an icon, a colour and a word. */
export function VitalsRow({ clusterId, vitals, held }: VitalsRowProps) {
  return (
    <dl className="grid grid-cols-3 overflow-hidden rounded-6 border border-line bg-surface max-desk:grid-cols-2 wide:grid-cols-9">
      {vitals.map((vital) => (
        <VitalCell key={vital.name} clusterId={clusterId} vital={vital} held={held} />
      ))}
    </dl>
  )
}

const SHAPES: Record<Exclude<VitalTone, 'idle'>, StateShape> = { warn: 'behind', bad: 'failed' }
/** Seen against its whole, or against what is well. */
const REACH: Partial<Record<VitalName, number>> = {
  disk: 100,
  cpu: 100,
  controllers: 1,
  underReplicated: 1,
  offline: 1,
}

type VitalCellProps = { clusterId: string; vital: Vital; held: HeldMetrics }

function VitalCell({ clusterId, vital, held }: VitalCellProps) {
  const t = useTranslations('monitoring')
  const units = useTranslations('chart.unit')
  const { name, latest, tone, points, unit } = vital
  const scale = unitScale(unit, latest?.value ?? 0)
  const note = useNote(vital, held)
  const group = name === 'lag' && latest !== null ? vital.owner : null
  return (
    <div className="min-w-0 px-4 pt-2.5 pb-3 shadow-[-1px_-1px_0_0_var(--line)] max-desk:px-3 max-desk:last:col-span-2 wide:px-3">
      <dt className="flex items-center gap-1 truncate text-12 text-text-3">
        {tone === 'idle' ? null : (
          <span className={toneText[tone]}>
            <StateIcon shape={SHAPES[tone]} className="size-3" />
            <span className="sr-only">{t(`tone.${tone}`)}</span>
          </span>
        )}
        <span className="truncate">{t(`vital.${name}`)}</span>
      </dt>
      <dd
        className={clsx(
          'truncate text-20 font-semibold tracking-tight whitespace-nowrap',
          latest === null ? 'text-text-3' : tone === 'idle' ? undefined : toneText[tone],
        )}
      >
        {latest === null ? '–' : formatValue(latest.value, scale)}
        {latest === null || scale.label === 'count' || scale.label === 'none' ? null : (
          <small className="ml-[3px] text-13 font-normal tracking-normal text-text-2">
            {units(scale.label)}
          </small>
        )}
      </dd>
      <dd className="mt-1 mb-[5px]">
        <Sparkline
          points={points}
          window={held.window}
          stepMs={held.stepMs}
          reach={REACH[name] ?? 0}
          tone={tone}
        />
      </dd>
      <dd className="truncate text-12 text-text-3" title={note}>
        {group === null ? (
          note
        ) : (
          <TextLink asChild>
            <NextLink href={routes.group(clusterId, group)}>{note}</NextLink>
          </TextLink>
        )}
      </dd>
    </div>
  )
}

/** What makes the figure mean something: who has it, when it is full, how high it was. */
function useNote({ name, latest, peak, owner, reachedAt, unit }: Vital, { window }: HeldMetrics): string {
  const t = useTranslations('monitoring.note')
  const locale = useLocale()
  if (name === 'lag') return latest === null ? t('noGroup') : t('group', { group: owner ?? '' })
  if (latest === null) return t('noData')
  if (name === 'disk' && reachedAt !== null)
    return t('diskDay', { broker: owner ?? '', day: dayOf(reachedAt, locale) })
  if (name === 'disk' || name === 'cpu') return t('broker', { broker: owner ?? '' })
  if (name === 'controllers') return t('controllers')
  if (peak === null || peak.value === 0) return t('none')
  const time = window.to - window.from > 86_400_000 ? dayAndMinute(peak.at, locale) : minuteTime(peak.at)
  return t('peak', { value: formatValue(peak.value, unitScale(unit, latest.value || peak.value)), time })
}
