import { z } from 'zod'
import { defineRpc } from '../wire/rpc'

/** Goes to every broker: each tells of the groups it coordinates, in any state and of any kind. */
export const listGroups = defineRpc({
  name: 'ListGroups',
  body: () => ({}),
  reply: z.object({
    errorCode: z.number(),
    groups: z.array(
      z.object({
        groupId: z.string(),
        protocolType: z.string(),
        /** Since Kafka 2.6. */
        groupState: z.string().optional(),
        /** classic, consumer, share or streams; since Kafka 3.8. */
        groupType: z.string().optional(),
      }),
    ),
  }),
})
