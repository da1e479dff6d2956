import type { cloudWatchOperations as rows } from '@/lib/contract/cloudwatch/operations'
import { TAGS_MAX } from '@/lib/domain/tag'
import { audited } from '../audit'
import { CloudWatchError, validationError } from '../http/cloudwatch/cloudwatch-error'
import type { CloudWatchVerb } from '../http/cloudwatch/cloudwatch-verb'
import type { Context } from '../http/context'
import { database } from '../process'
import { tagProblem } from '../tag/rules'

/** Alarms are what can be tagged of CloudWatch here. */
async function taggedArn({ region }: Context, arn: string): Promise<string> {
  const found = await database().alarm.findUnique({ where: { arn }, select: { region: true } })
  if (found?.region === region) return arn
  throw new CloudWatchError('ResourceNotFoundException', `There is no alarm ${arn} in ${region}.`)
}

export const listTagsForResource: CloudWatchVerb<typeof rows.ListTagsForResource> = async ({
  ctx,
  input,
}) => {
  const resourceArn = await taggedArn(ctx, input.ResourceARN)
  const tags = await database().tag.findMany({ where: { resourceArn }, orderBy: { key: 'asc' } })
  return { Tags: tags.map(({ key, value }) => ({ Key: key, Value: value })) }
}

export const tagResource: CloudWatchVerb<typeof rows.TagResource> = async ({ ctx, input }) => {
  const resourceArn = await taggedArn(ctx, input.ResourceARN)
  const tags = Object.fromEntries(input.Tags.map(({ Key, Value }) => [Key, Value]))
  const keys = Object.keys(tags)
  const db = database()
  const others = await db.tag.count({ where: { resourceArn, key: { notIn: keys } } })
  const problem =
    tagProblem(tags)?.message ??
    (others + keys.length > TAGS_MAX ? `A resource can have at most ${TAGS_MAX} tags.` : null)
  if (problem !== null) throw validationError(problem)
  await db.$transaction([
    ...Object.entries(tags).map(([key, value]) =>
      db.tag.upsert({
        where: { resourceArn_key: { resourceArn, key } },
        create: { resourceArn, key, value },
        update: { value },
      }),
    ),
    audited(ctx, 'TagResource', resourceArn, { keys }),
  ])
  return null
}

export const untagResource: CloudWatchVerb<typeof rows.UntagResource> = async ({ ctx, input }) => {
  const resourceArn = await taggedArn(ctx, input.ResourceARN)
  const db = database()
  await db.$transaction([
    db.tag.deleteMany({ where: { resourceArn, key: { in: input.TagKeys } } }),
    audited(ctx, 'UntagResource', resourceArn, { keys: input.TagKeys }),
  ])
  return null
}
