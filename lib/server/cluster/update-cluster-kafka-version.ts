import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import type { Verb } from '../http/context'
import { changeCluster } from './change/change-cluster'

/** A rolling upgrade. Until the features are raised at its end, a release that does not work is taken back. */
export const updateClusterKafkaVersion: Verb<typeof mskEndpoints.UpdateClusterKafkaVersion> = async ({
  ctx,
  input,
}) => {
  const { clusterArn, currentVersion, targetKafkaVersion, configurationInfo } = input
  const changed = await changeCluster(ctx, {
    clusterArn,
    currentVersion,
    wishes: { kafkaVersion: targetKafkaVersion, revision: configurationInfo },
    verb: 'UpdateClusterKafkaVersion',
    told: { targetKafkaVersion, ...(configurationInfo ? { configurationInfo } : {}) },
  })
  return { clusterArn, clusterOperationArn: changed.arn }
}
