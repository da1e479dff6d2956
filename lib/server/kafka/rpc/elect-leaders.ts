import { z } from 'zod'
import { defineRpc } from '../wire/rpc'

const ELECTION_TYPES = { preferred: 0, unclean: 1 } as const

type TopicPartitions = { topic: string; partitions: readonly number[] }

/** `partitions: null` means all. Error 84 of a partition (ELECTION_NOT_NEEDED) is a success. */
export const electLeaders = defineRpc({
  name: 'ElectLeaders',
  body: (input: {
    election: keyof typeof ELECTION_TYPES
    partitions: readonly TopicPartitions[] | null
    timeoutMs: number
  }) => ({
    electionType: ELECTION_TYPES[input.election],
    topicPartitions: input.partitions,
    timeoutMs: input.timeoutMs,
  }),
  reply: z.object({
    errorCode: z.number().optional(),
    replicaElectionResults: z.array(
      z.object({
        topic: z.string(),
        partitionResult: z.array(
          z.object({ partitionId: z.number(), errorCode: z.number(), errorMessage: z.string().nullable() }),
        ),
      }),
    ),
  }),
})
