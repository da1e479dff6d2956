import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { clusterCan } from '@/lib/domain/cluster'
import { audited } from '../audit'
import { systemClock } from '../clock'
import { badRequest, notFound } from '../http/api-error'
import type { Verb } from '../http/context'
import { database } from '../process'
import { clusterStatus, statusInclude } from '../status/read-cluster-status'
import { changeOrRefuse } from './change-desired'
import { refuseHeld } from './refuse-held'
import { specificationOf } from './specification-of'

/** Stops or starts a cluster: data, addresses and ARN stay, memory comes back. MSK has no such operation. */
export const changePower: Verb<typeof consoleEndpoints.changePower> = async ({ ctx, input }) => {
  const { clusterId, power } = input
  const cluster = await database().cluster.findUnique({ where: { id: clusterId }, include: statusInclude })
  if (!cluster) throw notFound(`There is no cluster ${clusterId}.`, 'clusterId')
  const specification = await specificationOf(cluster)
  const { state } = clusterStatus(cluster, systemClock.now())
  const standing = { state, power: specification.power }
  const permission = power === 'on' ? clusterCan.start(standing) : clusterCan.stop(standing)
  if (!permission.may) throw badRequest(permission.why, 'power')
  refuseHeld(cluster)
  const changed = await changeOrRefuse(cluster, {
    kind: power === 'on' ? 'START' : 'STOP',
    actor: ctx.actor,
    specification: { ...specification, power },
    presence: 'present',
    further: [audited(ctx, power === 'on' ? 'StartCluster' : 'StopCluster', cluster.arn)],
  })
  return { operationId: changed.operationId }
}
