import type { ClusterSpecification } from '@/lib/domain/cluster'
import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '../../db'
import type { StoredCluster } from './stored-cluster'

/** Something else shall be from now on, under a number of its own: nothing stored before is overwritten. */
export function nextGeneration(
  database: Database,
  { ref, row }: StoredCluster,
  specification: ClusterSpecification,
): { number: number; statements: Prisma.PrismaPromise<unknown>[] } {
  const number = row.generation + 1
  return {
    number,
    statements: [
      database.generation.create({
        data: { clusterId: ref.id, number, specification: JSON.stringify(specification) },
      }),
      database.cluster.update({ where: { id: ref.id }, data: { generation: number } }),
    ],
  }
}
