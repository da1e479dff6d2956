import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { clusterCan } from '@/lib/domain/cluster'
import { endpointOf, formatEndpoint } from '@/lib/domain/node'
import { systemClock } from '../clock'
import { badRequest } from '../http/api-error'
import type { Verb } from '../http/context'
import { clusterStatus, statusInclude } from '../status/read-cluster-status'
import { findCluster } from './find-cluster'
import { placeOf } from './place-of'

/** All brokers, by id: MSK names three and not always the same ones, which makes callers sort and compare. */
export const getBootstrapBrokers: Verb<typeof mskEndpoints.GetBootstrapBrokers> = async ({ ctx, input }) => {
  const cluster = await findCluster(ctx, input.clusterArn, {
    ...statusInclude,
    nodes: { where: { role: { in: ['broker', 'combined'] } }, orderBy: { nodeId: 'asc' } },
  })
  const { state } = clusterStatus(cluster, systemClock.now())
  const permission = clusterCan.connect({ state, power: 'on' })
  if (!permission.may) throw badRequest(permission.why)
  const endpoints = cluster.nodes.map((node) => formatEndpoint(endpointOf(placeOf(node), 'client')))
  return { bootstrapBrokerString: endpoints.join(',') }
}
