import type { TestCluster } from '@/lib/broker-runtime/local/testing/test-cluster'
import type { Database } from '../../../db'

/** The rows of a cluster that a test runs by the driver alone. */
export async function plantTestCluster(
  database: Database,
  { cluster, specification, specifications }: TestCluster,
): Promise<void> {
  await database.cluster.create({
    data: {
      ...cluster,
      region: 'us-east-1',
      kafkaClusterId: specifications[0]?.kafkaClusterId ?? '',
      createdAt: new Date(),
      currentVersion: 'KTEST',
      generation: 1,
      presence: 'present',
      generations: { create: { number: 1, specification: JSON.stringify(specification) } },
      nodes: {
        create: specifications.map(({ nodeId, role, place: { address, portBase } }, index) => {
          const zone = specification.zones[index % specification.zones.length]
          return {
            nodeId,
            role,
            address,
            portBase,
            zoneId: zone?.zoneId ?? '',
            subnetId: zone?.subnetId ?? '',
            addedAt: new Date(),
          }
        }),
      },
    },
  })
}
