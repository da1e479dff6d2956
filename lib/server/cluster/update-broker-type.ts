import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import type { Verb } from '../http/context'
import { changeCluster } from './change/change-cluster'

/** One broker after the other starts anew as one of the other type. */
export const updateBrokerType: Verb<typeof mskEndpoints.UpdateBrokerType> = async ({ ctx, input }) => {
  const { clusterArn, currentVersion, targetInstanceType: instanceType } = input
  const changed = await changeCluster(ctx, {
    clusterArn,
    currentVersion,
    wishes: { instanceType },
    verb: 'UpdateBrokerType',
    told: { targetInstanceType: instanceType },
  })
  return { clusterArn, clusterOperationArn: changed.arn }
}
