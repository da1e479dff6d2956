import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import type { Revision } from '@/lib/domain/configuration/configuration-change'
import type { Context, Verb } from '../http/context'
import { changeCluster } from './change/change-cluster'

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
export const applyRevision = (ctx: Context, { clusterArn, currentVersion, configurationInfo }: Change) =>
  changeCluster(ctx, {
    clusterArn,
    currentVersion,
    wishes: { revision: configurationInfo },
    verb: 'UpdateClusterConfiguration',
    told: configurationInfo ?? { default: true },
  })
