import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import type { Verb } from '../http/context'
import { changeCluster } from './change/change-cluster'

/** The same revision again is fine: what was told to brokers since then is put right. */
export const updateClusterConfiguration: Verb<typeof mskEndpoints.UpdateClusterConfiguration> = async ({
  ctx,
  input,
}) => {
  const { clusterArn, currentVersion, configurationInfo } = input
  const changed = await changeCluster(ctx, {
    clusterArn,
    currentVersion,
    wishes: { revision: configurationInfo },
    verb: 'UpdateClusterConfiguration',
    told: configurationInfo,
  })
  return { clusterArn, clusterOperationArn: changed.arn }
}
