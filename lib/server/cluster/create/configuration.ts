import type { ProvisionedRequest } from '@/lib/contract/msk/create-cluster'
import { parseConfigurationArn } from '@/lib/domain/arn'
import { problemWords } from '@/lib/domain/configuration/problem-words'
import { readConfiguration } from '@/lib/domain/configuration/read-configuration'
import { findKafkaVersion } from '@/lib/domain/kafka-version'
import { environment } from '../../env'
import { database } from '../../process'
import { refusal, type Refusal } from './refusal'
import type { CreateRequest } from './request'

export type ChosenConfiguration = {
  refusals: readonly Refusal[]
  /** What the specification says of it. */
  chosen: { configuration: Record<string, string>; configurationInfo?: { arn: string; revision: number } }
}

/** The revision a creation names, read for the release it will run: other releases know other settings. */
export async function chosenConfiguration({
  region,
  provisioned,
}: Pick<CreateRequest, 'region' | 'provisioned'>): Promise<ChosenConfiguration> {
  const { configurationInfo, kafkaVersion } = provisioned
  if (configurationInfo === undefined) return { refusals: [], chosen: { configuration: {} } }
  const { arn, revision } = configurationInfo
  const text = await textOf(region, arn, revision)
  if (typeof text !== 'string') return { refusals: [text], chosen: { configuration: {} } }
  const release = findKafkaVersion(kafkaVersion)?.release
  const { properties, problems } = readConfiguration(text, release === undefined ? [] : [release])
  return {
    refusals: [
      ...problems.map((problem) =>
        refusal({
          rule: 'configurationLine',
          field: 'configurationInfo',
          parameters: { line: problem.line, setting: problem.key, version: kafkaVersion },
          message: `The configuration does not fit Kafka ${kafkaVersion}. ${problemWords(problem)}`,
        }),
      ),
      ...replicaRules(properties, provisioned),
    ],
    chosen: { configuration: { ...properties }, configurationInfo: { arn, revision } },
  }
}

async function textOf(region: string, arn: string, revision: number): Promise<string | Refusal> {
  const parts = parseConfigurationArn(arn)
  if (parts === null) {
    return refusal({
      rule: 'configurationArn',
      field: 'configurationInfo',
      message: 'Invalid Configuration ARN.',
    })
  }
  const isOurs = parts.region === region && parts.account === environment().account
  const found = isOurs
    ? await database().configuration.findUnique({
        where: { arn },
        include: { revisions: { where: { revision } } },
      })
    : null
  if (!found) {
    return refusal({
      rule: 'configurationArn',
      field: 'configurationInfo',
      message: 'Configuration ARN does not exist.',
    })
  }
  const [stored] = found.revisions
  if (stored) return stored.properties
  return refusal({
    rule: 'configurationRevision',
    field: 'configurationInfo',
    parameters: { name: found.name, revision },
    message: `The configuration ${found.name} has no revision ${revision}.`,
  })
}

/** Kafka makes its own topics when they are first needed, and then could not: no group would ever commit. */
const OF_INTERNAL_TOPICS = [
  'offsets.topic.replication.factor',
  'transaction.state.log.replication.factor',
] as const

function replicaRules(
  properties: Readonly<Record<string, string>>,
  { numberOfBrokerNodes: brokers }: ProvisionedRequest,
): Refusal[] {
  return OF_INTERNAL_TOPICS.flatMap((setting) => {
    const replicas = Number(properties[setting] ?? 0)
    if (replicas <= brokers) return []
    return [
      refusal({
        rule: 'configurationReplicas',
        field: 'configurationInfo',
        parameters: { setting, replicas, brokers },
        message: `The configuration wants ${replicas} replicas by ${setting}, and the cluster has ${brokers} brokers to hold them.`,
      }),
    ]
  })
}
