import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { TAGS_MAX } from '@/lib/domain/tag'
import { audited } from '../audit'
import { badRequest } from '../http/api-error'
import type { Verb } from '../http/context'
import { database, events } from '../process'
import { mosaikTagProblem, tagProblem } from './rules'
import { findTaggedCluster } from './tagged-cluster'

/** Adds tags; one whose key is there already gets the new value. */
export const tagResource: Verb<typeof mskEndpoints.TagResource> = async ({
  ctx,
  input: { resourceArn, tags },
}) => {
  const { id, arn } = await findTaggedCluster(ctx, resourceArn)
  const keys = Object.keys(tags)
  const problem = tagProblem(tags)?.message ?? mosaikTagProblem(tags)
  if (problem !== null) throw badRequest(problem, 'tags')
  const db = database()
  const others = await db.tag.count({ where: { resourceArn: arn, key: { notIn: keys } } })
  if (others + keys.length > TAGS_MAX) {
    throw badRequest(
      `A resource can have at most ${TAGS_MAX} tags; this one would have ${others + keys.length}.`,
      'tags',
    )
  }
  await db.$transaction([
    ...Object.entries(tags).map(([key, value]) =>
      db.tag.upsert({
        where: { resourceArn_key: { resourceArn: arn, key } },
        create: { resourceArn: arn, key, value },
        update: { value },
      }),
    ),
    audited(ctx, 'TagResource', arn, { keys }),
  ])
  events().publish(`cluster/${id}`)
  return null
}
