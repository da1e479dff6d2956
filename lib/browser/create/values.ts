import { z } from 'zod'
import type { RevisionInfo } from '../cluster-configuration/choice'
import type { CreatePlanInput } from '@/lib/contract/console/plan'
import { DEFAULT_BROKER_TYPE, PROFILES } from '@/lib/domain/broker-type'
import { CLUSTER_ACCESS, CLUSTER_SHAPES } from '@/lib/domain/cluster'
import { BEHAVIOURS, CLUSTER_ALARMS, CLUSTER_PORTS } from '@/lib/domain/cluster-request'
import { DEFAULT_KAFKA_VERSION } from '@/lib/domain/kafka-version'
import { exporterPorts, NO_OPEN_MONITORING, openMonitoringSchema } from '@/lib/domain/open-monitoring'
import { defaultSubnets } from '@/lib/domain/network'

/** What the form holds: text as it was typed, so that a broken number is told as it was typed. */
export const createValuesSchema = z.object({
  clusterName: z.string(),
  shape: z.enum(CLUSTER_SHAPES),
  kafkaVersion: z.string(),
  subnets: z.array(z.string()),
  /** Apart from the others: who tries the other shape finds what was chosen for this one again. */
  developmentSubnet: z.string(),
  access: z.enum(CLUSTER_ACCESS),
  ports: z.enum(CLUSTER_PORTS),
  instanceType: z.string(),
  brokersPerZone: z.string(),
  profile: z.enum(PROFILES),
  /** As `revisionValue` writes it, or CLEAN_ELECTIONS, or DEFAULT_CONFIGURATION. */
  configuration: z.string(),
  volumeSizeGiB: z.string(),
  alarms: z.enum(CLUSTER_ALARMS),
  behaviour: z.enum(BEHAVIOURS),
  openMonitoring: openMonitoringSchema,
  tags: z.array(z.object({ key: z.string(), value: z.string() })),
})
export type CreateValues = z.infer<typeof createValuesSchema>
export type CreateField = keyof CreateValues

export function firstValues(region: string): CreateValues {
  return { ...FIRST_VALUES, ...subnetsOf(region) }
}

/** Instead of a revision: the one that leaves out unclean elections, whichever is its latest. */
export const CLEAN_ELECTIONS = 'clean-elections'

/** A revision as one word, for a list to choose from. */
export const revisionValue = ({ arn, revision }: RevisionInfo): string => `${arn}#${revision}`

export function readRevision(value: string): RevisionInfo | null {
  const [, arn, revision] = /^(.+)#(\d+)$/.exec(value) ?? []
  return arn === undefined ? null : { arn, revision: Number(revision) }
}

const FIRST_VALUES = {
  clusterName: '',
  shape: 'MSK',
  kafkaVersion: DEFAULT_KAFKA_VERSION,
  access: 'THIS_MACHINE',
  ports: 'MSK',
  instanceType: DEFAULT_BROKER_TYPE,
  brokersPerZone: '1',
  profile: 'lab',
  configuration: CLEAN_ELECTIONS,
  volumeSizeGiB: '10',
  alarms: 'RECOMMENDED',
  behaviour: 'ASSISTED',
  openMonitoring: NO_OPEN_MONITORING,
  tags: [],
} satisfies Partial<CreateValues>

/** Subnets are the region’s own: everything else of a form outlives a change of the region. */
export function subnetsOf(region: string): Pick<CreateValues, 'subnets' | 'developmentSubnet'> {
  const subnets = defaultSubnets(region).map(({ subnetId }) => subnetId)
  return { subnets, developmentSubnet: subnets[0] ?? '' }
}

/** What the planner is asked. Defaults that mean “as the host can” are left out, and so is what the shape has no use for. */
export function planInput(values: CreateValues): CreatePlanInput {
  const {
    ports,
    brokersPerZone,
    volumeSizeGiB,
    subnets,
    developmentSubnet,
    tags,
    openMonitoring,
    configuration,
    ...rest
  } = values
  const configurationInfo = readRevision(configuration)
  const isDevelopment = values.shape === 'DEVELOPMENT'
  const said = filledTags(tags)
  return {
    ...rest,
    // One broker has nobody to share its partitions with.
    behaviour: isDevelopment ? 'MSK' : values.behaviour,
    brokersPerZone: isDevelopment ? 1 : Number(brokersPerZone),
    volumeSizeGiB: Number(volumeSizeGiB),
    subnets: isDevelopment ? [developmentSubnet] : subnets,
    ...(said.length === 0 ? {} : { tags: Object.fromEntries(said.map(({ key, value }) => [key, value])) }),
    ...(ports === 'BLOCK' ? { ports } : {}),
    ...(configuration === CLEAN_ELECTIONS ? { cleanElections: true } : {}),
    ...(configurationInfo === null ? {} : { configurationInfo }),
    ...(exporterPorts(openMonitoring).length > 0 ? { openMonitoring } : {}),
  }
}

/** A row that was added and left empty says nothing. */
export const filledTags = (tags: CreateValues['tags']): CreateValues['tags'] =>
  tags.filter((tag) => !isEmptyTag(tag))

export const isEmptyTag = ({ key, value }: CreateValues['tags'][number]): boolean =>
  key === '' && value === ''

/** What differs from what the form begins with. */
export function changedFields(values: CreateValues, region: string): CreateField[] {
  const first = firstValues(region)
  return createValuesSchema
    .keyof()
    .options.filter((name) => JSON.stringify(values[name]) !== JSON.stringify(first[name]))
}
