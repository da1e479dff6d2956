import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { ClusterSpecification } from '@/lib/domain/cluster'
import { endpointOf, formatEndpoint, placeFor, servesClients, type Endpoint } from '@/lib/domain/node'
import type { Node } from '@/generated/prisma/client'
import { placeOf, roleOf } from '../place-of'

/** Where clients on this machine reach the brokers, by id. */
export const clientEndpoints = (nodes: readonly Node[]): Endpoint[] =>
  nodes
    .filter((node) => servesClients(roleOf(node)))
    .toSorted((a, b) => a.nodeId - b.nodeId)
    .map((node) => endpointOf(placeOf(node), 'client'))

/** The strings clients connect with: one a listener that the cluster has, all its brokers by id. */
export function connectionStrings(
  { access }: Pick<ClusterSpecification, 'access'>,
  nodes: readonly Node[],
): ClusterDetail['connection'] {
  const placed = nodes
    .toSorted((a, b) => a.nodeId - b.nodeId)
    .map((node) => ({ role: roleOf(node), place: placeFor(access, placeOf(node)) }))
  const brokers = placed.filter(({ role }) => servesClients(role)).map(({ place }) => place)
  const ensemble = placed.filter(({ role }) => role === 'zookeeper')
  const strings: [ClusterDetail['connection'][number]['listener'], Endpoint[]][] = [
    ['PLAINTEXT', clientEndpoints(nodes)],
    ['EXTERNAL_PLAINTEXT', brokers.flatMap(({ external }) => external ?? [])],
    ['ZOOKEEPER', ensemble.map(({ place }) => endpointOf(place, 'zookeeper'))],
  ]
  return strings
    .filter(([, endpoints]) => endpoints.length > 0)
    .map(([listener, endpoints]) => ({ listener, bootstrap: endpoints.map(formatEndpoint).join(',') }))
}
