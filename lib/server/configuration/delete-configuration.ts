import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { audited } from '../audit'
import { badRequest } from '../http/api-error'
import type { Verb } from '../http/context'
import { database } from '../process'
import { configurationUses } from './configuration-uses'
import { configurationGone, findConfiguration } from './find-configuration'

/** With all its revisions, unless a cluster has one of them. Both are decided by one statement: a creation may come between. */
export const deleteConfiguration: Verb<typeof mskEndpoints.DeleteConfiguration> = async ({ ctx, input }) => {
  const { arn, region } = await findConfiguration(ctx, input.arn)
  const db = database()
  const deleted = await db.$executeRaw`
    DELETE FROM "Configuration" WHERE "arn" = ${arn} AND NOT EXISTS (
      SELECT 1 FROM "Cluster" c
      JOIN "Generation" g ON g."clusterId" = c."id" AND g."number" = c."generation"
      WHERE json_extract(g."specification", '$.configurationInfo.arn') = ${arn})`
  if (deleted === 0) {
    const uses = await configurationUses(region)
    const users = uses.filter((use) => use.configurationArn === arn).map(({ clusterName }) => clusterName)
    if (users.length === 0) throw configurationGone()
    throw badRequest(
      `Configuration is in use by one or more clusters. Dissociate the configuration from ${users.join(', ')}.`,
      'arn',
    )
  }
  await audited(ctx, 'DeleteConfiguration', arn)
  return { arn, state: 'DELETING' as const }
}
