import type { z } from 'zod'
import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { clusterCan, type ClusterSpecification } from '@/lib/domain/cluster'
import { NO_OPEN_MONITORING } from '@/lib/domain/open-monitoring'
import { audited } from '../audit'
import { badRequest } from '../http/api-error'
import type { Verb } from '../http/context'
import { changeOrRefuse } from './change-desired'
import { changingCluster } from './changing-cluster'
import { logging, refuseWished } from './create/not-built'

type Input = z.output<typeof mskEndpoints.UpdateMonitoring.input>

/**
 * What is measured changes from the next reading on, without touching a node. Open monitoring of the JVMs is part of
 * their start: switching it restarts the nodes one after another.
 */
export const updateMonitoring: Verb<typeof mskEndpoints.UpdateMonitoring> = async ({ ctx, input }) => {
  const { clusterArn, currentVersion } = input
  const { cluster, specification } = await changingCluster(ctx, {
    clusterArn,
    currentVersion,
    may: clusterCan.changeMonitoring,
  })
  refuseWished(input.loggingInfo ? logging(input.loggingInfo) : [])
  const change = changeOf(input, specification)
  const changed = await changeOrRefuse(cluster, {
    kind: 'UPDATE',
    mskType: 'UPDATE_MONITORING',
    actor: ctx.actor,
    specification: { ...specification, ...change },
    presence: 'present',
    further: [audited(ctx, 'UpdateMonitoring', clusterArn, change)],
  })
  return { clusterArn, clusterOperationArn: changed.arn }
}

/** Members that say what is so already are fine: Terraform always sends all of them. */
function changeOf(
  { enhancedMonitoring, openMonitoring }: Input,
  specification: ClusterSpecification,
): Pick<ClusterSpecification, 'enhancedMonitoring' | 'openMonitoring'> {
  const { jmxExporter, nodeExporter } = openMonitoring?.prometheus ?? {}
  const is = specification.openMonitoring ?? NO_OPEN_MONITORING
  const change = {
    enhancedMonitoring: enhancedMonitoring ?? specification.enhancedMonitoring,
    openMonitoring: {
      jmxExporter: jmxExporter?.enabledInBroker ?? is.jmxExporter,
      nodeExporter: nodeExporter?.enabledInBroker ?? is.nodeExporter,
    },
  }
  const isSame =
    change.enhancedMonitoring === specification.enhancedMonitoring &&
    change.openMonitoring.jmxExporter === is.jmxExporter &&
    change.openMonitoring.nodeExporter === is.nodeExporter
  if (!isSame) return change
  throw badRequest(
    `The request changes nothing: the cluster is monitored at ${specification.enhancedMonitoring} already.`,
    'enhancedMonitoring',
  )
}
