import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { systemClock } from '../clock'
import type { Verb } from '../http/context'
import { operationSummary } from '../operation/view/operation-summary'
import { database, factTimes } from '../process'
import { clusterStatus, statusInclude } from '../status/read-cluster-status'
import { protectedClusters } from './protected-clusters'
import { specificationsOf } from './specification-of'
import { clusterSummary } from './view/cluster-summary'

/** Every cluster of a region by name, in a fixed number of queries. */
export const listClusterSummaries: Verb<typeof consoleEndpoints.listClusters> = async ({ input }) => {
  const rows = await database().cluster.findMany({
    where: { region: input.region },
    orderBy: { name: 'asc' },
    include: {
      ...statusInclude,
      nodes: { orderBy: { nodeId: 'asc' } },
      activeOperation: { include: { rows: { select: { phase: true } } } },
    },
  })
  const specifications = await specificationsOf(rows.map(({ id }) => id))
  const protectedOnes = await protectedClusters(rows.map(({ arn }) => arn))
  const now = systemClock.now()
  return {
    clusters: rows.flatMap((cluster) => {
      const specification = specifications.get(cluster.id)
      const { activeOperation } = cluster
      return specification
        ? [
            clusterSummary({
              cluster,
              specification,
              status: clusterStatus(cluster, now),
              operation: activeOperation ? operationSummary(activeOperation) : null,
              isProtected: protectedOnes.has(cluster.arn),
              times: factTimes(cluster.id),
              now,
            }),
          ]
        : []
    }),
  }
}
