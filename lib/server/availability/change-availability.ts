import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { audited } from '../audit'
import { commit } from '../db'
import { notFound } from '../http/api-error'
import type { Verb } from '../http/context'
import { database, events, wake } from '../process'
import { changedMeanwhile } from '../cluster/change-desired'

/** Has Mosaik's own client try the cluster now and then, or leave it alone. What was measured so far stays. */
export const changeAvailability: Verb<typeof consoleEndpoints.changeAvailability> = async ({
  ctx,
  input: { clusterId, isOn },
}) => {
  const db = database()
  const cluster = await db.cluster.findUnique({ where: { id: clusterId } })
  if (!cluster) throw notFound(`There is no cluster ${clusterId}.`, 'clusterId')
  const stored = await commit(db, [
    db.cluster.update({
      where: { id: clusterId, presence: 'present' },
      data: { measuresAvailability: isOn },
    }),
    audited(ctx, 'ChangeAvailability', cluster.arn, { isOn }),
  ])
  if (!stored) throw changedMeanwhile()
  wake(clusterId)
  events().publish(`cluster/${clusterId}`)
  return {}
}
