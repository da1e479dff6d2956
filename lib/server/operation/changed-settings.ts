import { z } from 'zod'
import type { MutableClusterInfo } from '@/lib/contract/msk/operation'
import { clusterSpecificationSchema, publicAccessType, type ClusterSpecification } from '@/lib/domain/cluster'
import { NO_OPEN_MONITORING } from '@/lib/domain/open-monitoring'
import { openMonitoringInfo } from '@/lib/contract/msk/cluster-settings'
import { monitoringLevel } from '@/lib/domain/metrics/level'
import type { Operation } from '@/generated/prisma/client'
import { database } from '../process'

export type ChangedSettings = { source: MutableClusterInfo; target: MutableClusterInfo }

/**
 * What each operation changed, from the specifications it led from and to. Those of long ago are not kept: then
 * nothing is said.
 */
export async function changedSettings(
  operations: readonly Operation[],
): Promise<ReadonlyMap<string, ChangedSettings>> {
  const wanted = operations.flatMap(({ clusterId, sourceGeneration, targetGeneration }) => [
    [clusterId, sourceGeneration ?? -1],
    [clusterId, targetGeneration],
  ])
  const found: unknown = await database().$queryRaw`
    SELECT g."clusterId", g."number", g."specification"
    FROM json_each(${JSON.stringify(wanted)}) w JOIN "Generation" g
      ON g."clusterId" = json_extract(w.value, '$[0]') AND g."number" = json_extract(w.value, '$[1]')`
  const specifications = new Map(
    rowsSchema
      .parse(found)
      .map(({ clusterId, number, specification }) => [
        `${clusterId} ${number}`,
        clusterSpecificationSchema.parse(JSON.parse(specification)),
      ]),
  )
  return new Map(
    operations.flatMap(({ id, clusterId, sourceGeneration, targetGeneration }) => {
      const source = specifications.get(`${clusterId} ${sourceGeneration}`)
      const target = specifications.get(`${clusterId} ${targetGeneration}`)
      return source && target ? [[id, differing(source, target)]] : []
    }),
  )
}

const rowsSchema = z.array(
  z.object({ clusterId: z.string(), number: z.coerce.number(), specification: z.string() }),
)

function differing(source: ClusterSpecification, target: ClusterSpecification): ChangedSettings {
  const isSame = (of: (specification: ClusterSpecification) => unknown): boolean =>
    JSON.stringify(of(source)) === JSON.stringify(of(target))
  const hasLevel = !isSame(({ enhancedMonitoring }) => enhancedMonitoring)
  const hasConfiguration = !isSame(({ configurationInfo }) => configurationInfo)
  const hasVolume = !isSame(({ volumeSizeGiB }) => volumeSizeGiB)
  const hasVersion = !isSame(({ kafkaVersion }) => kafkaVersion)
  const hasType = !isSame(({ instanceType }) => instanceType)
  const hasCount = !isSame(({ brokerCount }) => brokerCount)
  const hasAccess = !isSame(({ access }) => access)
  const hasExporters = !isSame(({ openMonitoring }) => openMonitoring ?? NO_OPEN_MONITORING)
  const changedOf = ({
    enhancedMonitoring,
    configurationInfo,
    kafkaVersion,
    volumeSizeGiB,
    instanceType,
    brokerCount,
    access,
    openMonitoring = NO_OPEN_MONITORING,
  }: ClusterSpecification): MutableClusterInfo => ({
    ...(hasLevel ? { enhancedMonitoring: monitoringLevel(enhancedMonitoring) } : {}),
    ...(hasExporters ? { openMonitoring: openMonitoringInfo(openMonitoring) } : {}),
    ...(hasVolume
      ? { brokerEBSVolumeInfo: [{ kafkaBrokerNodeId: 'All', volumeSizeGB: volumeSizeGiB }] }
      : {}),
    ...(hasVersion ? { kafkaVersion } : {}),
    ...(hasType ? { instanceType } : {}),
    ...(hasCount ? { numberOfBrokerNodes: brokerCount } : {}),
    ...(hasAccess ? { connectivityInfo: { publicAccess: { type: publicAccessType(access) } } } : {}),
    // MSK's default configuration is told by saying none.
    ...(hasConfiguration && configurationInfo !== undefined ? { configurationInfo } : {}),
  })
  return { source: changedOf(source), target: changedOf(target) }
}
