import { createHash } from 'node:crypto'
import type { ConfigurationPlan } from '@/lib/contract/console/configuration-change'
import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { clusterCan, type ClusterSpecification } from '@/lib/domain/cluster'
import {
  changeConfiguration,
  runningSettings,
  type ConfigurationChange,
} from '@/lib/domain/configuration/configuration-change'
import { preview } from '@/lib/domain/plan/preview'
import { topicsAtRisk } from '@/lib/domain/plan/topics-at-risk'
import { isKnown } from '@/lib/domain/plan/world'
import { changeVersion } from '@/lib/domain/upgrade'
import { systemClock } from '../../clock'
import { upgradeOf } from '../../cluster/update-cluster-kafka-version'
import { loadCluster } from '../../engine/stored/stored-cluster'
import { environment } from '../../env'
import { notFound } from '../../http/api-error'
import type { Verb } from '../../http/context'
import { lastRolls } from '../../operation/last-durations'
import { database } from '../../process'
import { clusterStatus, statusInclude } from '../../status/read-cluster-status'
import { chosenRevision } from '../chosen-revision'
import { changeWorld } from './change-world'
import { lookAtCluster } from './look-at-cluster'
import { namedRevision } from './revision-name'
import { strangersTo } from './strangers'

type Stored = NonNullable<Awaited<ReturnType<typeof loadCluster>>>
type ClusterRow = { arn: string; region: string; currentVersion: string }
type Info = { arn: string; revision: number }

/** What is asked for, and why it may not be. */
type Wanted = {
  refusals: readonly string[]
  change: ConfigurationChange
  to: Info | null
  version: ConfigurationPlan['version']
  command: string | null
}

/** What a revision or a version would change of this cluster, and how, asked of the code that would do it; nothing is stored. */
export const planConfiguration: Verb<typeof consoleEndpoints.planConfiguration> = async ({ input }) => {
  const { clusterId, configurationInfo: info, targetKafkaVersion: target } = input
  const [stored, row] = await Promise.all([
    loadCluster(database(), clusterId),
    database().cluster.findUnique({ where: { id: clusterId }, include: statusInclude }),
  ])
  if (!stored || !row) throw notFound(`There is no cluster ${clusterId}.`, 'clusterId')
  const source = stored.specification
  const { state } = clusterStatus(row, systemClock.now())
  const may = target === undefined ? clusterCan.changeConfiguration : clusterCan.changeVersion
  const permission = may({ state, power: source.power })
  const wanted =
    target === undefined
      ? await wantedRevision(row, source, info)
      : await wantedVersion(row, source, target, info)
  const { changes, specification } = wanted.change
  const looked = await lookAtCluster(stored, runningSettings(source).all)
  const { steps, restarts, risks, canonical } = preview(changeWorld(stored, specification, looked))
  const { partitions } = looked.kafka
  return {
    clusterName: row.name,
    clusterArn: row.arn,
    currentVersion: row.currentVersion,
    version: wanted.version,
    from: await namedRevision(source.configurationInfo),
    to: await namedRevision(wanted.to),
    refusals: [...(permission.may ? [] : [permission.why]), ...wanted.refusals],
    changes: [...changes],
    strangers: strangersTo(specification, looked.kafka.settings)?.filter(isNotOurs(source)) ?? null,
    steps: steps.map(({ step, undo }) => ({ step, undo })),
    restarts: restartsOf(stored, restarts),
    topicsAtRisk:
      restarts.length === 0 ? [] : isKnown(partitions) ? [...topicsAtRisk(partitions.value, restarts)] : null,
    losesQuorum: risks.some(({ is }) => is === 'noQuorumMeanwhile'),
    lastDurationsMs: await lastRolls(restarts, new Date(systemClock.now())),
    command: wanted.command,
    hash: createHash('sha256').update(JSON.stringify({ changes, canonical })).digest('hex').slice(0, 24),
  }
}

async function wantedRevision(
  row: ClusterRow,
  source: ClusterSpecification,
  info: Info | null,
): Promise<Wanted> {
  const { kafkaVersion, brokerCount } = source
  const chosen =
    info === null
      ? { refusals: [], properties: {} }
      : await chosenRevision({ region: row.region, info, kafkaVersion, brokerCount })
  return {
    refusals: chosen.refusals.map(({ message }) => message),
    change: changeConfiguration(source, info === null ? null : { info, properties: chosen.properties }),
    to: info,
    version: null,
    command: info === null ? null : commandOf(row, 'update-cluster-configuration', configurationWords(info)),
  }
}

async function wantedVersion(
  row: ClusterRow,
  source: ClusterSpecification,
  target: string,
  info: Info | null,
): Promise<Wanted> {
  const { refusals, version, revision } = await upgradeOf(row.region, source, {
    target,
    configurationInfo: info ?? undefined,
  })
  return {
    refusals: refusals.map(({ message }) => message),
    // What cannot be asked for changes nothing.
    change: version ? changeVersion(source, version, revision) : { changes: [], specification: source },
    to: info ?? source.configurationInfo ?? null,
    version: {
      from: source.kafkaVersion,
      to: target,
      release: version?.release ?? target,
    },
    command: commandOf(row, 'update-cluster-kafka-version', [
      `--target-kafka-version ${target}`,
      ...(info === null ? [] : configurationWords(info)),
    ]),
  }
}

const restartsOf = ({ nodes }: Stored, restarts: readonly number[]): ConfigurationPlan['restarts'] =>
  restarts.flatMap((nodeId) => {
    const node = nodes.find((each) => each.nodeId === nodeId)
    return node ? [{ nodeId, role: node.role, zoneId: node.zoneId }] : []
  })

/** What the present specification told them is no stranger: the change itself says what becomes of it. */
const isNotOurs = (source: Parameters<typeof runningSettings>[0]) => {
  const { told } = runningSettings(source)
  return ({ name, node, value }: NonNullable<ConfigurationPlan['strangers']>[number]): boolean =>
    node !== null || told[name] !== value
}

const configurationWords = ({ arn, revision }: Info) => [
  `--configuration-info Arn=${arn},Revision=${revision}`,
]

function commandOf(
  { arn, region, currentVersion }: ClusterRow,
  verb: string,
  words: readonly string[],
): string {
  const { host, port } = environment()
  return [
    `aws kafka ${verb}`,
    `--endpoint-url http://${host}:${port}`,
    `--region ${region}`,
    `--cluster-arn ${arn}`,
    ...words,
    `--current-version ${currentVersion}`,
  ].join(' \\\n  ')
}
