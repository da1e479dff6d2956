import { z } from 'zod'
import { endpointSchema } from './node'

/**
 * What Mosaik sees in a cluster's place and did not put there. It is told, with a name for everything that has one,
 * and left alone: what is somebody else's is theirs to end.
 */

/** Who listens at an address. Null: the kernel hides it, or it is on another machine. */
const holderSchema = z.object({ pid: z.number().int(), command: z.string().nullable() }).nullable()

const node = z.number().int()

export const findingSchema = z.discriminatedUnion('is', [
  /** A process or a directory below the cluster's folder that no row knows. */
  z.object({ is: z.literal('foreignNode'), node, hasProcess: z.boolean(), hasDirectory: z.boolean() }),
  /** A broker of no row is registered and serves. `endpoint` null: it has no listener for clients as ours have. */
  z.object({
    is: z.literal('foreignBroker'),
    node,
    endpoint: endpointSchema.nullable(),
    holder: holderSchema,
  }),
  /** Such a broker was here once: Kafka remembers its registration, and nobody stands behind it. */
  z.object({ is: z.literal('staleRegistration'), node, endpoint: endpointSchema.nullable() }),
  /** One of our ids is registered at an address that is not the one it was given. */
  z.object({
    is: z.literal('otherAddress'),
    node,
    endpoint: endpointSchema,
    given: endpointSchema,
    holder: holderSchema,
  }),
  /** The quorum counts a voter that is no node of ours. */
  z.object({ is: z.literal('foreignVoter'), node }),
  /** It follows the quorum's log, and is registered for nothing. */
  z.object({ is: z.literal('foreignObserver'), node }),
  /** Somebody listens where a node of ours that is down would. */
  z.object({ is: z.literal('heldAddress'), node, endpoint: endpointSchema, holder: holderSchema }),
  /** At a node's address a Kafka of another cluster answers. */
  z.object({ is: z.literal('otherCluster'), node, clusterId: z.string() }),
  /** The configuration file of a node is not as Mosaik wrote it. */
  z.object({ is: z.literal('changedFile'), node, names: z.array(z.string()) }),
])
export type Finding = z.infer<typeof findingSchema>

/** What stands behind the cluster's back and acts in it, apart from what only lies there. */
export const isLiving = ({ is }: Finding): boolean => is !== 'staleRegistration' && is !== 'changedFile'
