import { z } from 'zod'
import { defineRpc } from '../wire/rpc'

/** Goes to the coordinator. A group with members is refused. */
export const deleteGroups = defineRpc({
  name: 'DeleteGroups',
  body: ({ groups }: { groups: readonly string[] }) => ({ groupsNames: groups }),
  reply: z.object({ results: z.array(z.object({ groupId: z.string(), errorCode: z.number() })) }),
})
