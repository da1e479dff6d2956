import type { ClusterSpecification } from '@/lib/domain/cluster'
import { CLEAN_ELECTIONS, cleanElectionsArn } from '@/lib/domain/configuration/clean-elections'
import { systemClock } from '../clock'
import { environment } from '../env'
import type { Context } from '../http/context'
import { database } from '../process'

/** Changes nothing, and fails the whole when the configuration was deleted since it was read. */
export function keepConfiguration(
  { region, actor }: Pick<Context, 'region' | 'actor'>,
  { configurationInfo }: Pick<ClusterSpecification, 'configurationInfo'>,
) {
  if (configurationInfo === undefined) return []
  const { arn } = configurationInfo
  const { configuration } = database()
  if (arn !== cleanElectionsArn({ region, account: environment().account })) {
    return [configuration.update({ where: { arn }, data: { arn } })]
  }
  // The one that nobody has to make first. The statement carries both, so that of two at once one makes it.
  const { name, description, properties } = CLEAN_ELECTIONS
  const createdAt = new Date(systemClock.now())
  const revisions = { create: { revision: 1, description, properties, actor, createdAt } }
  return [
    configuration.upsert({
      where: { arn },
      create: { arn, region, name, kafkaVersions: '[]', createdAt, revisions },
      update: { arn },
    }),
  ]
}
