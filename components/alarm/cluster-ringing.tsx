import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { Notice } from '@/components/feedback/notice'
import { Time } from '@/components/text/time'
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
    <Notice tone="bad" shape="alarm">
      <b className="font-[550]">{t('ringingOf', { count: ringing.length })}</b>
      <ul className="mt-1 grid gap-0.5">
        {ringing.slice(0, SHOWN_MAX).map(({ AlarmName, StateTransitionedTimestamp }) => (
          <li key={AlarmName} className="flex flex-wrap gap-x-3">
            <TextLink asChild>
              <NextLink href={routes.alarm(AlarmName)}>{AlarmName}</NextLink>
            </TextLink>
            <span className="text-text-2">
              {t('sinceWord')} <Time iso={iso(StateTransitionedTimestamp)} look="short" />
            </span>
          </li>
        ))}
      </ul>
      {ringing.length <= SHOWN_MAX ? null : (
        <TextLink asChild>
          <NextLink href={routes.clusterAlarms(cluster.id)}>
            {t('more', { count: ringing.length - SHOWN_MAX })}
          </NextLink>
        </TextLink>
      )}
    </Notice>
  )
}
