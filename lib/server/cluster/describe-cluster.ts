import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import type { Context, Verb } from '../http/context'
import { describedCluster, describedInclude } from './described-cluster'
import { findCluster } from './find-cluster'
import { clusterInfo, clusterV2 } from './view/cluster-info'

export const describeCluster: Verb<typeof mskEndpoints.DescribeCluster> = async ({ ctx, input }) => ({
  clusterInfo: clusterInfo(await describe(ctx, input.clusterArn)),
})

export const describeClusterV2: Verb<typeof mskEndpoints.DescribeClusterV2> = async ({ ctx, input }) => ({
  clusterInfo: clusterV2(await describe(ctx, input.clusterArn)),
})

const describe = async (ctx: Context, clusterArn: string) =>
  describedCluster(await findCluster(ctx, clusterArn, describedInclude))
