import type { TestCluster } from '@/lib/broker-runtime/local/testing/test-cluster'
import type { MonitoringLevel } from '@/lib/domain/metrics/level'
import { endpointOf, servesClients } from '@/lib/domain/node'
import type { WatchedCluster } from '../watched-cluster'

/** A cluster of the local driver as the collection knows it, without a database. */
export function watchedTestCluster(kafka: TestCluster, level: MonitoringLevel): WatchedCluster {
  const { specifications, specification } = kafka
  return {
    ref: kafka.cluster,
    region: 'us-east-1',
    generation: 1,
    level,
    specification,
    roles: new Map(specifications.map(({ nodeId, role }) => [nodeId, role])),
    clients: specifications
      .filter(({ role }) => servesClients(role))
      .map(({ place }) => endpointOf(place, 'client')),
  }
}
