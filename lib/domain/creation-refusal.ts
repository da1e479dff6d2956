import { z } from 'zod'

/**
 * Why a creation is refused, as a rule and what it was broken with. The API says it in MSK's English; the console
 * words it in the reader's language from these. Amounts in bytes have names that end in `Bytes`.
 */
export const CREATION_RULES = [
  'nameCharacters',
  'nameTaken',
  'nameLeaving',
  'subnetsTwice',
  'subnetsCount',
  'subnetsOneZone',
  'zonesOfSubnets',
  'oneSubnet',
  'oneBroker',
  'brokersPerZone',
  'brokersMax',
  'version',
  'versionNeedsZones',
  'brokerType',
  'volumeSize',
  'tagKeyLength',
  'tagValueLong',
  'tagReserved',
  'tagsMax',
  'tagOfMosaik',
  'configurationArn',
  'configurationRevision',
  'configurationName',
  'configurationLine',
  'configurationReplicas',
  'noAdvertisedHost',
  'notBuilt',
  'blocksTaken',
  'placesTaken',
  'portHeld',
  'memory',
  'disk',
  'fileDescriptors',
] as const
export type CreationRule = (typeof CREATION_RULES)[number]

export const creationRefusalSchema = z.object({
  rule: z.enum(CREATION_RULES),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type CreationRefusal = z.infer<typeof creationRefusalSchema>
