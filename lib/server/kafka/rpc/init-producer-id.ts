import { z } from 'zod'
import { defineRpc } from '../wire/rpc'

/** An identity for a producer without transactions: with it a broker tells a record sent again from a new one. */
export const initProducerId = defineRpc({
  name: 'InitProducerId',
  body: (_input: Record<string, never>, version) => ({
    transactionalId: null,
    transactionTimeoutMs: 60_000,
    ...(version >= 3 ? { producerId: -1n, producerEpoch: -1 } : {}),
  }),
  reply: z.object({ errorCode: z.number(), producerId: z.bigint(), producerEpoch: z.number() }),
})
