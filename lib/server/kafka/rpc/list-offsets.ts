import { z } from 'zod'
import { defineRpc } from '../wire/rpc'

/** Kafka's special timestamps. */
export const OFFSET_AT = { latest: -1n, earliest: -2n } as const

/** Goes to the leader of the partitions asked about. `timestamp` is milliseconds since the epoch or one of OFFSET_AT. */
export const listOffsets = defineRpc({
  name: 'ListOffsets',
  body: (input: {
    topics: readonly { name: string; partitions: readonly number[] }[]
    /** One for all partitions, or one each. */
    timestamp: bigint | ((topic: string, partition: number) => bigint)
  }) => ({
    replicaId: -1,
    topics: input.topics.map(({ name, partitions }) => ({
      name,
      partitions: partitions.map((partitionIndex) => ({
        partitionIndex,
        timestamp:
          typeof input.timestamp === 'bigint' ? input.timestamp : input.timestamp(name, partitionIndex),
      })),
    })),
  }),
  reply: z.object({
    topics: z.array(
      z.object({
        name: z.string(),
        partitions: z.array(
          z.object({
            partitionIndex: z.number(),
            errorCode: z.number(),
            /** Absent in version 0, which no broker since 0.10.1 is limited to. */
            timestamp: z.bigint().optional(),
            offset: z.bigint().optional(),
          }),
        ),
      }),
    ),
  }),
})
