import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import type { Verb } from '../http/context'
import { changeCluster } from './change/change-cluster'

/** Both directions have one call on MSK, and a type of operation each. */
export const updateBrokerCount: Verb<typeof mskEndpoints.UpdateBrokerCount> = async ({ ctx, input }) => {
  const { clusterArn, currentVersion, targetNumberOfBrokerNodes: brokerCount } = input
  const changed = await changeCluster(ctx, {
    clusterArn,
    currentVersion,
    wishes: { brokerCount },
    verb: 'UpdateBrokerCount',
    told: { targetNumberOfBrokerNodes: brokerCount },
  })
  return { clusterArn, clusterOperationArn: changed.arn }
}
