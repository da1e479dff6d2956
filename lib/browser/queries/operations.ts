import { queryOptions } from '@tanstack/react-query'
import { clusterEndpoints } from '@/lib/contract/console/cluster-endpoints'
import { operationEndpoints } from '@/lib/contract/console/operations'
import { call } from '../call'
import { pollMs } from './poll'
import { operationKeys } from './keys'

export const operationQuery = (operationId: string) =>
  queryOptions({
    queryKey: operationKeys.detail(operationId),
    queryFn: ({ signal }) => call(clusterEndpoints.getOperation, { operationId }, { signal }),
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
        operationEndpoints.listOperations,
        { region, ...(clusterId === null ? {} : { clusterId }) },
        { signal, region },
      ),
    refetchInterval: ({ state }) =>
      pollMs({ inFlight: state.data?.operations.some((one) => one.state === 'IN_PROGRESS') ?? false }),
  })
