import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { clusterEndpoints } from '@/lib/contract/console/cluster-endpoints'
import type { PauseLength } from '@/lib/domain/healing'
import { call } from '../call'
import { clusterKeys } from '../queries/keys'

type Change = {
  cluster: { id: string; name: string }
  healing: 'on' | 'paused' | 'retried'
  forMinutes?: PauseLength
}

/** Leaves dead brokers of a cluster as they are for a while, has them healed again, or has those tried again that were given up. */
export const changeHealing = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['changeHealing'],
    mutationFn: ({ cluster, ...change }: Change) =>
      call(clusterEndpoints.changeHealing, { clusterId: cluster.id, ...change }),
    onSettled: () => client.invalidateQueries({ queryKey: clusterKeys.all }),
  })
