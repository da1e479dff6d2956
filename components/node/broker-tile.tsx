'use client'

import { clsx } from 'clsx'
import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { Aged } from '@/components/feedback/aged'
import { State } from '@/components/ui/state'
import type { Tone } from '@/components/ui/tone'
import { formatBytes } from '@/lib/browser/format/bytes'
import { routes } from '@/lib/browser/routes'
import type { NodeView } from '@/lib/contract/console/clusters'
import { HEALTH_LOOKS, type NodeHealth } from './health-looks'
import { LogButton } from './log-button'
import { useNodeName } from './node-name'
import { ReplicaCells } from './replica-cells'

/** The tile wears a tint only while it is not normal. */
const TINT: Record<Tone, string> = {
  ok: 'border-line-strong bg-surface',
  idle: 'border-line bg-bg',
  run: 'border-run-solid bg-run-tint',
  warn: 'border-warn-solid bg-warn-tint',
  bad: 'border-bad-solid bg-bad-tint',
}

type BrokerTileProps = { clusterId: string; node: NodeView; health: NodeHealth; cellSize: number }

export function BrokerTile({ clusterId, node, health, cellSize }: BrokerTileProps) {
  const t = useTranslations('node')
  const name = useNodeName()(node)
  const look = HEALTH_LOOKS[health]
  return (
    <article
      aria-label={name}
      className={clsx(
        'grid min-w-0 content-start gap-2 rounded-3 border px-[11px] pt-[9px] pb-2 text-12 text-text-2',
        TINT[look.tone],
      )}
    >
      <header>
        <div className="flex flex-wrap items-center justify-between gap-x-1.5 text-13 font-semibold text-text">
          <h4>
            <NextLink
              href={routes.node(clusterId, node.nodeId)}
              className="underline-offset-2 hover:underline"
            >
              {name}
            </NextLink>
          </h4>
          <State look={look} className="text-12">
            {t(`health.${health}`)}
          </State>
        </div>
        <div className="mono truncate text-text-3" title={node.endpoint}>
          {node.endpoint}
        </div>
      </header>
      <ReplicaCells node={node} cellSize={cellSize} />
      {health === 'stopped' ? null : <Figures node={node} />}
      {node.lastExitReason === null || health === 'serving' ? null : (
        <p className="line-clamp-3 text-text [overflow-wrap:anywhere]" title={node.lastExitReason}>
          {node.lastExitReason}
        </p>
      )}
      <LogButton clusterId={clusterId} node={node} className="-mx-2 -mb-0.5 justify-self-start" />
    </article>
  )
}

function Figures({ node }: { node: NodeView }) {
  const t = useTranslations('node')
  return (
    <dl>
      {node.role === 'combined' ? <Row term={t('alsoController')} value="" /> : null}
      <Row term={t('leaders')} value={node.leaderPartitions ?? t('none')} at={node.countedAt} />
      <InSyncRow node={node} />
      <Row
        term={t('memory')}
        value={node.pssBytes === null ? t('none') : formatBytes(node.pssBytes)}
        at={node.memoryAt}
      />
    </dl>
  )
}

function InSyncRow({ node: { inSyncReplicas, replicas, countedAt } }: { node: NodeView }) {
  const t = useTranslations('node')
  const isBehind = inSyncReplicas !== null && replicas !== null && inSyncReplicas < replicas
  const count =
    inSyncReplicas === null || replicas === null
      ? t('none')
      : t('inSyncCount', { inSync: inSyncReplicas, replicas })
  return <Row term={t('inSync')} value={count} warn={isBehind} at={countedAt} />
}

type RowProps = { term: string; value: string | number; warn?: boolean; at?: string | null }

function Row({ term, value, warn = false, at = null }: RowProps) {
  return (
    <div className="flex min-h-[18px] items-center justify-between gap-1.5">
      <dt>{term}</dt>
      <dd>
        <Aged at={at} className={warn ? 'font-semibold text-warn' : 'font-medium text-text'}>
          {value}
        </Aged>
      </dd>
    </div>
  )
}
