import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { clusterEndpoints } from '@/lib/contract/console/cluster-endpoints'
import type { GrowthRule } from '@/lib/domain/growth-rule'
import { call } from '../call'
import { clusterKeys } from '../queries/keys'

type Change = { cluster: { id: string }; rule: GrowthRule | null }

/** Has the volumes of a cluster grow by themselves, or not any more. */
export const changeGrowthRule = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['changeGrowthRule'],
    mutationFn: ({ cluster, rule }: Change) =>
      call(clusterEndpoints.changeGrowthRule, { clusterId: cluster.id, rule }),
    onSettled: () => client.invalidateQueries({ queryKey: clusterKeys.all }),
  })
