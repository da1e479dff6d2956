import { z } from 'zod'
import { defineRpc } from '../wire/rpc'

const partitionSchema = z.object({
  partitionIndex: z.number(),
  /** -1: nothing was ever committed. */
  committedOffset: z.bigint(),
  errorCode: z.number(),
})
/** Named by its id alone since version 10. */
const topicSchema = z.object({
  name: z.string().optional(),
  topicId: z.string().optional(),
  partitions: z.array(partitionSchema),
})
export type CommittedTopic = z.infer<typeof topicSchema>
const groupSchema = z.object({ groupId: z.string(), errorCode: z.number(), topics: z.array(topicSchema) })

/** Everything that groups have committed; goes to their coordinator. Before version 8 it takes one group at a time. */
export const offsetFetch = defineRpc({
  name: 'OffsetFetch',
  body: ({ groups }: { groups: readonly string[] }, version) =>
    version >= 8
      ? { groups: groups.map((groupId) => ({ groupId, topics: null })) }
      : { groupId: groups[0] ?? '', topics: null },
  reply: z.union([
    z.object({ groups: z.array(groupSchema) }),
    z
      .object({ errorCode: z.number().default(0), topics: z.array(topicSchema) })
      .transform(({ errorCode, topics }) => ({ groups: [{ groupId: '', errorCode, topics }] })),
  ]),
})

export const GROUPS_AT_ONCE_SINCE = 8
