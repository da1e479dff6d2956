import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { useClusterGone } from '@/components/cluster/use-cluster-gone'
import { PageHead } from '@/components/shell/page-head'
import { useTitle } from '@/components/shell/use-title'
import { Button } from '@/components/ui/button'
import { StateBadge } from '@/components/ui/state'
import { TextLink } from '@/components/ui/text-link'
import { clockTime } from '@/lib/browser/format/time'
import { routes } from '@/lib/browser/routes'
import type { OperationDetail } from '@/lib/contract/console/clusters'
import { OPERATION_LOOKS } from './operation-looks'

const MSK_STATES: Record<OperationDetail['state'], string | undefined> = {
  IN_PROGRESS: 'UPDATE_IN_PROGRESS',
  COMPLETE: 'UPDATE_COMPLETE',
  FAILED: 'UPDATE_FAILED',
  CANCELLED: undefined,
}

export function OperationHead({ operation }: { operation: OperationDetail }) {
  const t = useTranslations('operation')
  const { kind, name, state, clusterId, clusterName, startedAt } = operation
  const href = routes.cluster(clusterId)
  const titles = useTranslations('titles')
  useTitle(titles('namedOperation', { kind: t(`name.${name}`), name: clusterName }))
  const isGone = useClusterGone(clusterId) || (kind === 'DELETE' && state === 'COMPLETE')
  return (
    <PageHead
      title={t(`name.${name}`)}
      badge={
        <StateBadge look={OPERATION_LOOKS[state]} source={MSK_STATES[state]}>
          {t(`state.${state}`)}
        </StateBadge>
      }
      subtitle={
        <>
          {isGone ? clusterName : <ClusterLink href={href} name={clusterName} />}
          {t('subtitle', { time: clockTime(Date.parse(startedAt)) })}
        </>
      }
      actions={
        state === 'IN_PROGRESS' ? undefined : (
          <Button asChild kind="primary">
            {isGone ? (
              <NextLink href={routes.clusters()}>{t('toClusters')}</NextLink>
            ) : (
              <NextLink href={href}>{t('open', { name: clusterName })}</NextLink>
            )}
          </Button>
        )
      }
    />
  )
}

function ClusterLink({ href, name }: { href: string; name: string }) {
  return (
    // Underlined: it stands in a sentence, and colour alone tells a link from words to few.
    <TextLink asChild className="underline">
      <NextLink href={href}>{name}</NextLink>
    </TextLink>
  )
}
