import type { configurationEndpoints } from '@/lib/contract/console/configurations'
import type { Verb } from '../http/context'
import { addRevision, revisedMeanwhile } from './add-revision'
import { findConfiguration } from './find-configuration'
import { recordView } from './list-revision-records'
import { latestOf } from './view'

/** Two who edit from the same revision: the second is told, and nothing is laid over what the first one made. */
export const reviseConfiguration: Verb<typeof configurationEndpoints.reviseConfiguration> = async ({
  ctx,
  input: { arn, from, description, serverProperties },
}) => {
  const configuration = await findConfiguration(ctx, arn)
  const latest = latestOf(configuration).revision
  if (from !== latest) throw revisedMeanwhile(latest)
  const created = await addRevision(ctx, {
    configuration,
    after: from,
    serverProperties,
    description: description === '' ? null : description,
  })
  return recordView(created)
}
