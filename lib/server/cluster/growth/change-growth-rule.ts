import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { audited } from '../../audit'
import { commit } from '../../db'
import { badRequest, notFound } from '../../http/api-error'
import type { Verb } from '../../http/context'
import { database, events } from '../../process'
import { changedMeanwhile } from '../change-desired'
import { refuseHeld } from '../refuse-held'
import { specificationOf } from '../specification-of'

/** Not a change of what shall be: it changes nothing until a volume is as full as the rule says. */
export const changeGrowthRule: Verb<typeof consoleEndpoints.changeGrowthRule> = async ({ ctx, input }) => {
  const { clusterId, rule } = input
  const db = database()
  const cluster = await db.cluster.findUnique({ where: { id: clusterId } })
  if (!cluster) throw notFound(`There is no cluster ${clusterId}.`, 'clusterId')
  refuseHeld(cluster)
  const { volumeSizeGiB } = await specificationOf(cluster)
  if (rule !== null && rule.ceilingGiB <= volumeSizeGiB)
    throw badRequest(
      `The volumes have ${volumeSizeGiB} GiB already: the ceiling has to be above that.`,
      'ceilingGiB',
    )
  const data = { growthRule: rule === null ? null : JSON.stringify(rule), growthRefusal: null }
  const stored = await commit(db, [
    db.cluster.update({ where: { id: clusterId, presence: 'present' }, data }),
    audited(ctx, 'ChangeGrowthRule', cluster.arn, { rule }),
  ])
  if (!stored) throw changedMeanwhile()
  events().publish(`cluster/${clusterId}`)
  return {}
}
