'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import { QueryView } from '@/components/feedback/query-view'
import { useRegion } from '@/components/shell/region'
import type { Facet } from '@/components/table/facet-filter'
import { FilteredTable } from '@/components/table/filtered-table'
import { SkeletonBars } from '@/components/ui/skeleton'
import { useNow } from '@/components/ui/use-now'
import { serverNow } from '@/lib/browser/clock'
import { operationsCsv, operationText } from '@/lib/browser/operation/operation-list'
import { operationsQuery } from '@/lib/browser/queries/operations'
import { OPERATIONS_LISTED_MAX, type ListedOperation } from '@/lib/contract/console/operations'
import { OPERATION_NAMES } from '@/lib/domain/operation-name'
import { CLUSTER_OPERATIONS, REGION_OPERATIONS } from './operation-columns'

const STATES = [
  'IN_PROGRESS',
  'COMPLETE',
  'FAILED',
  'CANCELLED',
] as const satisfies ListedOperation['state'][]
const CSV = operationsCsv(serverNow)

/** Operations of the region, or of one cluster: found by words, by state and kind, sorted, saved. */
export function OperationsTable({ clusterId }: { clusterId: string | null }) {
  const t = useTranslations('operations')
  const errors = useTranslations('errors')
  const { region } = useRegion()
  const query = useQuery(operationsQuery(region, clusterId))
  // What runs grows older although nothing arrives.
  useNow(1000)
  return (
    <QueryView
      query={query}
      failed={t('failed')}
      loading={<SkeletonBars lines={6} label={errors('loading')} />}
    >
      {({ operations, truncated }) => (
        <>
          <FoundOperations operations={operations} clusterId={clusterId} />
          {truncated ? (
            <p className="text-12 text-text-3">{t('truncated', { count: OPERATIONS_LISTED_MAX })}</p>
          ) : null}
        </>
      )}
    </QueryView>
  )
}

type FoundOperationsProps = { operations: readonly ListedOperation[]; clusterId: string | null }

function FoundOperations({ operations, clusterId }: FoundOperationsProps) {
  const t = useTranslations('operations')
  const words = useTranslations('operation')
  const states: Facet<ListedOperation> = {
    name: 'state',
    label: t('columns.state'),
    valuesOf: ({ state }) => [state],
    word: (value) => words(`state.${STATES.find((state) => state === value) ?? 'COMPLETE'}`),
    order: STATES,
    look: 'chips',
  }
  const kinds: Facet<ListedOperation> = {
    name: 'kind',
    label: t('kindFilter'),
    valuesOf: ({ name }) => [name],
    word: (value) => words(`name.${OPERATION_NAMES.find((name) => name === value) ?? 'UPDATE'}`),
    order: OPERATION_NAMES,
    look: 'menu',
  }
  return (
    <FilteredTable
      label={t('title')}
      rows={operations}
      columns={clusterId === null ? REGION_OPERATIONS : CLUSTER_OPERATIONS}
      rowId={({ id }) => id}
      firstSort="-started"
      lines="one"
      search={{
        label: t('search'),
        textOf: (operation) => operationText(operation, words(`name.${operation.name}`)),
      }}
      facets={[states, kinds]}
      csv={{ name: 'operations', columns: CSV }}
      empty={<Empty title={t('empty')}>{t('emptyText')}</Empty>}
    />
  )
}
