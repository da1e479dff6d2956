'use client'

import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { useDuration } from '@/components/text/use-duration'
import { Panel } from '@/components/ui/panel'
import { StateIcon } from '@/components/ui/state-icon'
import { TextLink } from '@/components/ui/text-link'
import { useNow } from '@/components/ui/use-now'
import { serverNow } from '@/lib/browser/clock'
import { routes } from '@/lib/browser/routes'
import type { ClusterSummary } from '@/lib/contract/console/clusters'

/** What is being changed right now, each a link to where it can be watched. */
export function RunningOperations({ clusters }: { clusters: readonly ClusterSummary[] }) {
  const t = useTranslations('clusters')
  const kinds = useTranslations('operation.name')
  const duration = useDuration()
  const running = clusters.flatMap(({ operation }) => (operation === null ? [] : [operation]))
  useNow(1000, running.length > 0)
  if (running.length === 0) return null
  return (
    <Panel
      title={t('running')}
      end={t('runningCount', { count: running.length })}
      className="desk:max-w-[calc(50%-8px)]"
    >
      <ul>
        {running.map((operation) => (
          <li
            key={operation.id}
            className="flex min-h-9 items-center gap-2 border-t border-line px-4 py-1 text-13 tabular-nums first:border-t-0 max-desk:px-3"
          >
            <StateIcon shape="half" className="size-3.5 text-run" />
            <TextLink asChild kind="quiet" className="min-w-0 flex-1">
              <NextLink href={routes.operation(operation.clusterId, operation.id)}>
                {kinds(operation.name)}
              </NextLink>
            </TextLink>
            <span className="min-w-0 flex-1 truncate text-text-2 normal-nums">{operation.clusterName}</span>
            <span className="text-text-2">{duration(serverNow() - Date.parse(operation.startedAt))}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
