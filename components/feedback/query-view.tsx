import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { SkeletonBars } from '@/components/ui/skeleton'
import { ErrorInPlace } from './error-in-place'
import { StaleNote } from './stale-note'

type QueryViewProps<Data> = {
  query: UseQueryResult<Data>
  /** The sentence of the error: “The clusters could not be read.” */
  failed: string
  loading?: ReactNode
  children: (data: Data) => ReactNode
}

/** The states of what the server says, in one place: loading, failed, stale and there. Empty is the view's own. */
export function QueryView<Data>({ query, failed, loading, children }: QueryViewProps<Data>) {
  const t = useTranslations('errors')
  if (query.data === undefined) {
    if (query.isError)
      return <ErrorInPlace title={failed} error={query.error} onRetry={() => void query.refetch()} />
    return loading ?? <SkeletonBars label={t('loading')} />
  }
  return (
    <>
      {query.isError ? <StaleNote sinceMs={query.dataUpdatedAt} error={query.error} /> : null}
      {/* What nobody confirms any more stays, and turns grey. */}
      <div className={query.isError ? 'stale contents' : 'contents'}>{children(query.data)}</div>
    </>
  )
}
