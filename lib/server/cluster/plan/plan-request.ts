import type { CreatePlanInput } from '@/lib/contract/console/plan'
import type { CreateClusterV2Input, ProvisionedRequest } from '@/lib/contract/msk/create-cluster'
import { mosaikTags } from '@/lib/domain/cluster-request'
import { defaultSubnets } from '@/lib/domain/network'

/** The choices of the console's form as the request that any other client would send for them. */
export function planRequest(
  region: string,
  input: CreatePlanInput,
): CreateClusterV2Input & { tags: Record<string, string>; provisioned: ProvisionedRequest } {
  const { shape, profile, access, ports = 'MSK', alarms = 'NONE' } = input
  const subnets = defaultSubnets(region).map(({ subnetId }) => subnetId)
  const clientSubnets = shape === 'DEVELOPMENT' ? subnets.slice(0, 1) : subnets
  return {
    clusterName: input.clusterName,
    tags: mosaikTags({ shape, profile, access, ports, alarms }),
    provisioned: {
      kafkaVersion: input.kafkaVersion,
      numberOfBrokerNodes: input.brokersPerZone * clientSubnets.length,
      brokerNodeGroupInfo: {
        instanceType: input.instanceType,
        clientSubnets,
        storageInfo: { ebsStorageInfo: { volumeSize: input.volumeSizeGiB } },
      },
    },
  }
}

/** Fields of the form by the member of the request they become. Tags are refused only for who may connect. */
const FIELDS: Record<string, keyof CreatePlanInput> = {
  clusterName: 'clusterName',
  kafkaVersion: 'kafkaVersion',
  instanceType: 'instanceType',
  volumeSize: 'volumeSizeGiB',
  numberOfBrokerNodes: 'brokersPerZone',
  clientSubnets: 'shape',
  brokerNodeGroupInfo: 'shape',
  tags: 'access',
}

export const formField = (member: string | null): string | null =>
  member === null ? null : (FIELDS[member] ?? null)
