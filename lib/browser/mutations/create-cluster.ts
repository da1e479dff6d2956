import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import type { ClusterSummary } from '@/lib/contract/console/clusters'
import type { CreatePlan } from '@/lib/contract/console/plan'
import { createClusterV2Input } from '@/lib/contract/msk/create-cluster'
import { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { call } from '../call'
import { rememberOperation } from '../own-operations'
import { clustersQuery } from '../queries/clusters'
import { clusterKeys } from '../queries/keys'

type Order = { plan: Pick<CreatePlan, 'request'>; region: string }

/**
 * Posts the plan’s own request, so that what was read is what runs. MSK answers with an ARN; the console’s list then
 * says under which id the cluster and its operation are shown. Null: created, but not listed yet.
 */
export const createCluster = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['createCluster'],
    mutationFn: async ({ plan, region }: Order): Promise<ClusterSummary | null> => {
      const request = createClusterV2Input.parse(plan.request)
      const { clusterArn } = await call(mskEndpoints.CreateClusterV2, request, { region })
      await client.invalidateQueries({ queryKey: clusterKeys.lists() })
      const clusters = await client.fetchQuery({ ...clustersQuery(region), staleTime: 0 })
      const created = clusters.find(({ arn }) => arn === clusterArn) ?? null
      if (created?.operation) rememberOperation(created.operation.id)
      return created
    },
  })
