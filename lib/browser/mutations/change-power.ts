import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { clusterEndpoints } from '@/lib/contract/console/cluster-endpoints'
import { call } from '../call'
import { rememberOperation } from '../own-operations'
import { clusterKeys } from '../queries/keys'

/** Stops a cluster (data, addresses and ARN are kept) or starts it again. */
export const changePower = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['changePower'],
    // Remembered here and not on success: a view that does something of its own then would undo that.
    mutationFn: async (input: { clusterId: string; power: 'on' | 'off' }) => {
      const { operationId } = await call(clusterEndpoints.changePower, input)
      rememberOperation(operationId)
    },
    onSettled: () => client.invalidateQueries({ queryKey: clusterKeys.all }),
  })
