import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { parseClusterArn } from '@/lib/domain/arn'
import type { Verb } from '../http/context'
import { pageInMemory } from '../http/paging'
import { clusterGone, findCluster } from './find-cluster'
import { placeOf, roleOf } from './place-of'
import { specificationOf } from './specification-of'
import { nodeInfo } from './view/node-info'

export const listNodes: Verb<typeof mskEndpoints.ListNodes> = async ({ ctx, input }) => {
  const cluster = await findCluster(ctx, input.clusterArn, { nodes: { orderBy: { nodeId: 'asc' } } })
  const parts = parseClusterArn(cluster.arn)
  if (!parts) throw clusterGone(cluster.arn)
  const specification = await specificationOf(cluster)
  const { page, next } = pageInMemory('nodes', cluster.nodes, input, {
    keyOf: ({ nodeId }) => String(nodeId),
    isAfter: ({ nodeId }, key) => nodeId > Number(key),
  })
  return {
    nodeInfoList: page.map((node) =>
      nodeInfo(parts, specification, { ...node, role: roleOf(node), place: placeOf(node) }),
    ),
    ...next,
  }
}
