import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { StateIcon } from '@/components/ui/state-icon'
import { ringingQuery } from '@/lib/browser/queries/alarms'

/** How many alarms ring; nothing while none does. */
export function RingingCount({ region }: { region: string }) {
  const t = useTranslations('alarms')
  const count = useQuery({ ...ringingQuery(region), select: ({ length }) => length }).data ?? 0
  if (count === 0) return null
  return (
    <span className="inline-flex items-center gap-1 font-medium text-bad">
      <StateIcon shape="alarm" className="size-3" />
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{t('ringing', { count })}</span>
    </span>
  )
}
