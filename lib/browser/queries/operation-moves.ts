import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { OperationDetail } from '@/lib/contract/console/clusters'
import { operationMoveEndpoints } from '@/lib/contract/console/operation-moves'
import { call } from '../call'
import { operationMoveKeys } from './keys'

/** What was planned never changes. */
export const operationMovesQuery = (operationId: string) =>
  queryOptions({
    queryKey: operationMoveKeys.plan(operationId),
    queryFn: ({ signal }) => call(operationMoveEndpoints.listOperationMoves, { operationId }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })

const LOOK_MS = 1_500

/** Asked once more when the operation ended: then each has its last word. */
export const moveProgressQuery = ({ id, state }: Pick<OperationDetail, 'id' | 'state'>) =>
  queryOptions({
    queryKey: operationMoveKeys.progress(id, state),
    queryFn: ({ signal }) => call(operationMoveEndpoints.getMoveProgress, { operationId: id }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: state === 'IN_PROGRESS' ? LOOK_MS : false,
  })
