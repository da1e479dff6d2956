import { parseConfigurationArn } from '@/lib/domain/arn'
import { CLEAN_ELECTIONS, cleanElectionsArn } from '@/lib/domain/configuration/clean-elections'
import { problemWords } from '@/lib/domain/configuration/problem-words'
import { readConfiguration } from '@/lib/domain/configuration/read-configuration'
import { findKafkaVersion } from '@/lib/domain/kafka-version'
import { refusal, type Refusal } from '../cluster/create/refusal'
import { environment } from '../env'
import { database } from '../process'

type Choice = {
  region: string
  info: { arn: string; revision: number }
  /** As the cluster names it. */
  kafkaVersion: string
  brokerCount: number
}

export type ChosenRevision = {
  refusals: readonly Refusal[]
  properties: Readonly<Record<string, string>>
}

/** The revision that is named, read for the release it will run: other releases know other settings. */
export async function chosenRevision({
  region,
  info,
  kafkaVersion,
  brokerCount,
}: Choice): Promise<ChosenRevision> {
  const text = await textOf(region, info.arn, info.revision)
  if (typeof text !== 'string') return { refusals: [text], properties: {} }
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
      ...replicaRules(properties, brokerCount),
    ],
    properties,
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
  if (!found && revision === 1 && arn === cleanElectionsArn({ region, account: environment().account })) {
    return (await nameInUse(region)) ?? CLEAN_ELECTIONS.properties
  }
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

/** Somebody else's configuration has the name of the one that is made when it is first named. */
async function nameInUse(region: string): Promise<Refusal | null> {
  const { name } = CLEAN_ELECTIONS
  const found = await database().configuration.findUnique({ where: { region_name: { region, name } } })
  if (!found) return null
  return refusal({
    rule: 'configurationName',
    field: 'configurationInfo',
    parameters: { name },
    message: `The name ${name} belongs to another configuration in ${region}. Choose that one, or delete it.`,
  })
}

/** Kafka makes its own topics when they are first needed, and then could not: no group would ever commit. */
const OF_INTERNAL_TOPICS = [
  'offsets.topic.replication.factor',
  'transaction.state.log.replication.factor',
] as const

function replicaRules(properties: Readonly<Record<string, string>>, brokers: number): Refusal[] {
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
