import { z } from 'zod'
import { defineRpc } from '../wire/rpc'

const KEY_TYPES = { group: 0, transaction: 1 } as const

const coordinatorSchema = z.object({
  nodeId: z.number(),
  host: z.string(),
  port: z.number(),
  errorCode: z.number(),
  errorMessage: z.string().nullable().optional(),
})

/**
 * Which broker keeps a group's or a transaction's state. The first question ever makes Kafka create the internal
 * topic behind it and answers COORDINATOR_NOT_AVAILABLE meanwhile.
 */
export const findCoordinator = defineRpc({
  name: 'FindCoordinator',
  body: ({ of, key }: { of: keyof typeof KEY_TYPES; key: string }, version) => ({
    keyType: KEY_TYPES[of],
    ...(version >= 4 ? { coordinatorKeys: [key] } : { key }),
  }),
  // Version 4 made it a list; before, the one coordinator was the answer itself.
  reply: z.union([
    z.object({ coordinators: z.array(coordinatorSchema) }),
    coordinatorSchema.transform((coordinator) => ({ coordinators: [coordinator] })),
  ]),
})
