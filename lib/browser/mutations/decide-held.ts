import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { clusterEndpoints } from '@/lib/contract/console/cluster-endpoints'
import type { HeldDecision } from '@/lib/domain/held'
import { call } from '../call'
import { clusterKeys } from '../queries/keys'

type Decision = { clusterId: string; decision: HeldDecision; clusterName: string }

/** Has a cluster driven again that waited for a person's word, or forgotten. */
export const decideHeld = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['decideHeld'],
    mutationFn: (decision: Decision) => call(clusterEndpoints.decideHeld, decision),
    onSettled: () => client.invalidateQueries({ queryKey: clusterKeys.all }),
  })
