import { z } from 'zod'
import { defineRpc } from '../wire/rpc'

const assignmentSchema = z.object({
  topicPartitions: z.array(z.object({ topicName: z.string(), partitions: z.array(z.number()) })),
})
const memberSchema = z.object({
  memberId: z.string(),
  instanceId: z.string().nullable().optional(),
  clientId: z.string(),
  clientHost: z.string(),
  subscribedTopicNames: z.array(z.string()),
  subscribedTopicRegex: z.string().nullable().optional(),
  assignment: assignmentSchema,
})
const replySchema = z.object({
  groups: z.array(
    z.object({
      errorCode: z.number(),
      errorMessage: z.string().nullable(),
      groupId: z.string(),
      groupState: z.string(),
      assignorName: z.string(),
      members: z.array(memberSchema),
    }),
  ),
})
type Input = { groups: readonly string[] }
const body = ({ groups }: Input) => ({ groupIds: groups, includeAuthorizedOperations: false })

/** Goes to the coordinator of groups of the new protocol, which DescribeGroups does not know. */
export const consumerGroupDescribe = defineRpc({ name: 'ConsumerGroupDescribe', body, reply: replySchema })

/** The same for share groups. */
export const shareGroupDescribe = defineRpc({ name: 'ShareGroupDescribe', body, reply: replySchema })
