import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { clusterEndpoints } from '@/lib/contract/console/cluster-endpoints'
import { call } from '../call'
import { operationKeys } from '../queries/keys'

type Order = {
  operationId: string
  pace?: 'paused' | 'resumed'
  bytesPerSecond?: number
  takeBack?: true
}

/** Slower, faster, a pause, or back. */
export const steerOperation = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['steerOperation'],
    mutationFn: (order: Order) => call(clusterEndpoints.steerOperation, order),
    onSettled: (_reply, _error, { operationId }) =>
      client.invalidateQueries({ queryKey: operationKeys.detail(operationId) }),
  })
