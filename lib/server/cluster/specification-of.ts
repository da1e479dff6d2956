import { z } from 'zod'
import { clusterSpecificationSchema, type ClusterSpecification } from '@/lib/domain/cluster'
import { database } from '../process'

type ClusterKey = { id: string; name: string; generation: number }

/** What was last asked for of a cluster. */
export async function specificationOf({ id, name, generation }: ClusterKey): Promise<ClusterSpecification> {
  const row = await database().generation.findUnique({
    where: { clusterId_number: { clusterId: id, number: generation } },
  })
  if (!row) throw new Error(`Generation ${generation} of cluster ${name} is missing in the database.`)
  return parse(row.specification)
}

/**
 * The same for a page of clusters in one query. In SQL, because the number to join on is a column of the cluster:
 * Prisma could only load every generation there ever was, or take one condition per cluster.
 */
export async function specificationsOf(clusterIds: readonly string[]) {
  const found: unknown = await database().$queryRaw`
    SELECT g."clusterId", g."specification"
    FROM "Generation" g JOIN "Cluster" c ON c."id" = g."clusterId" AND c."generation" = g."number"
    WHERE c."id" IN (SELECT value FROM json_each(${JSON.stringify(clusterIds)}))`
  const rows = rowsSchema.parse(found)
  return new Map(rows.map(({ clusterId, specification }) => [clusterId, parse(specification)]))
}

const rowsSchema = z.array(z.object({ clusterId: z.string(), specification: z.string() }))

const parse = (text: string): ClusterSpecification => clusterSpecificationSchema.parse(JSON.parse(text))
