'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import { QueryView } from '@/components/feedback/query-view'
import { useRegion } from '@/components/shell/region'
import { CsvButton } from '@/components/table/csv-button'
import { DataTable } from '@/components/table/data-table'
import { FilterBar } from '@/components/table/filter-bar'
import { useAddress } from '@/components/table/use-address'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { SearchInput } from '@/components/ui/search-input'
import { SkeletonBars } from '@/components/ui/skeleton'
import { useNow } from '@/components/ui/use-now'
import { serverNow } from '@/lib/browser/clock'
import { foundOperations, operationsCsv } from '@/lib/browser/operation/found-operations'
import { operationsQuery } from '@/lib/browser/queries/operations'
import { OPERATIONS_LISTED_MAX, type ListedOperation } from '@/lib/contract/console/operations'
import { CLUSTER_OPERATIONS, REGION_OPERATIONS } from './operation-columns'

const STATES = [
  'IN_PROGRESS',
  'COMPLETE',
  'FAILED',
  'CANCELLED',
] as const satisfies ListedOperation['state'][]

/** Operations of the region, or of one cluster: found by words, by state, sorted, saved. */
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
  const [search, setSearch] = useAddress('q', '')
  const [state, setState] = useAddress('state', '')
  const found = foundOperations(operations, { words: search, state }, (kind) => words(`kind.${kind}`))
  const clear = () => {
    setSearch('')
    setState('')
  }
  return (
    <>
      <FilterBar
        label={t('filters')}
        end={<CsvButton name="operations" rows={() => operationsCsv(found, serverNow())} />}
      >
        <SearchInput value={search} onSearch={setSearch} label={t('search')} />
        <Chip pressed={state === ''} onPress={() => setState('')} count={operations.length}>
          {t('all')}
        </Chip>
        {STATES.map((one) => ({ one, count: operations.filter((each) => each.state === one).length }))
          .filter(({ one, count }) => count > 0 || one === state)
          .map(({ one, count }) => (
            <Chip
              key={one}
              pressed={state === one}
              onPress={() => setState(state === one ? '' : one)}
              count={count}
            >
              {words(`state.${one}`)}
            </Chip>
          ))}
      </FilterBar>
      <DataTable
        label={t('title')}
        rows={found}
        columns={clusterId === null ? REGION_OPERATIONS : CLUSTER_OPERATIONS}
        rowId={({ id }) => id}
        firstSort="-started"
        lines="one"
        empty={
          operations.length === 0 ? (
            <Empty title={t('empty')}>{t('emptyText')}</Empty>
          ) : (
            <Empty title={t('nothingFound')} action={<Button onClick={clear}>{t('clear')}</Button>}>
              {t('nothingFoundText', { count: operations.length })}
            </Empty>
          )
        }
      />
    </>
  )
}
