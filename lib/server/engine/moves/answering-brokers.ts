import { endpointOf, servesClients } from '@/lib/domain/node'
import { isKnown } from '@/lib/domain/plan/world'
import type { StoredCluster } from '../stored/stored-cluster'
import type { Watch } from '../watch'

/** Brokers that answered at the last look, with where to ask them. */
export function answeringBrokers({ nodes }: StoredCluster, { runtime: { processes } }: Watch) {
  return nodes
    .filter(({ nodeId, role }) => {
      const proc = isKnown(processes) ? processes.value[nodeId] : undefined
      return servesClients(role) && proc?.answers === true
    })
    .map(({ nodeId, place }) => ({ nodeId, endpoint: endpointOf(place, 'client') }))
}
