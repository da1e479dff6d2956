import { recommendedAlarms, type RecommendedAlarm } from '@/lib/domain/alarm/recommended'
import { monitoringLevel } from '@/lib/domain/metrics/level'
import { specificationOf } from '../../cluster/specification-of'
import { notFound } from '../../http/api-error'
import { database } from '../../process'

/** A cluster with what is recommended for it as it is now: for the brokers and the monitoring level it has. */
export async function alarmsOf(clusterId: string) {
  const cluster = await database().cluster.findUnique({
    where: { id: clusterId, presence: 'present' },
    include: { nodes: { select: { nodeId: true, role: true } } },
  })
  if (!cluster) throw notFound(`The cluster ${clusterId} does not exist.`, 'clusterId')
  const { enhancedMonitoring } = await specificationOf(cluster)
  const brokerIds = cluster.nodes.filter(({ role }) => isBroker(role)).map(({ nodeId }) => nodeId)
  const alarms: readonly RecommendedAlarm[] = recommendedAlarms({
    clusterName: cluster.name,
    brokerIds: brokerIds.toSorted((a, b) => a - b),
    level: monitoringLevel(enhancedMonitoring),
  })
  return { cluster, alarms }
}

const isBroker = (role: string): boolean => role === 'broker' || role === 'combined'
