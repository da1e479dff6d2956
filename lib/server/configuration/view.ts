import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'

/** A configuration is described by its latest revision. */
export const withLatest = {
  revisions: { orderBy: { revision: 'desc' }, take: 1 },
} as const satisfies Prisma.ConfigurationInclude

type Described = Prisma.ConfigurationGetPayload<{ include: typeof withLatest }>
type Revision = Pick<Described['revisions'][number], 'revision' | 'description' | 'createdAt'>

export const revisionView = ({ revision, description, createdAt }: Revision) => ({
  creationTime: createdAt.toISOString(),
  ...(description === null ? {} : { description }),
  revision,
})

export function configurationView(configuration: Described) {
  const { arn, name, createdAt } = configuration
  const latest = latestOf(configuration)
  return {
    arn,
    name,
    creationTime: createdAt.toISOString(),
    description: latest.description ?? '',
    kafkaVersions: versionsOf(configuration),
    latestRevision: revisionView(latest),
    state: 'ACTIVE' as const,
  }
}

export function latestOf({ arn, revisions: [latest] }: Described) {
  if (latest === undefined) throw new Error(`${arn} has no revision.`)
  return latest
}

export const versionsOf = ({ kafkaVersions }: { kafkaVersions: string }): string[] =>
  z.array(z.string()).parse(JSON.parse(kafkaVersions))
