import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { systemClock } from '../clock'
import { specificationOf } from '../cluster/specification-of'
import { nodeView } from '../cluster/view/cluster-summary'
import { notFound } from '../http/api-error'
import type { Verb } from '../http/context'
import { database, factTimes } from '../process'
import { clusterStatus, statusInclude } from '../status/read-cluster-status'

/** Every node of a cluster with how often it was started. */
export const listNodes: Verb<typeof consoleEndpoints.listNodes> = async ({ input: { clusterId } }) => {
  const cluster = await database().cluster.findUnique({
    where: { id: clusterId },
    include: {
      ...statusInclude,
      nodes: { orderBy: { nodeId: 'asc' }, include: { _count: { select: { boots: true } } } },
    },
  })
  if (!cluster) throw notFound(`There is no cluster ${clusterId}.`, 'clusterId')
  const specification = await specificationOf(cluster)
  const { view } = clusterStatus(cluster, systemClock.now())
  const times = factTimes(clusterId)
  return {
    nodes: cluster.nodes.map(({ _count, ...node }) => ({
      ...nodeView(
        specification,
        node,
        view?.nodes.find(({ nodeId }) => nodeId === node.nodeId),
        times,
      ),
      starts: _count.boots,
    })),
  }
}
