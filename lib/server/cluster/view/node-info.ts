import { createHash } from 'node:crypto'
import type { NodeInfo } from '@/lib/contract/msk/node'
import { nodeArn, type ClusterArnParts } from '@/lib/domain/arn'
import type { ClusterSpecification } from '@/lib/domain/cluster'
import { FIRST_CONTROLLER_ID, type NodePlace, type NodeRole } from '@/lib/domain/node'
import { softwareInfo } from './cluster-info'

export type DescribedNode = {
  nodeId: number
  role: NodeRole
  place: NodePlace
  subnetId: string
  addedAt: Date
}

/** A node as MSK lists it: endpoints are host names without ports, types have no `kafka.` there. */
export function nodeInfo(
  cluster: ClusterArnParts,
  specification: ClusterSpecification,
  { nodeId, role, place, subnetId, addedAt }: DescribedNode,
): NodeInfo {
  const common = {
    addedToClusterTime: addedAt.toISOString(),
    nodeARN: nodeArn(cluster, nodeUuid(cluster.uuid, nodeId)),
  }
  const endpoints = [place.address]
  switch (role) {
    case 'broker':
    case 'combined':
      return {
        ...common,
        nodeType: 'BROKER',
        instanceType: specification.instanceType.replace(/^kafka\./, ''),
        brokerNodeInfo: {
          brokerId: nodeId,
          clientSubnet: subnetId,
          clientVpcIpAddress: place.address,
          currentBrokerSoftwareInfo: softwareInfo(specification),
          endpoints,
        },
      }
    case 'controller':
      return { ...common, controllerNodeInfo: { endpoints } }
    case 'zookeeper':
      return {
        ...common,
        zookeeperNodeInfo: {
          clientVpcIpAddress: place.address,
          endpoints,
          zookeeperId: nodeId - FIRST_CONTROLLER_ID + 1,
        },
      }
  }
}

/** The same for one node in every answer, without being stored: made from what names the node. */
function nodeUuid(clusterUuid: string, nodeId: number): string {
  const digest = createHash('sha256').update(`${clusterUuid}/${nodeId}`).digest('hex')
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    digest.slice(12, 16),
    digest.slice(16, 20),
    digest.slice(20, 32),
  ].join('-')
}
