import { z } from 'zod'
import { defineRpc } from '../wire/rpc'

const bytesSchema = z.instanceof(Uint8Array)

/** Goes to the coordinator of classic groups. One it does not know is `Dead`, or GROUP_ID_NOT_FOUND since version 6. */
export const describeGroups = defineRpc({
  name: 'DescribeGroups',
  body: ({ groups }: { groups: readonly string[] }) => ({ groups }),
  reply: z.object({
    groups: z.array(
      z.object({
        errorCode: z.number(),
        groupId: z.string(),
        groupState: z.string(),
        protocolType: z.string(),
        /** What the members agreed on: for consumers, the name of the assignor. */
        protocolData: z.string(),
        members: z.array(
          z.object({
            memberId: z.string(),
            groupInstanceId: z.string().nullable().optional(),
            clientId: z.string(),
            clientHost: z.string(),
            memberMetadata: bytesSchema,
            memberAssignment: bytesSchema,
          }),
        ),
      }),
    ),
  }),
})
