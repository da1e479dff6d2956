import type { clusterCan, ClusterSpecification, Permission } from '@/lib/domain/cluster'
import { systemClock } from '../clock'
import { badRequest } from '../http/api-error'
import type { Context } from '../http/context'
import { clusterStatus, statusInclude } from '../status/read-cluster-status'
import { findCluster } from './find-cluster'
import { refuseHeld } from './refuse-held'
import { specificationOf } from './specification-of'

type Change = {
  clusterArn: string
  /** The caller's word of what it last saw; another one since then is a change it does not know of. Not asked of all. */
  currentVersion?: string
  may: (standing: Parameters<typeof clusterCan.changeConfiguration>[0]) => Permission
}

/** A cluster that may be changed now, as its row and specification were read. */
export async function changingCluster(ctx: Context, { clusterArn, currentVersion, may }: Change) {
  const cluster = await findCluster(ctx, clusterArn, statusInclude)
  if (currentVersion !== undefined && currentVersion !== cluster.currentVersion) {
    throw badRequest(
      'The version of the cluster isn’t current. Check the current version and try again.',
      'currentVersion',
    )
  }
  const specification: ClusterSpecification = await specificationOf(cluster)
  const { state } = clusterStatus(cluster, systemClock.now())
  const permission = may({ state, power: specification.power })
  if (!permission.may) throw badRequest(permission.why)
  refuseHeld(cluster)
  return { cluster, specification }
}
