import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { clusterCan } from '@/lib/domain/cluster'
import { withRestarts } from '@/lib/domain/restart-tokens'
import { audited } from '../audit'
import { badRequest } from '../http/api-error'
import type { Verb } from '../http/context'
import { changeOrRefuse } from './change-desired'
import { changingCluster } from './changing-cluster'

/** Restarts one broker within the rules of a roll; nothing else changes, and the version stays. */
export const rebootBroker: Verb<typeof mskEndpoints.RebootBroker> = async ({ ctx, input }) => {
  const { clusterArn, brokerIds } = input
  const { cluster, specification } = await changingCluster(ctx, { clusterArn, may: clusterCan.reboot })
  const [id = '', ...more] = brokerIds
  if (id === '' || more.length > 0) {
    throw badRequest('One broker is rebooted at a time. Name one broker ID.', 'brokerIds')
  }
  if (!/^[1-9]\d*$/.test(id) || Number(id) > specification.brokerCount) {
    throw badRequest(
      `There is no broker ${id}. The brokers of this cluster are 1 to ${specification.brokerCount}.`,
      'brokerIds',
    )
  }
  const changed = await changeOrRefuse(cluster, {
    kind: 'REBOOT',
    mskType: 'REBOOT_NODE',
    actor: ctx.actor,
    specification: {
      ...specification,
      restartTokens: withRestarts(specification.restartTokens, [id]),
    },
    presence: 'present',
    further: [audited(ctx, 'RebootBroker', clusterArn, { brokerId: id })],
  })
  return { clusterArn, clusterOperationArn: changed.arn }
}
