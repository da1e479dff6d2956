'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { NotFoundView } from '@/components/shell/not-found-view'
import { SkeletonBars } from '@/components/ui/skeleton'
import { useNow } from '@/components/ui/use-now'
import { CallError } from '@/lib/browser/call-error'
import { lanesOf } from '@/lib/browser/operation/lanes'
import { operationQuery } from '@/lib/browser/queries/operations'
import { ChangesPanel } from './changes-panel'
import { EventsPanel } from './events-panel'
import { LanesPanel } from './lanes-panel'
import { MovesPanel } from './moves/moves-panel'
import { OperationFacts } from './operation-facts'
import { OperationHead } from './operation-head'
import { OperationLine } from './operation-line'
import { ReceiptPanel } from './receipt-panel'
import { SteeringPanel } from './steering-panel'

const TICK_MS = 200

/** One operation coming true: how far, what it waits for, every node on one axis of time, and what happened. */
export function OperationView({ operationId }: { operationId: string }) {
  const t = useTranslations('operation')
  const errors = useTranslations('errors')
  const query = useQuery(operationQuery(operationId))
  useNow(TICK_MS, query.data?.state === 'IN_PROGRESS')
  if (query.error instanceof CallError && query.error.isNotFound) {
    return <NotFoundView title={t('notFound')} text={t('notFoundText')} />
  }
  return (
    <QueryView
      query={query}
      failed={t('loadFailed')}
      loading={<SkeletonBars lines={6} label={errors('loading')} />}
    >
      {(operation) => {
        const lanes = lanesOf(operation)
        return (
          <>
            <OperationHead operation={operation} />
            <OperationFacts operation={operation} />
            <OperationLine operation={operation} lanes={lanes} />
            <SteeringPanel operation={operation} />
            <MovesPanel operation={operation} />
            <ReceiptPanel operation={operation} />
            <LanesPanel operation={operation} lanes={lanes} />
            <ChangesPanel operation={operation} />
            <EventsPanel operation={operation} />
          </>
        )
      }}
    </QueryView>
  )
}
