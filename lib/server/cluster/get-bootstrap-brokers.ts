import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { clusterCan } from '@/lib/domain/cluster'
import { formatEndpoint } from '@/lib/domain/node'
import { systemClock } from '../clock'
import { badRequest } from '../http/api-error'
import type { Verb } from '../http/context'
import { clusterStatus, statusInclude } from '../status/read-cluster-status'
import { findCluster } from './find-cluster'
import { clientEndpoints } from './view/connection'

/** All brokers, by id: MSK names three and not always the same ones, which makes callers sort and compare. */
export const getBootstrapBrokers: Verb<typeof mskEndpoints.GetBootstrapBrokers> = async ({ ctx, input }) => {
  const cluster = await findCluster(ctx, input.clusterArn, {
    ...statusInclude,
    nodes: true,
  })
  const { state } = clusterStatus(cluster, systemClock.now())
  const permission = clusterCan.connect({ state, power: 'on' })
  if (!permission.may) throw badRequest(permission.why)
  return { bootstrapBrokerString: clientEndpoints(cluster.nodes).map(formatEndpoint).join(',') }
}
