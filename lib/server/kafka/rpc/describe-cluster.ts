import { z } from 'zod'
import { defineRpc } from '../wire/rpc'

const ENDPOINT_TYPES = { brokers: 1, controllers: 2 } as const

/** Since Kafka 2.8; fenced brokers are listed, and marked, from version 2 (Kafka 4.0) on. */
export const describeCluster = defineRpc({
  name: 'DescribeCluster',
  body: ({ of }: { of: keyof typeof ENDPOINT_TYPES }, version) => ({
    endpointType: ENDPOINT_TYPES[of],
    ...(version >= 2 ? { includeFencedBrokers: of === 'brokers' } : {}),
  }),
  reply: z.object({
    errorCode: z.number(),
    errorMessage: z.string().nullable(),
    clusterId: z.string(),
    controllerId: z.number(),
    brokers: z.array(
      z.object({
        brokerId: z.number(),
        host: z.string(),
        port: z.number(),
        rack: z.string().nullable(),
        isFenced: z.boolean().optional(),
      }),
    ),
  }),
})
