'use client'

import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import { OPERATION_LOOKS } from '@/components/operation/operation-looks'
import { Time } from '@/components/text/time'
import { useDuration } from '@/components/text/use-duration'
import { Panel } from '@/components/ui/panel'
import { StateIcon } from '@/components/ui/state-icon'
import { TextLink } from '@/components/ui/text-link'
import { toneText } from '@/components/ui/tone'
import { serverNow } from '@/lib/browser/clock'
import { routes } from '@/lib/browser/routes'
import type { ClusterDetail, OperationSummary } from '@/lib/contract/console/clusters'

export function RecentOperations({ cluster }: { cluster: ClusterDetail }) {
  const t = useTranslations('cluster')
  return (
    <Panel title={t('operations')}>
      {cluster.recentOperations.length === 0 ? (
        <Empty title={t('operationsEmpty')}>{t('operationsEmptyText')}</Empty>
      ) : (
        <ul>
          {cluster.recentOperations.map((operation) => (
            <OperationItem key={operation.id} operation={operation} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function OperationItem({ operation }: { operation: OperationSummary }) {
  const t = useTranslations('operation')
  const time = useTranslations('time')
  const duration = useDuration()
  const { id, clusterId, name, state, startedAt, endedAt } = operation
  const look = OPERATION_LOOKS[state]
  const endMs = endedAt === null ? serverNow() : Date.parse(endedAt)
  return (
    <li className="flex min-h-9 items-center gap-2 border-t border-line px-4 py-1 text-13 tabular-nums first:border-t-0 max-desk:px-3">
      <StateIcon shape={look.shape} className={`size-3.5 ${toneText[look.tone]}`} />
      <TextLink asChild kind="quiet" className="min-w-0 flex-1 py-0.5">
        <NextLink href={routes.operation(clusterId, id)}>
          {t(`name.${name}`)}
          <span className="sr-only">{`, ${t(`state.${state}`)}`}</span>
        </NextLink>
      </TextLink>
      <span className="text-text-2">{duration(endMs - Date.parse(startedAt))}</span>
      <span className="w-24 text-right text-text-2">
        {endedAt === null ? time('now') : <Time iso={startedAt} look="short" />}
      </span>
    </li>
  )
}
