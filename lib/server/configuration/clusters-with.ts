import { z } from 'zod'
import { database } from '../process'

/** Names of the clusters that have a revision of this configuration. */
export async function clustersWith(arn: string): Promise<readonly string[]> {
  const found: unknown = await database().$queryRaw`
    SELECT c."name" FROM "Cluster" c
    JOIN "Generation" g ON g."clusterId" = c."id" AND g."number" = c."generation"
    WHERE json_extract(g."specification", '$.configurationInfo.arn') = ${arn} ORDER BY c."name"`
  return z
    .array(z.object({ name: z.string() }))
    .parse(found)
    .map(({ name }) => name)
}
