import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import type { NodeDetail } from '@/lib/contract/console/nodes'
import type { ClusterSpecification } from '@/lib/domain/cluster'
import { healingPause } from '@/lib/domain/healing'
import { exporterPorts, NO_OPEN_MONITORING } from '@/lib/domain/open-monitoring'
import {
  endpointOf,
  formatEndpoint,
  placeFor,
  portsOf,
  servesClients,
  type NodePlace,
  type NodeRole,
  type PortName,
} from '@/lib/domain/node'
import { systemClock } from '../clock'
import { placeOf } from '../cluster/place-of'
import { specificationOf } from '../cluster/specification-of'
import { nodeView } from '../cluster/view/cluster-summary'
import type { Verb } from '../http/context'
import { database, factTimes, runtime } from '../process'
import { clusterStatus, statusInclude } from '../status/read-cluster-status'
import { bootView } from './boot-view'
import { findNode } from './find-node'

const BOOTS_SHOWN = 50

/** One node: what was asked for, what was seen, what its folder says, and how it lived so far. */
export const getNode: Verb<typeof consoleEndpoints.getNode> = async ({ input: { clusterId, nodeId } }) => {
  const db = database()
  const { ref, row } = await findNode(clusterId, nodeId)
  const [cluster, specification, record, boots, starts] = await Promise.all([
    db.cluster.findUniqueOrThrow({ where: { id: clusterId }, include: statusInclude }),
    specificationOf(ref.cluster),
    runtime().nodeRecord(ref),
    db.nodeBoot.findMany({ where: { clusterId, nodeId }, orderBy: { startedAt: 'desc' }, take: BOOTS_SHOWN }),
    db.nodeBoot.count({ where: { clusterId, nodeId } }),
  ])
  const now = systemClock.now()
  const { view, observedAt } = clusterStatus(cluster, now)
  const zone = specification.zones.find(({ zoneId }) => zoneId === row.zoneId)
  const holdsPartitions = servesClients(ref.role)
  return {
    ...nodeView(
      specification,
      row,
      view?.nodes.find((node) => node.nodeId === nodeId),
      factTimes(clusterId),
    ),
    starts,
    clusterId,
    clusterName: ref.cluster.name,
    zoneName: zone?.zoneName ?? row.zoneId,
    subnetId: row.subnetId,
    kafkaClusterId: cluster.kafkaClusterId,
    release: specification.release,
    mode: specification.mode,
    power: specification.power,
    isHealingPaused: healingPause(cluster, now) !== null,
    observedAt: observedAt?.toISOString() ?? null,
    ...(holdsPartitions ? specification.brokerHeap : specification.voterHeap),
    volumeSizeGiB: holdsPartitions ? specification.volumeSizeGiB : null,
    endpoints: endpointsOf(ref.role, placeFor(specification.access, placeOf(row)), specification),
    addedAt: row.addedAt.toISOString(),
    directory: record.directory,
    directoryId: record.formatted?.directoryId ?? null,
    recordedNodeId: record.formatted?.nodeId ?? null,
    recordedClusterId: record.formatted?.kafkaClusterId ?? null,
    javaVersion: record.javaVersion,
    diskBytes: record.diskBytes,
    logBytes: record.logBytes,
    boots: boots.map(bootView),
  }
}

type Use = NodeDetail['endpoints'][number]['use']

/** The ports ZooKeeper members keep for each other are of no use to anyone else. */
const USES: Partial<Record<PortName, Use>> = {
  client: 'client',
  replication: 'replication',
  controller: 'controller',
  zookeeper: 'zookeeper',
  agent: 'agent',
  jmxExporter: 'jmxExporter',
  nodeExporter: 'nodeExporter',
}

function endpointsOf(
  role: NodeRole,
  place: NodePlace,
  { mode, openMonitoring = NO_OPEN_MONITORING }: ClusterSpecification,
): NodeDetail['endpoints'] {
  const own = [...portsOf({ role }), ...exporterPorts(openMonitoring)].flatMap((port) => {
    const use = USES[port]
    if (use === undefined || (use === 'controller' && mode === 'ZOOKEEPER')) return []
    return [{ use, endpoint: formatEndpoint(endpointOf(place, port)) }]
  })
  const { external } = place
  return external ? [...own, { use: 'external' as const, endpoint: formatEndpoint(external) }] : own
}
