import { z } from 'zod'
import { defineRpc } from '../wire/rpc'

type Produced = {
  topic: string
  /** Named by id from version 13 on; null where the broker is older and gave none. */
  topicId: string | null
  partition: number
  records: Uint8Array
  /** How long the leader may wait for the replicas in sync. */
  timeoutMs: number
  /** Whether all replicas in sync have to have them, or the leader alone. */
  acks: 'all' | 'leader'
}

/** Goes to the leader of the partition. Answered when all replicas in sync have the records, or it alone. */
export const produce = defineRpc({
  name: 'Produce',
  body: ({ topic, topicId, partition, records, timeoutMs, acks }: Produced, version) => ({
    acks: acks === 'all' ? -1 : 1,
    timeoutMs,
    topicData: [
      {
        ...(version >= 13 ? { topicId } : { name: topic }),
        partitionData: [{ index: partition, records }],
      },
    ],
  }),
  reply: z.object({
    responses: z.array(
      z.object({
        partitionResponses: z.array(
          z.object({
            index: z.number(),
            errorCode: z.number(),
            baseOffset: z.bigint(),
            errorMessage: z.string().nullable().optional(),
          }),
        ),
      }),
    ),
  }),
})
