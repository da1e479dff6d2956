import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import type { Verb } from '../http/context'
import { addRevision } from './add-revision'
import { findConfiguration } from './find-configuration'
import { latestOf, revisionView } from './view'

export const updateConfiguration: Verb<typeof mskEndpoints.UpdateConfiguration> = async ({ ctx, input }) => {
  const configuration = await findConfiguration(ctx, input.arn)
  const created = await addRevision(ctx, {
    configuration,
    after: latestOf(configuration).revision,
    serverProperties: input.serverProperties,
    description: input.description ?? null,
  })
  return { arn: configuration.arn, latestRevision: revisionView(created) }
}
