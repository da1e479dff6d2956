import { z } from 'zod'
import { type ConfigurationUse, configurationUseSchema } from '@/lib/contract/console/configurations'
import { database } from '../process'

/** Which cluster of the region has which revision now, by name. */
export async function configurationUses(region: string): Promise<ConfigurationUse[]> {
  const found: unknown = await database().$queryRaw`
    SELECT c."id" AS "clusterId", c."name" AS "clusterName",
      json_extract(g."specification", '$.configurationInfo.arn') AS "configurationArn",
      json_extract(g."specification", '$.configurationInfo.revision') AS "revision"
    FROM "Cluster" c
    JOIN "Generation" g ON g."clusterId" = c."id" AND g."number" = c."generation"
    WHERE c."region" = ${region} AND json_extract(g."specification", '$.configurationInfo.arn') IS NOT NULL
    ORDER BY c."name"`
  return z.array(configurationUseSchema.extend({ revision: z.coerce.number().int() })).parse(found)
}
