import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { clusterCan, type ClusterSpecification } from '@/lib/domain/cluster'
import type { Revision } from '@/lib/domain/configuration/configuration-change'
import { findKafkaVersion, type KafkaVersion } from '@/lib/domain/kafka-version'
import { changeVersion, upgradeProblem } from '@/lib/domain/upgrade'
import { audited } from '../audit'
import { chosenRevision } from '../configuration/chosen-revision'
import { keepConfiguration } from '../configuration/keep-configuration'
import { badRequest } from '../http/api-error'
import type { Verb } from '../http/context'
import { changeOrRefuse } from './change-desired'
import { changingCluster } from './changing-cluster'

/** A rolling upgrade. Until the features are raised at its end, a release that does not work is taken back. */
export const updateClusterKafkaVersion: Verb<typeof mskEndpoints.UpdateClusterKafkaVersion> = async ({
  ctx,
  input,
}) => {
  const { clusterArn, currentVersion, targetKafkaVersion: target, configurationInfo } = input
  const { cluster, specification: source } = await changingCluster(ctx, {
    clusterArn,
    currentVersion,
    may: clusterCan.changeVersion,
  })
  const { refusals, version, revision } = await upgradeOf(cluster.region, source, {
    target,
    configurationInfo,
  })
  const [first] = refusals
  if (first) throw badRequest(first.message, first.field)
  if (!version) throw new Error(`${target} passed the rules and is unknown.`)
  const { specification } = changeVersion(source, version, revision)
  const changed = await changeOrRefuse(cluster, {
    kind: 'UPDATE',
    mskType: 'UPDATE_CLUSTER_KAFKA_VERSION',
    actor: ctx.actor,
    specification,
    presence: 'present',
    further: [
      ...keepConfiguration(ctx, specification),
      audited(ctx, 'UpdateClusterKafkaVersion', clusterArn, {
        targetKafkaVersion: target,
        ...(configurationInfo ? { configurationInfo } : {}),
      }),
    ],
  })
  return { clusterArn, clusterOperationArn: changed.arn }
}

type Upgrade = { target: string; configurationInfo?: Revision['info'] | undefined }

/**
 * Why it cannot be, else the version (null where there is no way to it) and the revision that comes with it. The one a cluster has is read again for the new release:
 * what an older one took, a newer may refuse.
 */
export async function upgradeOf(
  region: string,
  source: ClusterSpecification,
  { target, configurationInfo }: Upgrade,
): Promise<{
  refusals: { field: string; message: string }[]
  version: KafkaVersion | null
  revision: Revision | 'same'
}> {
  const problem = upgradeProblem(source, target)
  if (problem !== null) {
    return { refusals: [{ field: 'targetKafkaVersion', message: problem }], version: null, revision: 'same' }
  }
  const version = findKafkaVersion(target) ?? null
  const info = configurationInfo ?? source.configurationInfo
  if (info === undefined) return { refusals: [], version, revision: 'same' }
  const { refusals, properties } = await chosenRevision({
    region,
    info,
    kafkaVersion: target,
    brokerCount: source.brokerCount,
  })
  return {
    refusals: refusals.map(({ message }) => ({ field: 'configurationInfo', message })),
    version,
    revision: configurationInfo === undefined ? 'same' : { info, properties },
  }
}
