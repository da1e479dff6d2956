import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { groupArn } from '@/lib/domain/arn'
import { audited } from '../audit'
import type { Verb } from '../http/context'
import { deleteOneGroup } from '../kafka/groups/commit-offsets'
import { events } from '../process'
import { withTopicsOf } from '../topic/with-topics'

export const deleteGroup: Verb<typeof consoleEndpoints.deleteGroup> = async ({ ctx, input }) =>
  withTopicsOf(input.clusterId, 'change', async (admin, cluster) => {
    await deleteOneGroup(admin, input.groupName)
    await audited(ctx, 'DeleteGroup', groupArn(cluster, input.groupName))
    events().publish(`groups/${input.clusterId}`)
    return null
  })
