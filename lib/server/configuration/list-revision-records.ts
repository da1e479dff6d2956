import type { configurationEndpoints } from '@/lib/contract/console/configurations'
import type { ConfigurationRevision } from '@/generated/prisma/client'
import type { Verb } from '../http/context'
import { database } from '../process'
import { findConfiguration } from './find-configuration'

/** All revisions, newest first, each with who made it; their texts are asked for one by one. */
export const listRevisionRecords: Verb<typeof configurationEndpoints.listRevisionRecords> = async ({
  ctx,
  input,
}) => {
  const { arn } = await findConfiguration(ctx, input.arn)
  const revisions = await database().configurationRevision.findMany({
    where: { configurationArn: arn },
    orderBy: { revision: 'desc' },
    omit: { properties: true },
  })
  return { revisions: revisions.map(recordView) }
}

type Row = Pick<ConfigurationRevision, 'revision' | 'createdAt' | 'description' | 'actor'>

export const recordView = ({ revision, createdAt, description, actor }: Row) => ({
  revision,
  createdAt: createdAt.toISOString(),
  description: description ?? '',
  actor,
})
