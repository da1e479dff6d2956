'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { NotFoundView } from '@/components/shell/not-found-view'
import { PageHead } from '@/components/shell/page-head'
import { useTitle } from '@/components/shell/use-title'
import { Panel } from '@/components/ui/panel'
import { useDebounced } from '@/components/ui/use-debounced'
import { CallError } from '@/lib/browser/call-error'
import { clusterQuery } from '@/lib/browser/queries/clusters'
import { searchLogsQuery } from '@/lib/browser/queries/logs'
import { FoundLines } from './found-lines'
import { SearchFields } from './search-fields'
import { useLogsSearch } from './use-logs-search'

const TYPING_MS = 300

/** One search across the logs of all nodes of a cluster, in time order. */
export function LogsView({ clusterId }: { clusterId: string }) {
  const t = useTranslations('logs')
  const words = useTranslations('cluster')
  const titles = useTranslations('titles')
  const fields = useLogsSearch(clusterId)
  const asked = useDebounced(fields.search, TYPING_MS)
  const query = useQuery(searchLogsQuery(asked))
  const cluster = useQuery(clusterQuery(clusterId)).data
  useTitle(cluster === undefined ? null : titles('namedLogs', { cluster: cluster.name }))
  if (query.error instanceof CallError && query.error.isNotFound) {
    return <NotFoundView title={words('notFound')} text={words('notFoundText')} />
  }
  return (
    <>
      <PageHead level={2} title={t('title')} subtitle={t('subtitle', { cluster: cluster?.name ?? '' })} />
      <Panel>
        <div className="flex h-[calc(100dvh-282px)] min-h-[420px] flex-col gap-3 px-4 py-3 max-desk:px-3">
          <SearchFields fields={fields} nodes={cluster?.nodes ?? []} />
          <QueryView query={query} failed={t('failed')}>
            {(found) => (
              <FoundLines
                found={found}
                asked={asked}
                nodes={cluster?.nodes ?? []}
                isSearching={query.isFetching}
                onAgain={() => void query.refetch()}
                onOlder={fields.setTo}
              />
            )}
          </QueryView>
        </div>
      </Panel>
    </>
  )
}
