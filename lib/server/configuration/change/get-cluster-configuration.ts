import type {
  ClusterConfiguration,
  EffectiveClusterSetting,
} from '@/lib/contract/console/cluster-configuration'
import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import type { ClusterSpecification } from '@/lib/domain/cluster'
import { effectiveValues, runningSettings } from '@/lib/domain/configuration/configuration-change'
import { winsOver } from '@/lib/domain/configuration/other-spelling'
import { CONFIGURABLE_SETTINGS, settingDefinition } from '@/lib/domain/configuration/setting-definition'
import { sharedSources } from '@/lib/domain/kafka-properties'
import { endpointOf, servesClients } from '@/lib/domain/node'
import { loadCluster, type StoredCluster } from '../../engine/stored/stored-cluster'
import { notFound } from '../../http/api-error'
import type { Verb } from '../../http/context'
import { describeNodeConfigs } from '../../kafka/node-configs'
import { isKafkaError } from '../../kafka/wire/kafka-error'
import { database, runtime } from '../../process'
import { latestRevisionOf, namedRevision } from './revision-name'

/** What shall hold on the brokers of a cluster, with its source, against what each of them says it runs. */
export const getClusterConfiguration: Verb<typeof consoleEndpoints.getClusterConfiguration> = async ({
  input: { clusterId },
}) => {
  const stored = await loadCluster(database(), clusterId)
  if (!stored) throw notFound(`There is no cluster ${clusterId}.`, 'clusterId')
  const { specification } = stored
  const asked = await askBrokers(stored)
  const running = asked.flatMap((each) => ('runs' in each ? [each] : []))
  return {
    currentVersion: stored.row.currentVersion,
    revision: await namedRevision(specification.configurationInfo),
    latestRevision: await latestRevisionOf(specification.configurationInfo),
    settings: settingsOf(specification, running),
    unknown: asked.flatMap((each) => ('why' in each ? [{ node: each.node, why: each.why }] : [])),
  }
}

type Running = { node: number; runs: Awaited<ReturnType<typeof describeNodeConfigs>> }

async function askBrokers({ nodes, specification }: StoredCluster) {
  // At the addresses of fake brokers someone else's may listen; a stopped cluster has nobody to ask.
  if (runtime().capabilities.driver === 'fake' || specification.power === 'off') return []
  const brokers = nodes.filter(({ role }) => servesClients(role))
  return Promise.all(
    brokers.map(async ({ nodeId: node, place }): Promise<Running | { node: number; why: string }> => {
      try {
        return { node, runs: await describeNodeConfigs(endpointOf(place, 'client'), node) }
      } catch (error) {
        if (!isKafkaError(error)) throw error
        return { node, why: error.message }
      }
    }),
  )
}

function settingsOf(
  specification: ClusterSpecification,
  running: readonly Running[],
): ClusterConfiguration['settings'] {
  const sources = sharedSources(specification)
  const wanted = effectiveValues(specification)
  const { told } = runningSettings(specification)
  const names = new Set([
    ...CONFIGURABLE_SETTINGS.filter((name) => settingDefinition(name, specification.release) !== null),
    ...Object.keys(sources),
  ])
  return [...names].toSorted().map((name) => ({
    name,
    wanted: wanted(name),
    source: sources[name] ?? 'KAFKA_DEFAULT',
    isTold: told[name] !== undefined,
    differing: running.flatMap((broker) => differenceOf(broker, name, wanted(name))),
  }))
}

/** Kafka writes lists with and without blanks, and says nothing of what is unset. */
const plain = (value: string | null): string => (value ?? '').replaceAll(/\s/g, '').toLowerCase()

function differenceOf(
  { node, runs }: Running,
  name: string,
  wanted: string | null,
): EffectiveClusterSetting['differing'] {
  const found = runs.find((config) => config.name === name)
  // A setting that the broker does not know at all, as those of an authorizer that is off, is no difference.
  if (found === undefined || found.isSensitive || isHidden(name, runs)) return []
  if (
    plain(found.value) === plain(wanted) ||
    (found.value === null && found.configSource === 'DEFAULT_CONFIG')
  )
    return []
  return [{ node, value: found.value, source: sourceOf(found.configSource) }]
}

/** Its other spelling was told while the broker ran: what is described of this one is not what holds. */
function isHidden(name: string, runs: Running['runs']): boolean {
  const winner = runs.find((config) => config.name === winsOver(name))
  return winner !== undefined && sourceOf(winner.configSource) !== 'FILE'
}

function sourceOf(source: Running['runs'][number]['configSource']): 'OWN' | 'ALL' | 'FILE' {
  if (source === 'DYNAMIC_BROKER_CONFIG') return 'OWN'
  return source === 'DYNAMIC_DEFAULT_BROKER_CONFIG' ? 'ALL' : 'FILE'
}
