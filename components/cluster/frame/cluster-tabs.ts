import { routes } from '@/lib/browser/routes'
import type { Messages } from '@/components/shell/messages'

type ClusterTab = { key: keyof Messages['cluster']['tabs']; href: (clusterId: string) => string }

/**
 * The pages of a cluster in the order they stand and in which the keys 1 to 9 go to them: overview, brokers,
 * monitoring, topics, operations, logs, tags, client, try. A page has a row here once it exists; `key` names its label in `cluster.tabs`.
 */
export const CLUSTER_TABS: readonly ClusterTab[] = [
  { key: 'overview', href: routes.cluster },
  { key: 'brokers', href: routes.clusterBrokers },
  { key: 'monitoring', href: routes.clusterMonitoring },
  { key: 'topics', href: routes.clusterTopics },
  { key: 'operations', href: routes.clusterOperations },
  { key: 'logs', href: routes.clusterLogs },
  { key: 'tags', href: routes.clusterTags },
  { key: 'client', href: routes.clusterClient },
  { key: 'try', href: routes.clusterTry },
]
