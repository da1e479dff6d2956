import { CLUSTER_TYPE, type Cluster, type ClusterInfo, type Provisioned } from '@/lib/contract/msk/cluster'
import { publicAccessType, type ClusterSpecification, type ClusterState } from '@/lib/domain/cluster'
import { monitoringLevel } from '@/lib/domain/metrics/level'
import { openMonitoringInfo } from '@/lib/contract/msk/cluster-settings'
import { NO_OPEN_MONITORING } from '@/lib/domain/open-monitoring'
import type { CustomerAction } from '@/lib/domain/volume-limit'
import { endpointOf, formatEndpoint, type NodePlace, type NodeRole } from '@/lib/domain/node'

/** A cluster's rows as MSK describes it. Pure: what is not built yet is said as off, never left to be guessed. */
export type DescribedCluster = {
  arn: string
  name: string
  createdAt: Date
  currentVersion: string
  state: ClusterState
  /** Why it failed. */
  stateMessage: string | null
  /** What a person is asked for about its volumes. */
  customerAction: CustomerAction
  /** Of an operation MSK would list; creation, deletion and power are none. */
  activeOperationArn: string | null
  specification: ClusterSpecification
  nodes: readonly { nodeId: number; role: NodeRole; place: NodePlace }[]
  tags: Readonly<Record<string, string>>
}

export const clusterInfo = (cluster: DescribedCluster): ClusterInfo => ({
  ...shared(cluster),
  ...provisioned(cluster),
})

export const clusterV2 = (cluster: DescribedCluster): Cluster => ({
  ...shared(cluster),
  clusterType: CLUSTER_TYPE,
  provisioned: provisioned(cluster),
})

const shared = (cluster: DescribedCluster) => ({
  ...(cluster.activeOperationArn === null ? {} : { activeOperationArn: cluster.activeOperationArn }),
  clusterArn: cluster.arn,
  clusterName: cluster.name,
  creationTime: cluster.createdAt.toISOString(),
  currentVersion: cluster.currentVersion,
  state: cluster.state,
  ...(cluster.state === 'FAILED' && cluster.stateMessage !== null
    ? { stateInfo: { code: 'CREATION_FAILED', message: cluster.stateMessage } }
    : {}),
  tags: { ...cluster.tags },
})

/** What brokers run, and with which revision where it is not the default. */
export const softwareInfo = ({ kafkaVersion, configurationInfo: configuration }: ClusterSpecification) => ({
  kafkaVersion,
  ...(configuration === undefined
    ? {}
    : { configurationArn: configuration.arn, configurationRevision: configuration.revision }),
})

const OFF = { enabled: false } as const

const UNAUTHENTICATED = {
  sasl: { scram: OFF, iam: OFF },
  tls: { ...OFF, certificateAuthorityArnList: [] },
  unauthenticated: { enabled: true },
}

const provisioned = ({ specification, nodes, customerAction }: DescribedCluster): Provisioned => ({
  brokerNodeGroupInfo: {
    brokerAZDistribution: 'DEFAULT',
    clientSubnets: specification.zones.map(({ subnetId }) => subnetId),
    instanceType: specification.instanceType,
    securityGroups: specification.securityGroups,
    storageInfo: {
      ebsStorageInfo: { volumeSize: specification.volumeSizeGiB, provisionedThroughput: OFF },
    },
    connectivityInfo: {
      publicAccess: { type: publicAccessType(specification.access) },
      vpcConnectivity: { clientAuthentication: { sasl: { scram: OFF, iam: OFF }, tls: OFF } },
      networkType: 'IPV4',
    },
    zoneIds: specification.zones.map(({ zoneId }) => zoneId),
  },
  ...(specification.namesAuthentication === true ? { clientAuthentication: UNAUTHENTICATED } : {}),
  currentBrokerSoftwareInfo: softwareInfo(specification),
  encryptionInfo: { encryptionInTransit: { clientBroker: 'PLAINTEXT', inCluster: false } },
  enhancedMonitoring: monitoringLevel(specification.enhancedMonitoring),
  openMonitoring: openMonitoringInfo(specification.openMonitoring ?? NO_OPEN_MONITORING),
  loggingInfo: { brokerLogs: { cloudWatchLogs: OFF, firehose: OFF, s3: OFF } },
  numberOfBrokerNodes: specification.brokerCount,
  ...zookeeper(nodes),
  storageMode: 'LOCAL',
  customerActionStatus: customerAction,
})

function zookeeper(nodes: DescribedCluster['nodes']): Pick<Provisioned, 'zookeeperConnectString'> {
  const members = nodes
    .filter(({ role }) => role === 'zookeeper')
    .toSorted((a, b) => a.nodeId - b.nodeId)
    .map(({ place }) => formatEndpoint(endpointOf(place, 'zookeeper')))
  return members.length === 0 ? {} : { zookeeperConnectString: members.join(',') }
}
