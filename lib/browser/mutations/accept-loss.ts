import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { nodeEndpoints } from '@/lib/contract/console/node-endpoints'
import { call } from '../call'
import { clusterKeys } from '../queries/keys'

type Decision = { clusterId: string; nodeId: number; clusterName: string }

/** Lets a broker come back empty that was the last to hold some partitions. */
export const acceptLoss = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['acceptLoss'],
    mutationFn: (decision: Decision) => call(nodeEndpoints.acceptLoss, decision),
    onSettled: () => client.invalidateQueries({ queryKey: clusterKeys.all }),
  })
