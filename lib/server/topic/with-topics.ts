import { parseClusterArn, type ClusterArnParts } from '@/lib/domain/arn'
import { clusterCan } from '@/lib/domain/cluster'
import { systemClock } from '../clock'
import { clusterGone, findCluster } from '../cluster/find-cluster'
import { refuseReadOnly } from '../cluster/refuse-read-only'
import { specificationOf } from '../cluster/specification-of'
import { clientEndpoints } from '../cluster/view/connection'
import { ApiError, badRequest } from '../http/api-error'
import type { Context } from '../http/context'
import { openAdmin, type KafkaAdmin } from '../kafka/admin'
import { runtime, wake } from '../process'
import { clusterStatus, statusInclude } from '../status/read-cluster-status'
import { kafkaRefusal, type Intent } from './kafka-refusal'

/** Does something with the topics of a cluster, if its state allows that, over connections of its own. */
export async function withTopics<Result>(
  ctx: Context,
  clusterArn: string,
  intent: Intent,
  work: (admin: KafkaAdmin, cluster: ClusterArnParts) => Promise<Result>,
): Promise<Result> {
  const cluster = await findCluster(ctx, clusterArn, {
    ...statusInclude,
    nodes: true,
  })
  const parts = parseClusterArn(cluster.arn)
  if (!parts) throw clusterGone(clusterArn)
  const { power } = await specificationOf(cluster)
  const { state } = clusterStatus(cluster, systemClock.now())
  const permission = clusterCan[intent === 'read' ? 'readTopics' : 'changeTopics']({ state, power })
  if (!permission.may) throw badRequest(permission.why)
  if (intent === 'change') refuseReadOnly(cluster)
  // At the addresses of fake brokers someone else's may listen: another Mosaik on this machine, for one.
  if (runtime().capabilities.driver === 'fake') {
    throw new ApiError(
      'ClusterConnectivityException',
      'The fake driver runs no brokers, so there are no topics.',
    )
  }
  const admin = openAdmin({ bootstrap: clientEndpoints(cluster.nodes) })
  try {
    const result = await work(admin, parts)
    if (intent === 'change') wake(cluster.id)
    return result
  } catch (thrown) {
    throw kafkaRefusal(thrown, intent)
  } finally {
    admin.close()
  }
}
