import type { Move } from '@/lib/domain/plan/plan'
import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '../../db'

/** The intent to run a specification, with the partitions that will prove it: stored before anything is stopped. */
export const assign = (
  database: Database,
  clusterId: string,
  { node, to, witness }: Extract<Move, { do: 'assign' }>,
): Prisma.PrismaPromise<unknown> =>
  database.node.update({
    where: { clusterId_nodeId: { clusterId, nodeId: node } },
    data: {
      assignedGeneration: to.generation,
      assignedHash: to.hash,
      witness: JSON.stringify(witness),
    },
  })
