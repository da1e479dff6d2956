import { z } from 'zod'
import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { audited } from '../audit'
import { systemClock } from '../clock'
import { commit } from '../db'
import { badRequest } from '../http/api-error'
import type { Verb } from '../http/context'
import { findNode } from '../node/find-node'
import { database, events, wake } from '../process'
import { clusterStatus, statusInclude } from '../status/read-cluster-status'
import { changedMeanwhile } from './change-desired'
import { refuseHeld } from './refuse-held'

const lostSchema = z.object({ is: z.literal('directoryLost'), node: z.number(), partition: z.string() })

/**
 * A person's decision that healing must not take: the broker that was the last to hold some partitions comes back
 * empty. From here on it counts as one that never held anything, which is how a new one begins.
 */
export const acceptLoss: Verb<typeof consoleEndpoints.acceptLoss> = async ({ ctx, input }) => {
  const { clusterId, nodeId, clusterName } = input
  const db = database()
  await findNode(clusterId, nodeId)
  const cluster = await db.cluster.findUniqueOrThrow({ where: { id: clusterId }, include: statusInclude })
  if (clusterName !== cluster.name) {
    throw badRequest(`Type the name of the cluster, ${cluster.name}, to accept the loss.`, 'clusterName')
  }
  const waitingFor = clusterStatus(cluster, systemClock.now()).view?.health.waitingFor
  const lost = lostSchema.safeParse(waitingFor)
  if (!lost.success || lost.data.node !== nodeId) {
    throw badRequest(
      `Broker ${nodeId} does not wait for anybody to decide: it was not seen to have lost the last copy of a partition.`,
      'nodeId',
    )
  }
  refuseHeld(cluster)
  const where = { clusterId_nodeId: { clusterId, nodeId } }
  const stored = await commit(db, [
    db.node.update({ where, data: { formatted: false } }),
    audited(ctx, 'AcceptLoss', cluster.arn, { nodeId, partition: lost.data.partition }),
  ])
  if (!stored) throw changedMeanwhile()
  wake(clusterId)
  events().publish(`cluster/${clusterId}`)
  return {}
}
