import { queryOptions } from '@tanstack/react-query'
import { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { call } from '../call'
import { pollMs } from './poll'

export const operationKeys = {
  all: ['operations'] as const,
  detail: (operationId: string) => [...operationKeys.all, operationId] as const,
}

export const operationQuery = (operationId: string) =>
  queryOptions({
    queryKey: operationKeys.detail(operationId),
    queryFn: ({ signal }) => call(consoleEndpoints.getOperation, { operationId }, { signal }),
    // What is finished never changes again.
    refetchInterval: ({ state }) =>
      state.data === undefined || state.data.state === 'IN_PROGRESS' ? pollMs({ inFlight: true }) : false,
  })
