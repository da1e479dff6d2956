import type { CreatePlanInput } from '@/lib/contract/console/plan'
import type { CreateClusterV2Input, ProvisionedRequest } from '@/lib/contract/msk/create-cluster'
import { openMonitoringInfo } from '@/lib/contract/msk/cluster-settings'
import { mosaikTags } from '@/lib/domain/cluster-request'
import { NO_OPEN_MONITORING, type OpenMonitoring } from '@/lib/domain/open-monitoring'
import { defaultSubnets } from '@/lib/domain/network'

/** Where a command or a configuration for this request is to be sent. */
export type PlanPlace = { endpointUrl: string; region: string }

/** The choices of the console's form as the request that any other client would send for them. */
export function planRequest(
  region: string,
  input: CreatePlanInput,
): CreateClusterV2Input & { tags: Record<string, string>; provisioned: ProvisionedRequest } {
  const { shape, profile, access, ports = 'MSK', alarms = 'NONE', behaviour = 'MSK' } = input
  const { openMonitoring, configurationInfo } = input
  const clientSubnets = input.subnets ?? usualSubnets(region, shape)
  return {
    clusterName: input.clusterName,
    tags: { ...input.tags, ...mosaikTags({ shape, profile, access, ports, alarms, behaviour }) },
    provisioned: {
      kafkaVersion: input.kafkaVersion,
      numberOfBrokerNodes: input.brokersPerZone * clientSubnets.length,
      brokerNodeGroupInfo: {
        instanceType: input.instanceType,
        clientSubnets,
        storageInfo: { ebsStorageInfo: { volumeSize: input.volumeSizeGiB } },
      },
      ...(configurationInfo === undefined ? {} : { configurationInfo }),
      ...exportersSaid(openMonitoring),
    },
  }
}

/** Both are said where one is wanted, as MSK describes them; neither where none is. */
function exportersSaid({ jmxExporter, nodeExporter }: OpenMonitoring = NO_OPEN_MONITORING): Pick<
  ProvisionedRequest,
  'openMonitoring'
> {
  if (!jmxExporter && !nodeExporter) return {}
  return { openMonitoring: openMonitoringInfo({ jmxExporter, nodeExporter }) }
}

function usualSubnets(region: string, shape: CreatePlanInput['shape']): string[] {
  const subnets = defaultSubnets(region).map(({ subnetId }) => subnetId)
  return shape === 'DEVELOPMENT' ? subnets.slice(0, 1) : subnets
}
