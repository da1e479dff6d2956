import { CLUSTER_TYPE, clusterTypeSchema } from '@/lib/contract/msk/cluster'
import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { badRequest } from '../http/api-error'
import type { Verb } from '../http/context'
import { decodeToken, pageOf } from '../http/paging'
import { describedClustersByName } from './described-cluster'
import { clusterInfo, clusterV2 } from './view/cluster-info'

const LIST = 'clusters'

export const listClusters: Verb<typeof mskEndpoints.ListClusters> = async ({ ctx, input }) => {
  const { clusters, next } = await page({ ...input, region: ctx.region })
  return { clusterInfoList: clusters.map(clusterInfo), ...next }
}

export const listClustersV2: Verb<typeof mskEndpoints.ListClustersV2> = async ({ ctx, input }) => {
  const { clusterTypeFilter: type = CLUSTER_TYPE } = input
  const known = clusterTypeSchema.safeParse(type.toUpperCase())
  if (!known.success) {
    throw badRequest('clusterTypeFilter takes PROVISIONED or SERVERLESS.', 'clusterTypeFilter')
  }
  if (known.data !== CLUSTER_TYPE) return { clusterInfoList: [] }
  const { clusters, next } = await page({ ...input, region: ctx.region })
  return { clusterInfoList: clusters.map(clusterV2), ...next }
}

type Question = {
  region: string
  clusterNameFilter?: string | undefined
  maxResults: number
  nextToken?: string | undefined
}

async function page({ region, clusterNameFilter: prefix = '', maxResults, nextToken }: Question) {
  const after = decodeToken(LIST, nextToken)
  const found = await describedClustersByName({ region, prefix, after }, maxResults + 1)
  const { page: clusters, next } = pageOf(LIST, found, maxResults, ({ name }) => name)
  return { clusters, next }
}
