import type { z } from 'zod'
import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { clusterCan, type ClusterSpecification } from '@/lib/domain/cluster'
import { NO_OPEN_MONITORING } from '@/lib/domain/open-monitoring'
import { audited } from '../audit'
import { badRequest, conflict } from '../http/api-error'
import type { Verb } from '../http/context'
import { changeDesired } from './change-desired'
import { changingCluster } from './changing-cluster'
import { logging } from './create/not-built'

type Input = z.output<typeof mskEndpoints.UpdateMonitoring.input>

/** What is measured changes from the next reading on: no node is touched, so the operation ends at once. */
export const updateMonitoring: Verb<typeof mskEndpoints.UpdateMonitoring> = async ({ ctx, input }) => {
  const { clusterArn, currentVersion } = input
  const { cluster, specification } = await changingCluster(ctx, {
    clusterArn,
    currentVersion,
    may: clusterCan.changeMonitoring,
  })
  refuseRestarts(input, specification)
  const enhancedMonitoring = changedLevel(input, specification)
  const changed = await changeDesired(cluster, {
    kind: 'UPDATE',
    mskType: 'UPDATE_MONITORING',
    actor: ctx.actor,
    specification: { ...specification, enhancedMonitoring },
    presence: 'present',
    further: [audited(ctx, 'UpdateMonitoring', clusterArn, { enhancedMonitoring })],
  })
  if (!changed) throw conflict('The cluster changed while it was asked to. Look again and retry.')
  return { clusterArn, clusterOperationArn: changed.arn }
}

/** Members that say what is so already are fine: Terraform always sends all of them. */
function refuseRestarts({ openMonitoring, loggingInfo }: Input, specification: ClusterSpecification): void {
  const { jmxExporter, nodeExporter } = openMonitoring?.prometheus ?? {}
  const is = specification.openMonitoring ?? NO_OPEN_MONITORING
  const changes = (wish: { enabledInBroker: boolean } | undefined, now: boolean): boolean =>
    wish !== undefined && wish.enabledInBroker !== now
  if (changes(jmxExporter, is.jmxExporter) || changes(nodeExporter, is.nodeExporter)) {
    throw badRequest(
      'Changing open monitoring of a running cluster restarts its nodes one after another, which is not built yet. Leave openMonitoring out, or create a cluster with it.',
      'openMonitoring',
    )
  }
  const wish = loggingInfo ? logging(loggingInfo).find(([isWished]) => isWished) : undefined
  if (wish) throw badRequest(wish[2], wish[1])
}

function changedLevel({ enhancedMonitoring }: Input, specification: ClusterSpecification): string {
  if (enhancedMonitoring !== undefined && enhancedMonitoring !== specification.enhancedMonitoring) {
    return enhancedMonitoring
  }
  throw badRequest(
    `The request changes nothing: the cluster is monitored at ${specification.enhancedMonitoring} already.`,
    'enhancedMonitoring',
  )
}
