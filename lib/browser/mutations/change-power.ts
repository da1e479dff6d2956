import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { call } from '../call'
import { rememberOperation } from '../own-operations'
import { clusterKeys } from '../queries/clusters'

/** Stops a cluster (data, addresses and ARN are kept) or starts it again. */
export const changePower = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['changePower'],
    mutationFn: (input: { clusterId: string; power: 'on' | 'off' }) =>
      call(consoleEndpoints.changePower, input),
    onSuccess: ({ operationId }) => rememberOperation(operationId),
    onSettled: () => client.invalidateQueries({ queryKey: clusterKeys.all }),
  })
