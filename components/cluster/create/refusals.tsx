import { useLocale, useTranslations } from 'use-intl'
import { StateIcon } from '@/components/ui/state-icon'
import type { CreatePlan } from '@/lib/contract/console/plan'
import { offersPorts } from './create-form'

/** The server’s own sentences, which are English like MSK’s. */
export function Refusals({ refusals }: { refusals: CreatePlan['refusals'] }) {
  const t = useTranslations('create')
  const locale = useLocale()
  return (
    <ul lang="en" className="grid gap-2 border-b border-bad-line bg-bad-tint px-4 py-3 text-13 max-desk:px-3">
      {refusals.map(({ message }) => (
        <li key={message} className="flex gap-2.5">
          <StateIcon shape="failed" className="mt-0.5 size-3.5 text-bad" />
          <span className="min-w-0 [overflow-wrap:anywhere]">
            {message}
            {offersPorts(message) ? (
              <span lang={locale} className="block">
                {t('portsPlace', { section: t('more'), field: t('ports.label'), choice: t('ports.BLOCK') })}
              </span>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  )
}
