import type { Prisma } from '@/generated/prisma/client'
import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { removeAlarms } from '../alarm/delete-alarms'
import { audited } from '../audit'
import { commit } from '../db'
import { badRequest, notFound } from '../http/api-error'
import type { Verb } from '../http/context'
import { database, events, wake } from '../process'
import { changedMeanwhile } from './change-desired'
import { cancelledOperation } from './delete-cluster'

/**
 * A person's decision about a cluster whose directories know of later things than this database: it is driven by what
 * the database says after all, or forgotten. Neither touches a process or a directory here and now.
 */
export const decideHeld: Verb<typeof consoleEndpoints.decideHeld> = async ({ ctx, input }) => {
  const { clusterId, decision, clusterName } = input
  const db = database()
  const cluster = await db.cluster.findUnique({ where: { id: clusterId } })
  if (!cluster) throw notFound(`There is no cluster ${clusterId}.`, 'clusterId')
  if (cluster.heldBecause === null) {
    throw badRequest(`The cluster ${cluster.name} waits for nobody: nothing has to be decided.`, 'clusterId')
  }
  if (clusterName !== cluster.name) {
    throw badRequest(`Type the name of the cluster, ${cluster.name}, to decide.`, 'clusterName')
  }
  const { id, arn, heldBecause } = cluster
  const held: Prisma.ClusterWhereUniqueInput = { id, heldBecause: { not: null } }
  const decided =
    decision === 'adopt'
      ? [db.cluster.update({ where: held, data: { heldBecause: null } })]
      : [
          ...cancelledOperation(cluster.activeOperationId, 'Its cluster was forgotten.'),
          ...(await removeAlarms({ clusterId })),
          db.tag.deleteMany({ where: { resourceArn: arn } }),
          db.cluster.delete({ where: held }),
        ]
  const verb = decision === 'adopt' ? 'AdoptCluster' : 'DiscardCluster'
  if (!(await commit(db, [...decided, audited(ctx, verb, arn, { heldBecause })]))) throw changedMeanwhile()
  wake(clusterId)
  events().publish('clusters')
  events().publish('alarms')
  events().publish(`cluster/${clusterId}`)
  return {}
}
