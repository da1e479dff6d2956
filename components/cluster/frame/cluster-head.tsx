'use client'

import NextLink from 'next/link'
import { usePathname } from 'next/navigation'
import { useLocale, useTranslations } from 'use-intl'
import { useNodeCounts } from '@/components/node/use-node-counts'
import { PageHead } from '@/components/shell/page-head'
import { useTitle } from '@/components/shell/use-title'
import { Button } from '@/components/ui/button'
import { longDay } from '@/lib/browser/format/time'
import { routes } from '@/lib/browser/routes'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { ClusterMenu } from '@/components/cluster/cluster-menu'
import { ClusterBadge } from '@/components/cluster/cluster-state'
import { useClusterOff } from '@/components/cluster/use-cluster-off'
import { useStartCluster } from '@/components/cluster/use-start-cluster'

export function ClusterHead({ cluster }: { cluster: ClusterDetail }) {
  const titles = useTranslations('titles')
  // The other pages name themselves.
  useTitle(usePathname() === routes.cluster(cluster.id) ? titles('named', { name: cluster.name }) : null)
  return (
    <PageHead
      title={cluster.name}
      badge={<ClusterBadge cluster={cluster} />}
      subtitle={<Subtitle cluster={cluster} />}
      actions={
        <>
          <ClusterMenu cluster={cluster} place="head" />
          <Primary cluster={cluster} />
        </>
      }
    />
  )
}

/** As high as the head itself, so that nothing below it moves when it comes. */
export function ClusterHeadLoading() {
  const t = useTranslations('errors')
  return (
    <output className="after-200-ms grid h-[48px] content-around max-desk:h-[104px] max-desk:content-start max-desk:gap-3">
      <span className="sr-only">{t('loading')}</span>
      <i className="h-3.5 w-48 rounded-2 bg-track" />
      <i className="h-2.5 w-96 max-w-full rounded-2 bg-track" />
    </output>
  )
}

/** The one thing most wanted now: to watch what runs, or to start what is stopped. */
function Primary({ cluster }: { cluster: ClusterDetail }) {
  const t = useTranslations('cluster')
  const { start, isPending } = useStartCluster(cluster)
  const off = useClusterOff(cluster)
  if (cluster.operation !== null) {
    return (
      <Button asChild kind="primary">
        <NextLink href={routes.operation(cluster.id, cluster.operation.id)}>{t('viewOperation')}</NextLink>
      </Button>
    )
  }
  if (off('start') !== undefined) return null
  return (
    <Button
      kind="primary"
      onClick={start}
      offBecause={isPending ? t('asked') : undefined}
      reasonPlace="elsewhere"
    >
      {t('start')}
    </Button>
  )
}

function Subtitle({ cluster }: { cluster: ClusterDetail }) {
  const t = useTranslations('cluster')
  const versions = useTranslations('clusters.version')
  const locale = useLocale()
  const nodes = useNodeCounts()(cluster.nodes)
  const { kafkaVersion: name, release } = cluster
  const values = {
    version: name === release ? versions('same', { release }) : versions('named', { name, release }),
    date: longDay(Date.parse(cluster.createdAt), locale),
  }
  const words =
    cluster.shape === 'DEVELOPMENT'
      ? t('subtitleDevelopment', values)
      : t('subtitle', {
          ...values,
          type: cluster.instanceType,
          nodes,
          zones: cluster.zones.length,
        })
  return cluster.isProtected ? t('subtitleProtected', { words }) : words
}
