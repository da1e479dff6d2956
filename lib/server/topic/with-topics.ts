import { parseClusterArn, type ClusterArnParts } from '@/lib/domain/arn'
import { clusterCan } from '@/lib/domain/cluster'
import { endpointOf, formatEndpoint, type Endpoint } from '@/lib/domain/node'
import type { Prisma } from '@/generated/prisma/client'
import { systemClock } from '../clock'
import { clusterGone, findCluster } from '../cluster/find-cluster'
import { placeOf } from '../cluster/place-of'
import { roomAsked } from '../cluster/room-asked'
import { refuseHeld } from '../cluster/refuse-held'
import { specificationOf } from '../cluster/specification-of'
import { clientEndpoints } from '../cluster/view/connection'
import { ApiError, badRequest, notFound } from '../http/api-error'
import type { Context } from '../http/context'
import { openAdmin, type KafkaAdmin } from '../kafka/admin'
import { database, events, runtime, wake } from '../process'
import { clusterStatus, statusInclude, type ClusterStatusRead } from '../status/read-cluster-status'
import { kafkaRefusal, type Intent } from './kafka-refusal'

type Work<Result> = (admin: KafkaAdmin, cluster: ClusterArnParts) => Promise<Result>

const include = { ...statusInclude, nodes: true } as const satisfies Prisma.ClusterInclude
type TopicsCluster = Prisma.ClusterGetPayload<{ include: typeof include }>

/** Does something with the topics of a cluster, if its state allows that, over connections of its own. */
export async function withTopics<Result>(
  ctx: Context,
  clusterArn: string,
  intent: Intent,
  work: Work<Result>,
): Promise<Result> {
  return inCluster(await findCluster(ctx, clusterArn, include), intent, work)
}

/** The same for the console, which names clusters by their id. */
export async function withTopicsOf<Result>(
  clusterId: string,
  intent: Intent,
  work: Work<Result>,
): Promise<Result> {
  const cluster = await database().cluster.findUnique({ where: { id: clusterId }, include })
  if (!cluster) throw notFound(`There is no cluster ${clusterId}.`, 'clusterId')
  return inCluster(cluster, intent, work)
}

/** A cluster of the console whose brokers may be talked to now, or the refusal that says why not. */
export async function reachableCluster(clusterId: string, intent: Intent) {
  const cluster = await database().cluster.findUnique({ where: { id: clusterId }, include })
  if (!cluster) throw notFound(`There is no cluster ${clusterId}.`, 'clusterId')
  return { cluster, ...(await mayBeReached(cluster, intent)) }
}

async function mayBeReached(cluster: TopicsCluster, intent: Intent) {
  const parts = parseClusterArn(cluster.arn)
  if (!parts) throw clusterGone(cluster.arn)
  const { power } = await specificationOf(cluster)
  const status = clusterStatus(cluster, systemClock.now())
  const permission = clusterCan[intent === 'read' ? 'readTopics' : 'changeTopics']({
    state: status.state,
    power,
  })
  if (!permission.may) throw badRequest(permission.why)
  if (intent === 'change') refuseHeld(cluster)
  // At the addresses of fake brokers someone else's may listen: another Mosaik on this machine, for one.
  if (runtime().capabilities.driver === 'fake') {
    throw new ApiError(
      'ClusterConnectivityException',
      'The fake driver runs no brokers, so there are no topics and no groups.',
    )
  }
  return { parts, status }
}

async function inCluster<Result>(
  cluster: TopicsCluster,
  intent: Intent,
  work: Work<Result>,
): Promise<Result> {
  const { parts, status } = await mayBeReached(cluster, intent)
  const admin = openAdmin({ bootstrap: servingFirst(cluster, status) })
  try {
    // Before it: a broker that holds nothing any more could be stopped before it has deleted.
    if (intent === 'change' && (await roomAsked(database(), cluster.id, systemClock.now())).count > 0)
      wake(cluster.id)
    const result = await work(admin, parts)
    if (intent === 'change') {
      wake(cluster.id)
      events().publish(`topics/${cluster.id}`)
    }
    return result
  } catch (thrown) {
    throw kafkaRefusal(thrown, intent)
  } finally {
    admin.close()
  }
}

/** A broker that was just seen not to serve is asked last: each one that stays silent costs its timeout. */
function servingFirst({ nodes }: TopicsCluster, { view }: ClusterStatusRead): Endpoint[] {
  const away = new Set(
    (view?.nodes ?? []).filter(({ health }) => health !== 'serving').map(({ nodeId }) => nodeId),
  )
  const awayAt = new Set(
    nodes
      .filter(({ nodeId }) => away.has(nodeId))
      .map((node) => formatEndpoint(endpointOf(placeOf(node), 'client'))),
  )
  return clientEndpoints(nodes).toSorted(
    (a, b) => Number(awayAt.has(formatEndpoint(a))) - Number(awayAt.has(formatEndpoint(b))),
  )
}
