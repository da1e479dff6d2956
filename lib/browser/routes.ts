import { type CreateStep, FIRST_STEP } from './create/sections'

/** The only place page addresses are spelled. */
export const routes = {
  clusters: () => '/clusters',
  createCluster: (step: CreateStep = FIRST_STEP) =>
    step === FIRST_STEP ? '/clusters/create' : `/clusters/create?step=${step}`,
  cluster: (clusterId: string) => `/clusters/${encodeURIComponent(clusterId)}`,
  clusterBrokers: (clusterId: string) => `/clusters/${encodeURIComponent(clusterId)}/brokers`,
  clusterMonitoring: (clusterId: string) => `/clusters/${encodeURIComponent(clusterId)}/monitoring`,
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
  clusterOperations: (clusterId: string) => `/clusters/${encodeURIComponent(clusterId)}/operations`,
  clusterAlarms: (clusterId: string) => `/clusters/${encodeURIComponent(clusterId)}/alarms`,
  operations: () => '/operations',
  alarms: () => '/alarms',
  alarm: (name: string) => `/alarms/named/${encodeURIComponent(name)}`,
  webhooks: () => '/alarms/webhooks',
  network: () => '/network',
} as const

/** One part of the way to a page, as data: the bar words it, and asks for the names it needs. */
export type Crumb =
  | { is: 'clusters'; href: string }
  | { is: 'createCluster'; href: string }
  | { is: 'cluster'; clusterId: string; href: string }
  | { is: 'operation'; operationId: string; href: string }
  | { is: 'topics'; href: string }
  | { is: 'topic'; topicName: string; href: string }
  | { is: 'groups'; href: string }
  | { is: 'group'; groupName: string; href: string }
  | { is: 'brokers'; href: string }
  | { is: 'logs'; href: string }
  | {
      is: 'operations' | 'monitoring' | 'tags' | 'client' | 'try' | 'network' | 'alarms' | 'webhooks'
      href: string
    }
  | { is: 'alarm'; alarmName: string; href: string }
  | { is: 'node'; clusterId: string; nodeId: number; href: string }

/** Pages of a cluster with nothing below them. */
const PLAIN_PAGES = [
  { is: 'monitoring', href: routes.clusterMonitoring },
  { is: 'alarms', href: routes.clusterAlarms },
  { is: 'tags', href: routes.clusterTags },
  { is: 'client', href: routes.clusterClient },
  { is: 'try', href: routes.clusterTry },
  { is: 'logs', href: routes.clusterLogs },
] as const

export function crumbsOf(pathname: string): readonly Crumb[] {
  const [, noun, second, third, fourth] = pathname.split('/').map(decodeURIComponent)
  if (noun === 'operations') return [{ is: 'operations', href: routes.operations() }]
  if (noun === 'network') return [{ is: 'network', href: routes.network() }]
  if (noun === 'alarms') return alarmCrumbs(second, third)
  if (noun !== 'clusters') return []
  const crumbs: Crumb[] = [{ is: 'clusters', href: routes.clusters() }]
  if (second === undefined) return crumbs
  if (second === 'create') return [...crumbs, { is: 'createCluster', href: routes.createCluster() }]
  crumbs.push({ is: 'cluster', clusterId: second, href: routes.cluster(second) })
  if (third === 'operations') {
    crumbs.push({ is: 'operations', href: routes.clusterOperations(second) })
    if (fourth !== undefined)
      crumbs.push({ is: 'operation', operationId: fourth, href: routes.operation(second, fourth) })
  }
  const plain = PLAIN_PAGES.find(({ is }) => is === third)
  if (plain !== undefined) crumbs.push({ is: plain.is, href: plain.href(second) })
  if (third === 'brokers' || third === 'nodes') {
    crumbs.push({ is: 'brokers', href: routes.clusterBrokers(second) })
  }
  if (third === 'nodes' && fourth !== undefined) {
    const nodeId = Number(fourth)
    crumbs.push({ is: 'node', clusterId: second, nodeId, href: routes.node(second, nodeId) })
  }
  if (third === 'topics') {
    crumbs.push({ is: 'topics', href: routes.clusterTopics(second) })
    if (fourth !== undefined)
      crumbs.push({ is: 'topic', topicName: fourth, href: routes.topic(second, fourth) })
  }
  if (third === 'groups') {
    crumbs.push({ is: 'groups', href: routes.clusterGroups(second) })
    if (fourth !== undefined)
      crumbs.push({ is: 'group', groupName: fourth, href: routes.group(second, fourth) })
  }
  return crumbs
}

function alarmCrumbs(second: string | undefined, name: string | undefined): readonly Crumb[] {
  const crumbs: Crumb[] = [{ is: 'alarms', href: routes.alarms() }]
  if (second === 'webhooks') crumbs.push({ is: 'webhooks', href: routes.webhooks() })
  if (second === 'named' && name !== undefined)
    crumbs.push({ is: 'alarm', alarmName: name, href: routes.alarm(name) })
  return crumbs
}
