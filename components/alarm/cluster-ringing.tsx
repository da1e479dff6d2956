import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { Time } from '@/components/text/time'
import { StateIcon } from '@/components/ui/state-icon'
import { TextLink } from '@/components/ui/text-link'
import { iso } from '@/lib/browser/alarm/iso'
import { routes } from '@/lib/browser/routes'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { useRinging } from './use-ringing'

/** More than these are a list of their own. */
const SHOWN_MAX = 5

/** Which alarms of the cluster ring and since when, each a link to why. */
export function ClusterRinging({ cluster }: { cluster: ClusterDetail }) {
  const t = useTranslations('alarms')
  const ringing = useRinging(cluster)
  if (ringing.length === 0) return null
  return (
    <div role="status" className="flex gap-2.5 text-13">
      <StateIcon shape="alarm" className="mt-1 size-4 text-bad" />
      <div className="flex min-w-0 flex-wrap gap-x-4">
        <b className="py-[3px] font-[550] text-bad">{t('ringingOf', { count: ringing.length })}</b>
        {ringing.slice(0, SHOWN_MAX).map(({ AlarmName, StateTransitionedTimestamp }) => (
          <span key={AlarmName} className="text-text-2">
            <TextLink asChild className="inline-block py-[3px]">
              <NextLink href={routes.alarm(AlarmName)}>{AlarmName}</NextLink>
            </TextLink>{' '}
            {t('sinceWord')} <Time iso={iso(StateTransitionedTimestamp)} look="short" />
          </span>
        ))}
        {ringing.length <= SHOWN_MAX ? null : (
          <TextLink asChild className="inline-block py-[3px]">
            <NextLink href={routes.clusterAlarms(cluster.id)}>
              {t('more', { count: ringing.length - SHOWN_MAX })}
            </NextLink>
          </TextLink>
        )}
      </div>
    </div>
  )
}
