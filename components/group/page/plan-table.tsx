import { useLocale, useTranslations } from 'use-intl'
import type { OffsetPlan } from '@/lib/contract/console/groups'

/** More rows than these are counted and not listed. */
const ROWS_MAX = 100

/** What a reset changes, partition by partition. */
export function PlanTable({ plan: { moves, unknown } }: { plan: OffsetPlan }) {
  const t = useTranslations('group.resetting')
  const locale = useLocale()
  if (moves.length === 0 && unknown.length === 0) return <p className="text-13 text-text-2">{t('stays')}</p>
  const again = moves.reduce((sum, each) => sum + Math.max(0, each.again ?? 0), 0)
  const skipped = moves.reduce((sum, each) => sum + Math.max(0, -(each.again ?? 0)), 0)
  const number = (value: number | null): string => value?.toLocaleString(locale) ?? '–'
  return (
    <div className="grid gap-2">
      <p aria-live="polite" className="text-13 font-[550]">
        {t('changes', { partitions: moves.length, again, skipped })}
      </p>
      <div className="max-h-56 overflow-y-auto rounded-4 border border-line">
        <table aria-label={t('plan')} className="w-full text-12">
          <thead className="sticky top-0 bg-surface text-text-3">
            <tr>
              <th className="px-3 py-1.5 text-left font-normal">{t('partition')}</th>
              <th className="px-3 py-1.5 text-right font-normal">{t('from')}</th>
              <th className="px-3 py-1.5 text-right font-normal">{t('toOffset')}</th>
              <th className="px-3 py-1.5 text-right font-normal">{t('records')}</th>
            </tr>
          </thead>
          <tbody>
            {moves.slice(0, ROWS_MAX).map(({ partition, from, to, again: records }) => (
              <tr key={partition} className="border-t border-line">
                <td className="px-3 py-1">{partition}</td>
                <td className="px-3 py-1 text-right">{number(from)}</td>
                <td className="px-3 py-1 text-right">{number(to)}</td>
                <td className="px-3 py-1 text-right">
                  {records === null
                    ? '–'
                    : t(records > 0 ? 'readAgain' : 'skipped', { count: Math.abs(records) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {unknown.length === 0 ? null : (
        <p className="text-12 text-warn">{t('unknown', { count: unknown.length })}</p>
      )}
    </div>
  )
}
