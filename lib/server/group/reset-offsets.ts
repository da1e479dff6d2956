import { createHash } from 'node:crypto'
import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { groupArn } from '@/lib/domain/arn'
import { countsOffsets, hasNoMembers } from '@/lib/domain/group'
import { planKey, planReset, type ResetPlan, type ResetTarget } from '@/lib/domain/offset-reset'
import { audited } from '../audit'
import { badRequest, conflict } from '../http/api-error'
import type { Verb } from '../http/context'
import type { KafkaAdmin } from '../kafka/admin'
import { commitOffsets, offsetsAtTime } from '../kafka/groups/commit-offsets'
import { lookAtGroup, type GroupSeen } from '../kafka/groups/look-at-group'
import { partitionId } from '../kafka/topics/offsets'
import { events } from '../process'
import { withTopicsOf } from '../topic/with-topics'

/** What a reset would change, and a key of it: the reset itself does this and nothing else. */
export const planOffsetReset: Verb<typeof consoleEndpoints.planOffsetReset> = async ({ input }) =>
  withTopicsOf(input.clusterId, 'read', async (admin) => {
    const { plan } = await planned(admin, input.groupName, input.topic, input.target)
    return { moves: [...plan.moves], unknown: [...plan.unknown], key: keyOf(plan, input.target) }
  })

/**
 * Kafka takes offsets from outside only while nobody reads. The plan is made once more just before: if records came,
 * were deleted, or someone committed since it was shown, it is another one, and is shown again instead of done.
 */
export const resetOffsets: Verb<typeof consoleEndpoints.resetOffsets> = async ({ ctx, input }) =>
  withTopicsOf(input.clusterId, 'change', async (admin, cluster) => {
    const { groupName, topic, target, key } = input
    const { plan, seen } = await planned(admin, groupName, topic, target)
    if (keyOf(plan, target) !== key)
      throw conflict('What the reset would change is not what it was any more. Look at it again.', 'key')
    await commitOffsets(admin, seen, plan.moves)
    await audited(ctx, 'ResetOffsets', groupArn(cluster, groupName), {
      topic,
      target,
      partitions: plan.moves.length,
    })
    events().publish(`groups/${input.clusterId}`)
    return { partitions: plan.moves.length }
  })

async function planned(
  admin: KafkaAdmin,
  groupName: string,
  topic: string,
  target: ResetTarget,
): Promise<{ plan: ResetPlan; seen: GroupSeen }> {
  const seen = await lookAtGroup(admin, groupName)
  if (!countsOffsets(seen.group.kind))
    throw badRequest('A share group has no offsets of its own: its members take single records.', 'groupName')
  if (!hasNoMembers(seen.group.state))
    throw badRequest(
      `Group "${groupName}" has members: they would go on from their own positions. Stop them first.`,
      'groupName',
    )
  const own = seen.positions.filter((position) => position.topic === topic)
  if (own.length === 0)
    throw badRequest(`Group "${groupName}" has read nothing of topic "${topic}".`, 'topic')
  const times = target.to === 'time' ? await offsetsAtTime(admin, seen.view, topic, target.at) : new Map()
  const positions = own.map((position) => ({
    ...position,
    atTime: times.get(partitionId(topic, position.partition)) ?? null,
  }))
  return { plan: planReset(positions, target), seen }
}

const keyOf = (plan: ResetPlan, target: ResetTarget): string =>
  createHash('sha1').update(planKey(plan, target)).digest('base64url')
