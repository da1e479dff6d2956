import { z } from 'zod'
import { NODE_ROLES } from '@/lib/domain/node'

/**
 * Everything the fake world remembers about one cluster. It is plain JSON, so that it can be kept in a file and found
 * again by a new process: real brokers survive their console too.
 */

/** What a poisonous specification does to a node that runs it. */
export const POISONS = ['crash', 'crashLate', 'hang', 'neverRegisters', 'neverCatchesUp'] as const
export type Poison = (typeof POISONS)[number]

const assignedSchema = z.object({ generation: z.number(), hash: z.string() })

const fakeProcessSchema = z.object({
  boot: z.string(),
  pid: z.number(),
  startedWith: assignedSchema,
  /** Levels of Kafka's features that its release knows. */
  features: z.record(z.string(), z.number()).default({}),
  startedAt: z.number(),
  /** From here on it answers; until then it recovers its logs if `recoversFrom` is set. */
  answersAt: z.number(),
  recoversFrom: z.number().nullable(),
  hung: z.boolean(),
  /** … because a signal suspended it, which the host can tell. */
  frozen: z.boolean().default(false),
  poison: z.enum(POISONS).nullable(),
  stopAskedAt: z.number().nullable(),
  /** Since when the broker has been unfenced in this boot. */
  unfencedAt: z.number().nullable(),
})

const fakeNodeSchema = z.object({
  id: z.number(),
  role: z.enum(NODE_ROLES),
  formatted: z.boolean(),
  /** The last process ended in order: no log recovery at the next start. */
  endedClean: z.boolean(),
  /** Its replicas were lost with its directory: it refills from the leaders, which takes longer. */
  refills: z.boolean(),
  process: fakeProcessSchema.nullable(),
  lastExit: z.object({ boot: z.string(), at: z.number(), reason: z.string() }).nullable(),
  lastSeenServingAt: z.number(),
  registered: z.boolean(),
  fenced: z.boolean(),
  /** Faults that stay with the node until they are lifted. */
  slowBootMs: z.number(),
  neverRegisters: z.boolean(),
  /** What its volume holds. */
  usedBytes: z.number().default(0),
  /** What a drill put into its volume, and that it put its directory aside. */
  fillerBytes: z.number().nullable().default(null),
  isPutAside: z.boolean().default(false),
  /** Another one each time it is formatted. */
  formats: z.number().default(0),
  log: z.array(z.object({ at: z.number(), level: z.string(), text: z.string() })),
})
export type FakeNode = z.infer<typeof fakeNodeSchema>

const fakePartitionSchema = z.object({
  id: z.string(),
  replicas: z.array(z.number()),
  isr: z.array(z.number()),
  minIsr: z.number(),
  leader: z.number().nullable(),
})
export type FakePartition = z.infer<typeof fakePartitionSchema>

export const fakeStateSchema = z.object({
  clusterId: z.string(),
  arn: z.string(),
  epoch: z.number(),
  at: z.number(),
  boots: z.number(),
  leader: z.number().nullable(),
  /** When the election that runs now will be decided; null while there is a leader or no majority. */
  electionEndsAt: z.number().nullable(),
  nodes: z.array(fakeNodeSchema),
  partitions: z.array(fakePartitionSchema),
  /** What brokers were told while they ran: all of them, and each by itself. */
  told: z
    .object({
      cluster: z.record(z.string(), z.string()),
      own: z.record(z.string(), z.record(z.string(), z.string())),
    })
    .default({ cluster: {}, own: {} }),
  /** How fast brokers may copy, and of which topics. */
  throttles: z
    .object({ rates: z.record(z.string(), z.number()), topics: z.array(z.string()) })
    .default({ rates: {}, topics: [] }),
  /** Default quota of producers, bytes a second. */
  quota: z.number().nullable().default(null),
  /** Share of the host's disk that is free. */
  hostFree: z.number().default(0.5),
  /** Levels of Kafka's features that are written: those of the first start, until they are raised. */
  features: z.record(z.string(), z.number()).default({}),
})
export type FakeState = z.infer<typeof fakeStateSchema>

export const emptyState = (clusterId: string, arn: string, now: number): FakeState => ({
  clusterId,
  arn,
  epoch: 0,
  at: now,
  boots: 0,
  leader: null,
  electionEndsAt: null,
  nodes: [],
  partitions: [],
  told: { cluster: {}, own: {} },
  throttles: { rates: {}, topics: [] },
  quota: null,
  hostFree: 0.5,
  features: {},
})

export const newNode = (id: number, role: FakeNode['role']): FakeNode => ({
  id,
  role,
  formatted: false,
  endedClean: true,
  refills: false,
  process: null,
  lastExit: null,
  lastSeenServingAt: 0,
  registered: false,
  fenced: true,
  slowBootMs: 0,
  neverRegisters: false,
  usedBytes: 0,
  fillerBytes: null,
  isPutAside: false,
  formats: 0,
  log: [],
})
