'use client'

import { clsx } from 'clsx'
import { useQuery } from '@tanstack/react-query'
import NextLink from 'next/link'
import { usePathname } from 'next/navigation'
import { Fragment, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useClusterGone } from '@/components/cluster/use-cluster-gone'
import { useNodeInSentence, useNodeName } from '@/components/node/node-name'
import { TextLink } from '@/components/ui/text-link'
import { clusterQuery } from '@/lib/browser/queries/clusters'
import { operationQuery } from '@/lib/browser/queries/operations'
import { type Crumb, crumbsOf } from '@/lib/browser/routes'
import { RegionSwitch } from './region-switch'

/** The way here, read off the address; names come from the data the page asks for anyway. */
export function Breadcrumb() {
  const t = useTranslations('shell')
  const crumbs = useCrumbs(usePathname())
  return (
    <nav aria-label={t('breadcrumb')} className="min-w-0">
      <ol className="flex min-w-0 items-center gap-1.5 whitespace-nowrap text-text-3">
        <li className="max-desk:hidden">
          <RegionSwitch />
        </li>
        {crumbs.map((crumb, place) => {
          const isLast = place === crumbs.length - 1
          // A phone has room for the page and the one above it.
          const isFar = place < crumbs.length - 2
          return (
            <Fragment key={crumb.href}>
              <li aria-hidden="true" className={isLast && place > 0 ? undefined : 'max-desk:hidden'}>
                {'/'}
              </li>
              <li className={clsx('min-w-0 truncate', !isLast && 'shrink-[4]', isFar && 'max-desk:hidden')}>
                <CrumbLink crumb={crumb} isLast={isLast} />
              </li>
            </Fragment>
          )
        })}
      </ol>
    </nav>
  )
}

/** Of a cluster that is gone only its operations can still be read, so nothing else of it is a step of the way. */
function useCrumbs(pathname: string): readonly Crumb[] {
  const crumbs = crumbsOf(pathname)
  const cluster = crumbs.find((crumb) => crumb.is === 'cluster')
  if (!useClusterGone(cluster?.clusterId ?? null)) return crumbs
  return crumbs.filter(({ is }) => is === 'clusters' || is === 'operation')
}

function CrumbLink({ crumb, isLast }: { crumb: Crumb; isLast: boolean }) {
  const words = <CrumbWords crumb={crumb} />
  if (isLast)
    return (
      <b className="font-[550] text-text" aria-current="page">
        {words}
      </b>
    )
  return (
    <TextLink asChild kind="quiet" className="py-1 text-text-2 focus-visible:outline-offset-[-2px]">
      <NextLink href={crumb.href}>{words}</NextLink>
    </TextLink>
  )
}

function CrumbWords({ crumb }: { crumb: Crumb }): ReactNode {
  const t = useTranslations('shell')
  const own = useTranslations('clusterConfiguration')
  if (crumb.is === 'clusterConfiguration') return own('title')
  if (crumb.is === 'applyConfiguration') return own('apply')
  if (crumb.is === 'cluster') return <ClusterName clusterId={crumb.clusterId} />
  if (crumb.is === 'operation') return <OperationName operationId={crumb.operationId} />
  if (crumb.is === 'node') return <NodeName clusterId={crumb.clusterId} nodeId={crumb.nodeId} />
  if (crumb.is === 'topic') return crumb.topicName
  if (crumb.is === 'group') return crumb.groupName
  if (crumb.is === 'chartSet') return crumb.name
  if (crumb.is === 'alarm') return crumb.alarmName
  if (crumb.is === 'configuration') return crumb.configurationName
  return t(crumb.is)
}

function ClusterName({ clusterId }: { clusterId: string }) {
  const t = useTranslations('shell')
  return useQuery({ ...clusterQuery(clusterId), select: ({ name }) => name }).data ?? t('cluster')
}

function NodeName({ clusterId, nodeId }: { clusterId: string; nodeId: number }) {
  const words = useNodeInSentence([])
  const name = useNodeName()
  const nodes = useQuery({ ...clusterQuery(clusterId), select: (cluster) => cluster.nodes }).data
  const node = nodes?.find((each) => each.nodeId === nodeId)
  return node === undefined ? words(nodeId) : name(node)
}

function OperationName({ operationId }: { operationId: string }) {
  const t = useTranslations('operation')
  const name = useQuery({ ...operationQuery(operationId), select: (operation) => operation.name }).data
  return name === undefined ? t('operation') : t(`name.${name}`)
}
