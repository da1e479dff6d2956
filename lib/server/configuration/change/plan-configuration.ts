import { createHash } from 'node:crypto'
import type { ConfigurationPlan } from '@/lib/contract/console/configuration-change'
import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { clusterCan } from '@/lib/domain/cluster'
import { changeConfiguration, runningSettings } from '@/lib/domain/configuration/configuration-change'
import { preview } from '@/lib/domain/plan/preview'
import { topicsAtRisk } from '@/lib/domain/plan/topics-at-risk'
import { isKnown } from '@/lib/domain/plan/world'
import { systemClock } from '../../clock'
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

type Info = { arn: string; revision: number } | null

/** What a revision would change of this cluster, and how, asked of the code that would do it; nothing is stored. */
export const planConfiguration: Verb<typeof consoleEndpoints.planConfiguration> = async ({ input }) => {
  const { clusterId, configurationInfo: info } = input
  const [stored, row] = await Promise.all([
    loadCluster(database(), clusterId),
    database().cluster.findUnique({ where: { id: clusterId }, include: statusInclude }),
  ])
  if (!stored || !row) throw notFound(`There is no cluster ${clusterId}.`, 'clusterId')
  const source = stored.specification
  const chosen =
    info === null
      ? { refusals: [], properties: {} }
      : await chosenRevision({
          region: row.region,
          info,
          kafkaVersion: source.kafkaVersion,
          brokerCount: source.brokerCount,
        })
  const { state } = clusterStatus(row, systemClock.now())
  const permission = clusterCan.changeConfiguration({ state, power: source.power })
  const refusals = [
    ...(permission.may ? [] : [permission.why]),
    ...chosen.refusals.map(({ message }) => message),
  ]
  const { changes, specification } = changeConfiguration(
    source,
    info === null ? null : { info, properties: chosen.properties },
  )
  const looked = await lookAtCluster(stored, runningSettings(source).all)
  const { steps, restarts, risks, canonical } = preview(changeWorld(stored, specification, looked))
  const { partitions } = looked.kafka
  return {
    clusterName: row.name,
    clusterArn: row.arn,
    currentVersion: row.currentVersion,
    from: await namedRevision(source.configurationInfo),
    to: await namedRevision(info),
    refusals,
    changes: [...changes],
    strangers: strangersTo(specification, looked.kafka.settings)?.filter(isNotOurs(source)) ?? null,
    steps: steps.map(({ step, undo }) => ({ step, undo })),
    restarts: restarts.flatMap((nodeId) => {
      const node = stored.nodes.find((each) => each.nodeId === nodeId)
      return node ? [{ nodeId, role: node.role, zoneId: node.zoneId }] : []
    }),
    topicsAtRisk:
      restarts.length === 0 ? [] : isKnown(partitions) ? [...topicsAtRisk(partitions.value, restarts)] : null,
    losesQuorum: risks.some(({ is }) => is === 'noQuorumMeanwhile'),
    lastDurationsMs: await lastRolls(restarts, new Date(systemClock.now())),
    command: info === null ? null : commandOf(row, info),
    hash: createHash('sha256').update(JSON.stringify({ changes, canonical })).digest('hex').slice(0, 24),
  }
}

/** What the present specification told them is no stranger: the change itself says what becomes of it. */
const isNotOurs = (source: Parameters<typeof runningSettings>[0]) => {
  const { told } = runningSettings(source)
  return ({ name, node, value }: NonNullable<ConfigurationPlan['strangers']>[number]): boolean =>
    node !== null || told[name] !== value
}

function commandOf(
  { arn, region, currentVersion }: { arn: string; region: string; currentVersion: string },
  info: NonNullable<Info>,
): string {
  const { host, port } = environment()
  return [
    'aws kafka update-cluster-configuration',
    `--endpoint-url http://${host}:${port}`,
    `--region ${region}`,
    `--cluster-arn ${arn}`,
    `--configuration-info Arn=${info.arn},Revision=${info.revision}`,
    `--current-version ${currentVersion}`,
  ].join(' \\\n  ')
}
