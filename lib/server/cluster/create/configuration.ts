import { chosenRevision } from '../../configuration/chosen-revision'
import type { Refusal } from './refusal'
import type { CreateRequest } from './request'

export type ChosenConfiguration = {
  refusals: readonly Refusal[]
  /** What the specification says of it. */
  chosen: { configuration: Record<string, string>; configurationInfo?: { arn: string; revision: number } }
}

/** What a creation asks of a configuration, if it names one. */
export async function chosenConfiguration({
  region,
  provisioned: { configurationInfo: info, kafkaVersion, numberOfBrokerNodes: brokerCount },
}: Pick<CreateRequest, 'region' | 'provisioned'>): Promise<ChosenConfiguration> {
  if (info === undefined) return { refusals: [], chosen: { configuration: {} } }
  const { refusals, properties } = await chosenRevision({ region, info, kafkaVersion, brokerCount })
  return { refusals, chosen: { configuration: { ...properties }, configurationInfo: info } }
}
