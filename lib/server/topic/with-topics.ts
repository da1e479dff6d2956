import { parseClusterArn, type ClusterArnParts } from '@/lib/domain/arn'
import { clusterCan } from '@/lib/domain/cluster'
import { endpointOf } from '@/lib/domain/node'
import { systemClock } from '../clock'
import { clusterGone, findCluster } from '../cluster/find-cluster'
import { placeOf } from '../cluster/place-of'
import { refuseReadOnly } from '../cluster/refuse-read-only'
import { specificationOf } from '../cluster/specification-of'
import { badRequest } from '../http/api-error'
import type { Context } from '../http/context'
import { openAdmin, type KafkaAdmin } from '../kafka/admin'
import { clusterStatus, statusInclude } from '../status/read-cluster-status'
import { kafkaRefusal } from './kafka-refusal'

type Intent = 'read' | 'change'

/** Does something with the topics of a cluster, if its state allows that, over connections of its own. */
export async function withTopics<Result>(
  ctx: Context,
  clusterArn: string,
  intent: Intent,
  work: (admin: KafkaAdmin, cluster: ClusterArnParts) => Promise<Result>,
): Promise<Result> {
  const cluster = await findCluster(ctx, clusterArn, {
    ...statusInclude,
    nodes: { where: { role: { in: ['broker', 'combined'] } }, orderBy: { nodeId: 'asc' } },
  })
  const parts = parseClusterArn(cluster.arn)
  if (!parts) throw clusterGone(clusterArn)
  const { power } = await specificationOf(cluster)
  const { state } = clusterStatus(cluster, systemClock.now())
  const permission = clusterCan[intent === 'read' ? 'readTopics' : 'changeTopics']({ state, power })
  if (!permission.may) throw badRequest(permission.why)
  if (intent === 'change') refuseReadOnly(cluster)
  const admin = openAdmin({ bootstrap: cluster.nodes.map((node) => endpointOf(placeOf(node), 'client')) })
  try {
    return await work(admin, parts)
  } catch (thrown) {
    throw kafkaRefusal(thrown)
  } finally {
    admin.close()
  }
}
