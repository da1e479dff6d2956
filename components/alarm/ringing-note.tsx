import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { StateIcon } from '@/components/ui/state-icon'
import { TextLink } from '@/components/ui/text-link'
import { routes } from '@/lib/browser/routes'
import type { ClusterSummary } from '@/lib/contract/console/clusters'
import { useRinging } from './use-ringing'

/** Under the state of a cluster in a list; nothing while no alarm of it rings. */
export function RingingNote({ cluster }: { cluster: ClusterSummary }) {
  const t = useTranslations('alarms')
  const count = useRinging(cluster).length
  if (count === 0) return null
  return (
    <div className="text-12 whitespace-nowrap text-bad">
      <TextLink asChild kind="quiet" className="inline-flex items-center gap-1.5 py-1">
        <NextLink href={routes.clusterAlarms(cluster.id)}>
          <StateIcon shape="alarm" className="size-3.5" />
          {t('ringingShort', { count })}
        </NextLink>
      </TextLink>
    </div>
  )
}
