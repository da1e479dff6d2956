import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { audited } from '../audit'
import { badRequest } from '../http/api-error'
import type { Verb } from '../http/context'
import { database, events } from '../process'
import { fixedTagProblem } from './rules'
import { findTaggedCluster } from './tagged-cluster'

/** Removes tags by key; a key that is not there is no error. */
export const untagResource: Verb<typeof mskEndpoints.UntagResource> = async ({ ctx, input }) => {
  const { id, arn } = await findTaggedCluster(ctx, input.resourceArn)
  const problem = fixedTagProblem(input.tagKeys)
  if (problem !== null) throw badRequest(problem, 'tagKeys')
  const db = database()
  await db.$transaction([
    db.tag.deleteMany({ where: { resourceArn: arn, key: { in: input.tagKeys } } }),
    audited(ctx, 'UntagResource', arn, { keys: input.tagKeys }),
  ])
  events().publish(`cluster/${id}`)
  return null
}
