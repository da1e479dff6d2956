import { type CreateStep, FIRST_STEP } from './create/sections'

/** The only place page addresses are spelled. */
export const routes = {
  clusters: () => '/clusters',
  createCluster: (step: CreateStep = FIRST_STEP) =>
    step === FIRST_STEP ? '/clusters/create' : `/clusters/create?step=${step}`,
  cluster: (clusterId: string) => `/clusters/${encodeURIComponent(clusterId)}`,
  clusterBrokers: (clusterId: string) => `/clusters/${encodeURIComponent(clusterId)}/brokers`,
  clusterMonitoring: (clusterId: string) => `/clusters/${encodeURIComponent(clusterId)}/monitoring`,
  explore: (clusterId: string, address = '') =>
    `/clusters/${encodeURIComponent(clusterId)}/monitoring/explore${address}`,
  chartSet: (clusterId: string, name: string) =>
    `/clusters/${encodeURIComponent(clusterId)}/monitoring/charts/${encodeURIComponent(name)}`,
  clusterTopics: (clusterId: string) => `/clusters/${encodeURIComponent(clusterId)}/topics`,
  topic: (clusterId: string, topicName: string) =>
    `/clusters/${encodeURIComponent(clusterId)}/topics/${encodeURIComponent(topicName)}`,
  clusterGroups: (clusterId: string) => `/clusters/${encodeURIComponent(clusterId)}/groups`,
  group: (clusterId: string, groupName: string) =>
    `/clusters/${encodeURIComponent(clusterId)}/groups/${encodeURIComponent(groupName)}`,
  clusterLogs: (clusterId: string) => `/clusters/${encodeURIComponent(clusterId)}/logs`,
  node: (clusterId: string, nodeId: number) => `/clusters/${encodeURIComponent(clusterId)}/nodes/${nodeId}`,
  operation: (clusterId: string, operationId: string) =>
    `/clusters/${encodeURIComponent(clusterId)}/operations/${encodeURIComponent(operationId)}`,
  clusterClient: (clusterId: string) => `/clusters/${encodeURIComponent(clusterId)}/client`,
  /** With a topic: a message into that one. */
  clusterTry: (clusterId: string, topic?: string) =>
    `/clusters/${encodeURIComponent(clusterId)}/try${topic === undefined ? '' : `?topic=${encodeURIComponent(topic)}`}`,
  clusterTags: (clusterId: string) => `/clusters/${encodeURIComponent(clusterId)}/tags`,
  clusterConfiguration: (clusterId: string) => `/clusters/${encodeURIComponent(clusterId)}/configuration`,
  /** The choice may be left to the page: a configuration without a revision is its latest. */
  applyConfiguration: (clusterId: string, choice: { configuration?: string; revision?: number } = {}) => {
    const query = new URLSearchParams()
    if (choice.configuration !== undefined) query.set('configuration', choice.configuration)
    if (choice.revision !== undefined) query.set('revision', String(choice.revision))
    const page = `/clusters/${encodeURIComponent(clusterId)}/configuration/apply`
    return query.size === 0 ? page : `${page}?${query}`
  },
  clusterChange: (clusterId: string) => `/clusters/${encodeURIComponent(clusterId)}/change`,
  /** With a topic: how many replicas its partitions have. */
  clusterRebalance: (clusterId: string, topic?: string) =>
    `/clusters/${encodeURIComponent(clusterId)}/rebalance${topic === undefined ? '' : `?topic=${encodeURIComponent(topic)}`}`,
  clusterUpgrade: (clusterId: string) => `/clusters/${encodeURIComponent(clusterId)}/upgrade`,
  clusterAvailability: (clusterId: string) => `/clusters/${encodeURIComponent(clusterId)}/availability`,
  clusterDrills: (clusterId: string) => `/clusters/${encodeURIComponent(clusterId)}/drills`,
  drill: (clusterId: string, drillId: string) =>
    `/clusters/${encodeURIComponent(clusterId)}/drills/${encodeURIComponent(drillId)}`,
  clusterOperations: (clusterId: string) => `/clusters/${encodeURIComponent(clusterId)}/operations`,
  clusterAlarms: (clusterId: string) => `/clusters/${encodeURIComponent(clusterId)}/alarms`,
  operations: () => '/operations',
  alarms: () => '/alarms',
  alarm: (name: string) => `/alarms/named/${encodeURIComponent(name)}`,
  webhooks: () => '/alarms/webhooks',
  network: () => '/network',
  configurations: () => '/configurations',
  createConfiguration: () => '/configurations/create',
  configuration: (name: string) => `/configurations/named/${encodeURIComponent(name)}`,
  editConfiguration: (name: string) => `/configurations/named/${encodeURIComponent(name)}/edit`,
} as const

/** One part of the way to a page, as data: the bar words it, and asks for the names it needs. */
export type Crumb =
  | { is: 'clusters'; href: string }
  | { is: 'createCluster'; href: string }
  | { is: 'cluster'; clusterId: string; href: string }
  | { is: 'operation'; operationId: string; href: string }
  | { is: 'topics'; href: string }
  | { is: 'topic'; topicName: string; href: string }
  | { is: 'explore'; href: string }
  | { is: 'chartSet'; name: string; href: string }
  | { is: 'groups'; href: string }
  | { is: 'group'; groupName: string; href: string }
  | { is: 'brokers'; href: string }
  | { is: 'clusterConfiguration' | 'applyConfiguration'; href: string }
  | { is: 'logs'; href: string }
  | {
      is:
        | 'operations'
        | 'monitoring'
        | 'tags'
        | 'client'
        | 'try'
        | 'upgrade'
        | 'change'
        | 'rebalance'
        | 'network'
        | 'alarms'
        | 'availability'
        | 'drills'
        | 'drill'
        | 'webhooks'
      href: string
    }
  | { is: 'alarm'; alarmName: string; href: string }
  | { is: 'configurations' | 'createConfiguration' | 'editConfiguration'; href: string }
  | { is: 'configuration'; configurationName: string; href: string }
  | { is: 'node'; clusterId: string; nodeId: number; href: string }

