import { z } from 'zod'
import { clusterSpecificationSchema, type ClusterSpecification } from '@/lib/domain/cluster'
import { notFound } from '../http/api-error'
import { database } from '../process'

/**
 * What was last asked for of a cluster. Its row was read a moment ago; if the cluster went away since then, that is
 * the answer.
 */
export async function specificationOf({
  id,
  name,
}: {
  id: string
  name: string
}): Promise<ClusterSpecification> {
  const specification = (await specificationsOf([id])).get(id)
  if (!specification) throw notFound(`The cluster ${name} does not exist any more.`)
  return specification
}

/**
 * The same for many clusters in one query. In SQL, because the number to join on is a column of the cluster: Prisma
 * could only load every generation there ever was, or ask in two steps between which a verb may write.
 */
export async function specificationsOf(
  clusterIds: readonly string[],
): Promise<ReadonlyMap<string, ClusterSpecification>> {
  const found: unknown = await database().$queryRaw`
    SELECT g."clusterId", g."specification"
    FROM "Generation" g JOIN "Cluster" c ON c."id" = g."clusterId" AND c."generation" = g."number"
    WHERE c."id" IN (SELECT value FROM json_each(${JSON.stringify(clusterIds)}))`
  return new Map(
    rowsSchema
      .parse(found)
      .map(({ clusterId, specification }) => [
        clusterId,
        clusterSpecificationSchema.parse(JSON.parse(specification)),
      ]),
  )
}

const rowsSchema = z.array(z.object({ clusterId: z.string(), specification: z.string() }))
