import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import type { Verb } from '../http/context'
import { changeCluster } from './change/change-cluster'
import { logging, refuseWished } from './create/not-built'

/** What is measured, and what Prometheus may scrape. */
export const updateMonitoring: Verb<typeof mskEndpoints.UpdateMonitoring> = async ({ ctx, input }) => {
  const { clusterArn, currentVersion, enhancedMonitoring, openMonitoring, loggingInfo } = input
  refuseWished(loggingInfo ? logging(loggingInfo) : [])
  const { jmxExporter, nodeExporter } = openMonitoring?.prometheus ?? {}
  const monitoring = {
    enhancedMonitoring,
    jmxExporter: jmxExporter?.enabledInBroker,
    nodeExporter: nodeExporter?.enabledInBroker,
  }
  const changed = await changeCluster(ctx, {
    clusterArn,
    currentVersion,
    wishes: { monitoring },
    verb: 'UpdateMonitoring',
    told: monitoring,
  })
  return { clusterArn, clusterOperationArn: changed.arn }
}