/** Pages of a cluster that are called in its address as they are called here. */
const PLAIN_PAGES = [
  { is: 'monitoring', href: routes.clusterMonitoring },
  { is: 'alarms', href: routes.clusterAlarms },
  { is: 'tags', href: routes.clusterTags },
  { is: 'client', href: routes.clusterClient },
  { is: 'try', href: routes.clusterTry },
  { is: 'upgrade', href: routes.clusterUpgrade },
  { is: 'change', href: routes.clusterChange },
  { is: 'rebalance', href: (clusterId: string) => routes.clusterRebalance(clusterId) },
  { is: 'logs', href: routes.clusterLogs },
  { is: 'operations', href: routes.clusterOperations },
  { is: 'availability', href: routes.clusterAvailability },
  { is: 'drills', href: routes.clusterDrills },
  { is: 'topics', href: routes.clusterTopics },
  { is: 'groups', href: routes.clusterGroups },
] as const

export function crumbsOf(pathname: string): readonly Crumb[] {
  const [, noun, second, third, ...below] = pathname.split('/').map(decodeURIComponent)
  if (noun === 'operations') return [{ is: 'operations', href: routes.operations() }]
  if (noun === 'network') return [{ is: 'network', href: routes.network() }]
  if (noun === 'alarms') return alarmCrumbs(second, third)
  if (noun === 'configurations') return configurationCrumbs(second, third, below[0])
  if (noun !== 'clusters') return []
  const crumbs: Crumb[] = [{ is: 'clusters', href: routes.clusters() }]
  if (second === undefined) return crumbs
  if (second === 'create') return [...crumbs, { is: 'createCluster', href: routes.createCluster() }]
  crumbs.push({ is: 'cluster', clusterId: second, href: routes.cluster(second) })
  if (third === undefined) return crumbs
  const own = PLAIN_PAGES.find(({ is }) => is === third)
  if (own !== undefined) crumbs.push({ is: own.is, href: own.href(second) })
  return [...crumbs, ...crumbsBelow(second, third, below)]
}

/** A page below a page of a cluster, and the page it stands below where that has another name. */
function crumbsBelow(clusterId: string, page: string, below: readonly string[]): readonly Crumb[] {
  const nodes: Crumb = { is: 'brokers', href: routes.clusterBrokers(clusterId) }
  const [first, second] = below
  if (page === 'brokers') return [nodes]
  if (page === 'configuration') return clusterConfigurationCrumbs(clusterId, first)
  if (first === undefined) return page === 'nodes' ? [nodes] : []
  switch (page) {
    case 'operations':
      return [{ is: 'operation', operationId: first, href: routes.operation(clusterId, first) }]
    case 'drills':
      return [{ is: 'drill', href: routes.drill(clusterId, first) }]
    case 'nodes': {
      const nodeId = Number(first)
      return [nodes, { is: 'node', clusterId, nodeId, href: routes.node(clusterId, nodeId) }]
    }
    case 'topics':
      return [{ is: 'topic', topicName: first, href: routes.topic(clusterId, first) }]
    case 'groups':
      return [{ is: 'group', groupName: first, href: routes.group(clusterId, first) }]
    case 'monitoring':
      if (first === 'explore') return [{ is: 'explore', href: routes.explore(clusterId) }]
      return second === undefined
        ? []
        : [{ is: 'chartSet', name: second, href: routes.chartSet(clusterId, second) }]
    default:
      return []
  }
}

function clusterConfigurationCrumbs(clusterId: string, page: string | undefined): readonly Crumb[] {
  const own: Crumb = { is: 'clusterConfiguration', href: routes.clusterConfiguration(clusterId) }
  if (page !== 'apply') return [own]
  return [own, { is: 'applyConfiguration', href: routes.applyConfiguration(clusterId) }]
}

function alarmCrumbs(second: string | undefined, name: string | undefined): readonly Crumb[] {
  const crumbs: Crumb[] = [{ is: 'alarms', href: routes.alarms() }]
  if (second === 'webhooks') crumbs.push({ is: 'webhooks', href: routes.webhooks() })
  if (second === 'named' && name !== undefined)
    crumbs.push({ is: 'alarm', alarmName: name, href: routes.alarm(name) })
  return crumbs
}

function configurationCrumbs(
  second: string | undefined,
  name: string | undefined,
  page: string | undefined,
): readonly Crumb[] {
  const crumbs: Crumb[] = [{ is: 'configurations', href: routes.configurations() }]
  if (second === 'create') crumbs.push({ is: 'createConfiguration', href: routes.createConfiguration() })
  if (second !== 'named' || name === undefined) return crumbs
  crumbs.push({ is: 'configuration', configurationName: name, href: routes.configuration(name) })
  if (page === 'edit') crumbs.push({ is: 'editConfiguration', href: routes.editConfiguration(name) })
  return crumbs
}
