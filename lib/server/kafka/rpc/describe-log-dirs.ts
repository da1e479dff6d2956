import { z } from 'zod'
import { defineListRpc } from '../wire/rpc'

const topicSchema = z.object({
  name: z.string(),
  partitions: z.array(
    z.object({
      partitionIndex: z.number(),
      partitionSize: z.bigint(),
      offsetLag: z.bigint(),
      isFutureKey: z.boolean(),
    }),
  ),
})

/** What one broker holds on its disks: asked at that very broker, about some partitions or about all. */
export const describeLogDirs = defineListRpc({
  name: 'DescribeLogDirs',
  body: ({ of }: { of: readonly { topic: string; partitions: readonly number[] }[] | 'all' }) => ({
    topics: of === 'all' ? null : of,
  }),
  reply: z.object({
    errorCode: z.number().optional(),
    results: z.array(
      z.object({
        errorCode: z.number(),
        logDir: z.string(),
        /** Both since version 4 (Kafka 3.3), -1 if unknown. */
        totalBytes: z.bigint().optional(),
        usableBytes: z.bigint().optional(),
        isCordoned: z.boolean().optional(),
        topics: z.array(topicSchema),
      }),
    ),
  }),
  list: { at: ['results', 'topics'], element: topicSchema },
})
