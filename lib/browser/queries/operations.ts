import { queryOptions } from '@tanstack/react-query'
import { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { call } from '../call'
import { pollMs } from './poll'

export const operationKeys = {
  all: ['operations'] as const,
  lists: () => [...operationKeys.all, 'list'] as const,
  list: (region: string, clusterId: string | null) =>
    [...operationKeys.lists(), region, clusterId ?? ''] as const,
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

/** Of a region, or of one cluster. */
export const operationsQuery = (region: string, clusterId: string | null) =>
  queryOptions({
    queryKey: operationKeys.list(region, clusterId),
    queryFn: ({ signal }) =>
      call(
        consoleEndpoints.listOperations,
        { region, ...(clusterId === null ? {} : { clusterId }) },
        { signal, region },
      ),
    refetchInterval: ({ state }) =>
      pollMs({ inFlight: state.data?.operations.some((one) => one.state === 'IN_PROGRESS') ?? false }),
  })
