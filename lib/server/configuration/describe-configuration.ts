import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { badRequest } from '../http/api-error'
import type { Verb } from '../http/context'
import { decodeToken, pageOf } from '../http/paging'
import { database } from '../process'
import { findConfiguration } from './find-configuration'
import { configurationView, revisionView } from './view'

export const describeConfiguration: Verb<typeof mskEndpoints.DescribeConfiguration> = async ({
  ctx,
  input,
}) => configurationView(await findConfiguration(ctx, input.arn))

/** Newest first. */
export const listConfigurationRevisions: Verb<typeof mskEndpoints.ListConfigurationRevisions> = async ({
  ctx,
  input,
}) => {
  const { arn } = await findConfiguration(ctx, input.arn)
  const { maxResults, nextToken } = input
  const list = `revisions ${arn}`
  const before = decodeToken(list, nextToken)
  const rows = await database().configurationRevision.findMany({
    where: { configurationArn: arn, ...(before === null ? {} : { revision: { lt: Number(before) } }) },
    orderBy: { revision: 'desc' },
    take: maxResults + 1,
  })
  const { page, next } = pageOf(list, rows, maxResults, ({ revision }) => String(revision))
  return { revisions: page.map(revisionView), ...next }
}

export const describeConfigurationRevision: Verb<typeof mskEndpoints.DescribeConfigurationRevision> = async ({
  ctx,
  input,
}) => {
  const { arn } = await findConfiguration(ctx, input.arn)
  const { revision } = input
  const found = await database().configurationRevision.findUnique({
    where: { configurationArn_revision: { configurationArn: arn, revision } },
  })
  if (!found) throw badRequest(`The configuration has no revision ${revision}.`, 'revision')
  return {
    arn,
    ...revisionView(found),
    serverProperties: Buffer.from(found.properties).toString('base64'),
  }
}
