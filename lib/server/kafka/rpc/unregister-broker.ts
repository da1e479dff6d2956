import { z } from 'zod'
import { defineRpc } from '../wire/rpc'

/** Only for a broker that has stopped: a running one is accepted too, and then hangs when asked to stop. */
export const unregisterBroker = defineRpc({
  name: 'UnregisterBroker',
  body: ({ brokerId }: { brokerId: number }) => ({ brokerId }),
  reply: z.object({ errorCode: z.number(), errorMessage: z.string().nullable() }),
})
