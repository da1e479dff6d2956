import { routes } from '@/lib/browser/routes'
import type { Messages } from '@/components/shell/messages'

type ClusterTab = { key: keyof Messages['cluster']['tabs']; href: (clusterId: string) => string }

/**
 * The pages of a cluster in the order they stand. The keys 1 to 9 and then 0 go to the first ten: what is looked at
 * in a hurry stands before what is set once. A page has a row here once it exists; `key` names its label in
 * `cluster.tabs`.
 */
export const CLUSTER_TABS: readonly ClusterTab[] = [
  { key: 'overview', href: routes.cluster },
  { key: 'brokers', href: routes.clusterBrokers },
  { key: 'monitoring', href: routes.clusterMonitoring },
  { key: 'topics', href: routes.clusterTopics },
  { key: 'groups', href: routes.clusterGroups },
  { key: 'operations', href: routes.clusterOperations },
  { key: 'alarms', href: routes.clusterAlarms },
  { key: 'logs', href: routes.clusterLogs },
  { key: 'client', href: routes.clusterClient },
  { key: 'try', href: routes.clusterTry },
  { key: 'configuration', href: routes.clusterConfiguration },
  { key: 'tags', href: routes.clusterTags },
  { key: 'availability', href: routes.clusterAvailability },
  { key: 'drills', href: routes.clusterDrills },
]

/** As they stand on a keyboard. */
export const TAB_KEYS: readonly string[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0']
