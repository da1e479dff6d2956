import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import type { Verb } from '../http/context'
import { describedCluster } from './described-cluster'
import { clusterInfo, clusterV2 } from './view/cluster-info'

export const describeCluster: Verb<typeof mskEndpoints.DescribeCluster> = async ({ ctx, input }) => ({
  clusterInfo: clusterInfo(await describedCluster(ctx, input.clusterArn)),
})

export const describeClusterV2: Verb<typeof mskEndpoints.DescribeClusterV2> = async ({ ctx, input }) => ({
  clusterInfo: clusterV2(await describedCluster(ctx, input.clusterArn)),
})
