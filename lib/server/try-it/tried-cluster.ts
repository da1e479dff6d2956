import { endpointOf, servesClients } from '@/lib/domain/node'
import { placeOf, roleOf } from '../cluster/place-of'
import { reachableCluster } from '../topic/with-topics'

/** A cluster whose brokers may be talked to now; they by id, with their addresses on this machine. */
export async function triedCluster(clusterId: string, intent: 'read' | 'change') {
  const { cluster } = await reachableCluster(clusterId, intent)
  const brokers = cluster.nodes
    .filter((node) => servesClients(roleOf(node)))
    .toSorted((a, b) => a.nodeId - b.nodeId)
    .map((node) => ({
      brokerId: node.nodeId,
      zoneId: node.zoneId,
      endpoint: endpointOf(placeOf(node), 'client'),
    }))
  return { cluster, brokers }
}
