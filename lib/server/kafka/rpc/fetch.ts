import { z } from 'zod'
import { defineRpc } from '../wire/rpc'

type Fetched = {
  topic: string
  /** Named by id from version 13 on; null where the broker is older and gave none. */
  topicId: string | null
  partition: number
  fromOffset: bigint
  /** How long the broker may wait for a first byte. */
  maxWaitMs: number
}

const BYTES_MAX = 1024 * 1024

/** Goes to the leader of the partition, without a session: each question stands for itself. */
export const fetchRecords = defineRpc({
  name: 'Fetch',
  body: ({ topic, topicId, partition, fromOffset, maxWaitMs }: Fetched, version) => ({
    maxWaitMs,
    minBytes: 1,
    maxBytes: BYTES_MAX,
    topics: [
      {
        ...(version >= 13 ? { topicId } : { topic }),
        partitions: [{ partition, fetchOffset: fromOffset, partitionMaxBytes: BYTES_MAX }],
      },
    ],
  }),
  reply: z.object({
    errorCode: z.number().optional(),
    responses: z.array(
      z.object({
        partitions: z.array(
          z.object({
            partitionIndex: z.number(),
            errorCode: z.number(),
            highWatermark: z.bigint(),
            records: z.instanceof(Uint8Array).nullable(),
          }),
        ),
      }),
    ),
  }),
})
