'use client'

import { clsx } from 'clsx'
import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { State } from '@/components/ui/state'
import { routes } from '@/lib/browser/routes'
import type { NodeView } from '@/lib/contract/console/clusters'
import { HEALTH_LOOKS, type NodeHealth } from './health-looks'
import { LogButton } from './log-button'
import { useNodeName } from './node-name'

/** A controller or ZooKeeper node of a zone: the filled diamond leads. */
export function VoterRow({
  clusterId,
  node,
  health,
}: {
  clusterId: string
  node: NodeView
  health: NodeHealth
}) {
  const t = useTranslations('node')
  const name = useNodeName()(node)
  const leads = node.isQuorumLeader && health === 'serving'
  return (
    <div
      className={clsx(
        'flex flex-wrap items-center gap-x-2 rounded-3 border py-1 pr-1.5 pl-[11px] text-12 text-text-2',
        leads ? 'border-line-control' : 'border-dashed border-line-strong',
      )}
    >
      <Diamond filled={leads} />
      <NextLink
        href={routes.node(clusterId, node.nodeId)}
        className="font-[550] whitespace-nowrap text-text underline-offset-2 hover:underline"
      >
        {name}
      </NextLink>
      <span className="mono min-w-0 truncate text-text-3" title={node.endpoint}>
        {node.endpoint}
      </span>
      <span className="ml-auto flex flex-none items-center gap-1">
        {health === 'serving' ? (
          <span className={clsx(leads && 'font-[550] text-text')}>
            {t(leads ? 'quorum.leader' : 'quorum.follower')}
          </span>
        ) : (
          <State look={HEALTH_LOOKS[health]}>{t(`health.${health}`)}</State>
        )}
        <LogButton clusterId={clusterId} node={node} words="none" />
      </span>
    </div>
  )
}

function Diamond({ filled }: { filled: boolean }) {
  return (
    <i
      aria-hidden="true"
      className={clsx(
        'mx-px size-2 flex-none rotate-45 rounded-1 border',
        filled ? 'border-text bg-text' : 'border-text-3',
      )}
    />
  )
}
