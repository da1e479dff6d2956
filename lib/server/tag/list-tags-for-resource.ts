import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import type { Verb } from '../http/context'
import { database } from '../process'
import { findTaggedCluster } from './tagged-cluster'

export const listTagsForResource: Verb<typeof mskEndpoints.ListTagsForResource> = async ({ ctx, input }) => {
  const { arn } = await findTaggedCluster(ctx, input.resourceArn)
  const tags = await database().tag.findMany({ where: { resourceArn: arn }, orderBy: { key: 'asc' } })
  return { tags: Object.fromEntries(tags.map(({ key, value }) => [key, value])) }
}
