import type { z } from 'zod'
import type { ConfigurationUse } from '@/lib/contract/console/configurations'
import type { configurationSchema } from '@/lib/contract/msk/configuration'
import type { CsvColumn } from '../table/csv-rows'

export type Configuration = z.output<typeof configurationSchema>

/** A cluster that has a revision, and how many were made since. */
export type StandingUse = ConfigurationUse & { behind: number }
export type ConfigurationRow = Configuration & { uses: readonly StandingUse[] }

/** Each configuration with the clusters that have a revision of it; those furthest behind first. */
export function configurationRows(
  configurations: readonly Configuration[],
  uses: readonly ConfigurationUse[],
): readonly ConfigurationRow[] {
  return configurations.map((configuration) => ({
    ...configuration,
    uses: usesOf(configuration, uses),
  }))
}

export const usesOf = (
  { arn, latestRevision }: Pick<Configuration, 'arn' | 'latestRevision'>,
  uses: readonly ConfigurationUse[],
): readonly StandingUse[] =>
  uses
    .filter(({ configurationArn }) => configurationArn === arn)
    .map((use) => ({ ...use, behind: Math.max(0, latestRevision.revision - use.revision) }))
    .toSorted(
      (left, right) => right.behind - left.behind || left.clusterName.localeCompare(right.clusterName),
    )

export const configurationText = ({ name, description, kafkaVersions, uses }: ConfigurationRow): string =>
  [name, description, ...kafkaVersions, ...uses.map(({ clusterName }) => clusterName)].join(' ')

export const CONFIGURATIONS_CSV: readonly CsvColumn<ConfigurationRow>[] = [
  { header: 'name', valueOf: ({ name }) => name },
  { header: 'latestRevision', valueOf: ({ latestRevision }) => latestRevision.revision },
  { header: 'revisedAt', valueOf: ({ latestRevision }) => latestRevision.creationTime },
  { header: 'createdAt', valueOf: ({ creationTime }) => creationTime },
  { header: 'kafkaVersions', valueOf: ({ kafkaVersions }) => kafkaVersions.join(' ') },
  {
    header: 'clusters',
    valueOf: ({ uses }) => uses.map(({ clusterName, revision }) => `${clusterName}:${revision}`).join(' '),
  },
  { header: 'description', valueOf: ({ description }) => description },
  { header: 'arn', valueOf: ({ arn }) => arn },
]
