import { consoleEndpoints as rows } from '@/lib/contract/console/endpoints'
import { changePower } from '../cluster/change-power'
import { getCluster } from '../cluster/get-cluster'
import { getNodeLog } from '../cluster/get-node-log'
import { listClusterSummaries } from '../cluster/list-cluster-summaries'
import { planCluster } from '../cluster/plan-cluster'
import { getHost } from '../host/get-host'
import { getOperation } from '../operation/get-operation'
import { bind, serve, type Operation } from './serve'

/** What the console needs and MSK has no word for. */
const operations = {
  getHost: bind(rows.getHost, getHost),
  listClusters: bind(rows.listClusters, listClusterSummaries),
  getCluster: bind(rows.getCluster, getCluster),
  planCluster: bind(rows.planCluster, planCluster),
  changePower: bind(rows.changePower, changePower),
  getOperation: bind(rows.getOperation, getOperation),
  getNodeLog: bind(rows.getNodeLog, getNodeLog),
} satisfies Record<keyof typeof rows, Operation>

export const serveConsole = serve(operations)
