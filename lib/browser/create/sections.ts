import type { CreationRule } from '@/lib/domain/creation-refusal'
import type { CreateField } from './values'

/** The sections of the one form, in the order one walks them; the review stands at the end and has no fields. */
export const CREATE_SECTIONS = [
  'cluster',
  'network',
  'access',
  'brokers',
  'storage',
  'monitoring',
  'tags',
] as const
export type CreateSection = (typeof CREATE_SECTIONS)[number]

export const CREATE_STEPS = [...CREATE_SECTIONS, 'review'] as const
export type CreateStep = (typeof CREATE_STEPS)[number]

export const FIRST_STEP = 'cluster' satisfies CreateStep

export const stepOf = (word: string | null): CreateStep =>
  CREATE_STEPS.find((step) => step === word) ?? FIRST_STEP

export const stepAfter = (step: CreateStep): CreateStep =>
  CREATE_STEPS[CREATE_STEPS.indexOf(step) + 1] ?? 'review'

/** In the order in which they stand: focus goes to the first that is broken. */
export const FIELDS_OF = {
  cluster: ['clusterName', 'shape', 'kafkaVersion'],
  network: ['subnets', 'developmentSubnet'],
  access: ['access', 'ports'],
  brokers: ['instanceType', 'brokersPerZone', 'behaviour', 'profile', 'configuration'],
  storage: ['volumeSizeGiB'],
  monitoring: ['alarms', 'openMonitoring'],
  tags: ['tags'],
} as const satisfies Record<CreateSection, readonly CreateField[]>

export const sectionOf = (field: CreateField): CreateSection =>
  CREATE_SECTIONS.find((section) => FIELDS_OF[section].some((own) => own === field)) ?? FIRST_STEP

export function firstBroken(isBroken: (field: CreateField) => boolean): CreateField | null {
  return (
    CREATE_SECTIONS.flatMap((section): readonly CreateField[] => FIELDS_OF[section]).find(isBroken) ?? null
  )
}

/** Where each refusal stands. Null: at no field, for the machine is to blame. */
export const FIELD_OF_RULE: Record<CreationRule, CreateField | null> = {
  nameCharacters: 'clusterName',
  nameTaken: 'clusterName',
  nameLeaving: 'clusterName',
  subnetsTwice: 'subnets',
  subnetsCount: 'subnets',
  subnetsOneZone: 'subnets',
  zonesOfSubnets: 'subnets',
  oneSubnet: 'developmentSubnet',
  oneBroker: 'brokersPerZone',
  brokersPerZone: 'brokersPerZone',
  brokersMax: 'brokersPerZone',
  version: 'kafkaVersion',
  versionNeedsZones: 'kafkaVersion',
  brokerType: 'instanceType',
  volumeSize: 'volumeSizeGiB',
  tagKeyLength: 'tags',
  tagValueLong: 'tags',
  tagReserved: 'tags',
  tagsMax: 'tags',
  tagOfMosaik: 'tags',
  noAdvertisedHost: 'access',
  // No field's fault, but this one is the way out.
  portHeld: 'ports',
  notBuilt: null,
  configurationArn: 'configuration',
  configurationRevision: 'configuration',
  configurationName: 'configuration',
  configurationLine: 'configuration',
  configurationReplicas: 'configuration',
  blocksTaken: null,
  placesTaken: null,
  memory: null,
  disk: null,
  fileDescriptors: null,
}
