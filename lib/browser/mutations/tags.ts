import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { call } from '../call'
import { clusterKeys } from '../queries/keys'

type Tagged = { arn: string; region: string }
type Change = {
  cluster: Tagged
  key: string
  /** Null removes the tag. */
  value: string | null
  /** What the tag was when the change began, null if it was not there; undefined overwrites whatever is. */
  expected?: string | null
}

/** Someone else was first: `now` is what the tag is by now. */
export type TagChangeReply = { is: 'changed' } | { is: 'elsewhere'; now: string | null }

/**
 * MSK's tag calls overwrite without asking. So the tag is read again right before, and a value other than the one
 * the change began with is shown instead of being written over.
 */
export const changeTag = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['changeTag'],
    mutationFn: async ({
      cluster: { arn, region },
      key,
      value,
      expected,
    }: Change): Promise<TagChangeReply> => {
      const { tags } = await call(mskEndpoints.ListTagsForResource, { resourceArn: arn }, { region })
      const now = tags[key] ?? null
      if (expected !== undefined && now !== expected) return { is: 'elsewhere', now }
      if (value === null)
        await call(mskEndpoints.UntagResource, { resourceArn: arn, tagKeys: [key] }, { region })
      else await call(mskEndpoints.TagResource, { resourceArn: arn, tags: { [key]: value } }, { region })
      return { is: 'changed' }
    },
    onSettled: () => client.invalidateQueries({ queryKey: clusterKeys.all }),
  })
