import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { clusterCan } from '@/lib/domain/cluster'
import { changeConfiguration, type Revision } from '@/lib/domain/configuration/configuration-change'
import { audited } from '../audit'
import { chosenRevision } from '../configuration/chosen-revision'
import { keepConfiguration } from '../configuration/keep-configuration'
import { badRequest } from '../http/api-error'
import type { Context, Verb } from '../http/context'
import { changeOrRefuse } from './change-desired'
import { changingCluster } from './changing-cluster'

type Change = {
  clusterArn: string
  currentVersion: string
  /** Null: what MSK sets by itself. */
  configurationInfo: Revision['info'] | null
}

export const updateClusterConfiguration: Verb<typeof mskEndpoints.UpdateClusterConfiguration> = async ({
  ctx,
  input,
}) => {
  const { arn } = await applyRevision(ctx, input)
  return { clusterArn: input.clusterArn, clusterOperationArn: arn }
}

/** The same revision again is fine: what was told to brokers since then is put right. */
export async function applyRevision(ctx: Context, { clusterArn, currentVersion, configurationInfo }: Change) {
  const { cluster, specification: source } = await changingCluster(ctx, {
    clusterArn,
    currentVersion,
    may: clusterCan.changeConfiguration,
  })
  const revision =
    configurationInfo === null ? null : await fittingRevision(cluster.region, configurationInfo, source)
  const { specification } = changeConfiguration(source, revision)
  const changed = await changeOrRefuse(cluster, {
    kind: 'UPDATE',
    mskType: 'UPDATE_CLUSTER_CONFIGURATION',
    actor: ctx.actor,
    specification,
    presence: 'present',
    further: [
      ...keepConfiguration(ctx, specification),
      audited(ctx, 'UpdateClusterConfiguration', clusterArn, configurationInfo ?? { default: true }),
    ],
  })
  return changed
}

async function fittingRevision(
  region: string,
  info: Revision['info'],
  { kafkaVersion, brokerCount }: { kafkaVersion: string; brokerCount: number },
): Promise<Revision> {
  const { refusals, properties } = await chosenRevision({ region, info, kafkaVersion, brokerCount })
  const [first] = refusals
  if (first) throw badRequest(first.message, 'configurationInfo')
  return { properties, info }
}
