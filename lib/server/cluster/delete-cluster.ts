import type { Prisma } from '@/generated/prisma/client'
import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { clusterCan } from '@/lib/domain/cluster'
import { removeAlarms } from '../alarm/delete-alarms'
import { audited } from '../audit'
import { systemClock } from '../clock'
import { badRequest, conflict } from '../http/api-error'
import type { Context, Verb } from '../http/context'
import { CANCELLED } from '../operation/operation-state'
import { database, events } from '../process'
import { clusterStatus, statusInclude } from '../status/read-cluster-status'
import { changeDesired } from './change-desired'
import { findCluster } from './find-cluster'
import { protectedClusters } from './protected-clusters'
import { refuseHeld } from './refuse-held'
import { specificationOf } from './specification-of'

const ATTEMPTS_MAX = 5

/** Allowed in every state but DELETING: whatever runs is cancelled. Name and addresses are free when all is gone. */
export const deleteCluster: Verb<typeof mskEndpoints.DeleteCluster> = async ({ ctx, input }) => {
  const { clusterArn, currentVersion } = input
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
    if (await tryDelete(ctx, clusterArn, currentVersion)) return { clusterArn, state: 'DELETING' }
  }
  throw conflict('The cluster kept changing while it was to be deleted. Try again.')
}

async function tryDelete(
  ctx: Context,
  clusterArn: string,
  currentVersion: string | undefined,
): Promise<boolean> {
  const cluster = await findCluster(ctx, clusterArn, statusInclude)
  const { state } = clusterStatus(cluster, systemClock.now())
  const isProtected = (await protectedClusters([clusterArn])).has(clusterArn)
  const permission = clusterCan.delete({ state, isProtected })
  if (!permission.may) throw badRequest(permission.why)
  if (currentVersion !== undefined && currentVersion !== cluster.currentVersion) {
    throw badRequest(
      'The version of the cluster isn’t current. Check the current version and try again.',
      'currentVersion',
    )
  }
  refuseHeld(cluster)
  const changed = await changeDesired(cluster, {
    kind: 'DELETE',
    actor: ctx.actor,
    specification: await specificationOf(cluster),
    presence: 'absent',
    further: [
      ...cancelledOperation(cluster.activeOperationId, 'Cancelled by the deletion of the cluster.'),
      // They would ring for what the deletion itself does. Alarms that a caller put stay, as on AWS.
      ...(await removeAlarms({ clusterId: cluster.id })),
      audited(ctx, 'DeleteCluster', clusterArn),
    ],
  })
  if (changed) events().publish('alarms')
  if (changed && cluster.activeOperationId !== null)
    events().publish(`operation/${cluster.activeOperationId}`)
  return changed !== null
}

/** Statements, for the transaction in which its cluster goes. */
export function cancelledOperation(
  operationId: string | null,
  errorMessage: string,
): Prisma.PrismaPromise<unknown>[] {
  if (operationId === null) return []
  return [
    database().operation.update({
      where: { id: operationId, endedAt: null },
      data: {
        state: 'UPDATE_FAILED',
        endedAt: new Date(systemClock.now()),
        errorCode: CANCELLED,
        errorMessage,
      },
    }),
  ]
}
