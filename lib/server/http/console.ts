import { consoleEndpoints as rows } from '@/lib/contract/console/endpoints'
import { listRecommendedAlarms } from '../alarm/recommended/list-recommended-alarms'
import { putRecommendedAlarms } from '../alarm/recommended/put-recommended-alarms'
import { deleteWebhook, listWebhooks, putWebhook, testWebhook } from '../alarm/webhook/webhooks'
import { deleteChartSet, listChartSets, putChartSet } from '../chart-set/chart-sets'
import { changeAvailability } from '../availability/change-availability'
import { getAvailability } from '../availability/get-availability'
import { getAvailabilityDay } from '../availability/get-availability-day'
import { acceptLoss } from '../cluster/accept-loss'
import { changeHealing } from '../cluster/change-healing'
import { decideHeld } from '../cluster/decide-held'
import { listIncidents } from '../cluster/list-incidents'
import { changePower } from '../cluster/change-power'
import { changeGrowthRule } from '../cluster/growth/change-growth-rule'
import { getCluster } from '../cluster/get-cluster'
import { listClusterSummaries } from '../cluster/list-cluster-summaries'
import { planCluster } from '../cluster/plan-cluster'
import { changeCluster } from '../cluster/change/change-by-console'
import { planChange } from '../cluster/change/plan-change'
import { getClusterConfiguration } from '../configuration/change/get-cluster-configuration'
import { listConfigurationUses } from '../configuration/list-configuration-uses'
import { listRevisionRecords } from '../configuration/list-revision-records'
import { reviseConfiguration } from '../configuration/revise-configuration'
import { endDrill } from '../drill/end-drill'
import { getDrill } from '../drill/get-drill'
import { listDrills } from '../drill/list-drills'
import { startDrill } from '../drill/start-drill'
import { deleteGroup } from '../group/delete-group'
import { getGroup } from '../group/get-group'
import { listGroupRows } from '../group/list-group-rows'
import { planOffsetReset, resetOffsets } from '../group/reset-offsets'
import { getHost } from '../host/get-host'
import { downloadNodeLog } from '../node/download-node-log'
import { getNode } from '../node/get-node'
import { getNodeLog } from '../node/get-node-log'
import { getNodeSettings } from '../node/get-node-settings'
import { listElections } from '../node/list-elections'
import { listNodes } from '../node/list-nodes'
import { searchLogs } from '../node/search-logs'
import { getOperation } from '../operation/get-operation'
import { getMoveProgress } from '../operation/moves/get-move-progress'
import { listOperationMoves } from '../operation/moves/list-operation-moves'
import { steerOperation } from '../operation/steer-operation'
import { changeTopicSetting } from '../topic/change-topic-setting'
import { getTopic } from '../topic/get-topic'
import { getTopicDefaults } from '../topic/get-topic-defaults'
import { getTopicSettings } from '../topic/get-topic-settings'
import { listTopicChanges } from '../topic/list-topic-changes'
import { listTopicFigures } from '../topic/list-topic-figures'
import { listTopicRows } from '../topic/list-topic-rows'
import { getNetwork } from '../network/get-network'
import { listOperations } from '../operation/list-operations'
import { getTryIt } from '../try-it/get-try-it'
import { getTryRun } from '../try-it/get-try-run'
import { sendMessage } from '../try-it/send-message'
import { startTryRun } from '../try-it/start-try-run'
import { bind, serve, type Operation } from './serve'

/** What the console needs and MSK has no word for. */
const operations = {
  getHost: bind(rows.getHost, getHost),
  listClusters: bind(rows.listClusters, listClusterSummaries),
  getCluster: bind(rows.getCluster, getCluster),
  planCluster: bind(rows.planCluster, planCluster),
  changePower: bind(rows.changePower, changePower),
  getAvailability: bind(rows.getAvailability, getAvailability),
  getAvailabilityDay: bind(rows.getAvailabilityDay, getAvailabilityDay),
  changeAvailability: bind(rows.changeAvailability, changeAvailability),
  changeHealing: bind(rows.changeHealing, changeHealing),
  decideHeld: bind(rows.decideHeld, decideHeld),
  listIncidents: bind(rows.listIncidents, listIncidents),
  acceptLoss: bind(rows.acceptLoss, acceptLoss),
  changeGrowthRule: bind(rows.changeGrowthRule, changeGrowthRule),
  planChange: bind(rows.planChange, planChange),
  changeCluster: bind(rows.changeCluster, changeCluster),
  getClusterConfiguration: bind(rows.getClusterConfiguration, getClusterConfiguration),
  steerOperation: bind(rows.steerOperation, steerOperation),
  getOperation: bind(rows.getOperation, getOperation),
  listOperationMoves: bind(rows.listOperationMoves, listOperationMoves),
  getMoveProgress: bind(rows.getMoveProgress, getMoveProgress),
  listNodes: bind(rows.listNodes, listNodes),
  listElections: bind(rows.listElections, listElections),
  getNode: bind(rows.getNode, getNode),
  getNodeSettings: bind(rows.getNodeSettings, getNodeSettings),
  getNodeLog: bind(rows.getNodeLog, getNodeLog),
  downloadNodeLog: bind(rows.downloadNodeLog, downloadNodeLog),
  searchLogs: bind(rows.searchLogs, searchLogs),
  listTopicRows: bind(rows.listTopicRows, listTopicRows),
  listTopicChanges: bind(rows.listTopicChanges, listTopicChanges),
  listTopicFigures: bind(rows.listTopicFigures, listTopicFigures),
  getTopicDefaults: bind(rows.getTopicDefaults, getTopicDefaults),
  getTopic: bind(rows.getTopic, getTopic),
  getTopicSettings: bind(rows.getTopicSettings, getTopicSettings),
  changeTopicSetting: bind(rows.changeTopicSetting, changeTopicSetting),
  listGroupRows: bind(rows.listGroupRows, listGroupRows),
  getGroup: bind(rows.getGroup, getGroup),
  deleteGroup: bind(rows.deleteGroup, deleteGroup),
  planOffsetReset: bind(rows.planOffsetReset, planOffsetReset),
  resetOffsets: bind(rows.resetOffsets, resetOffsets),
  listChartSets: bind(rows.listChartSets, listChartSets),
  putChartSet: bind(rows.putChartSet, putChartSet),
  deleteChartSet: bind(rows.deleteChartSet, deleteChartSet),
  getTryIt: bind(rows.getTryIt, getTryIt),
  startTryRun: bind(rows.startTryRun, startTryRun),
  getTryRun: bind(rows.getTryRun, getTryRun),
  sendMessage: bind(rows.sendMessage, sendMessage),
  listDrills: bind(rows.listDrills, listDrills),
  startDrill: bind(rows.startDrill, startDrill),
  getDrill: bind(rows.getDrill, getDrill),
  endDrill: bind(rows.endDrill, endDrill),
  listOperations: bind(rows.listOperations, listOperations),
  getNetwork: bind(rows.getNetwork, getNetwork),
  listRecommendedAlarms: bind(rows.listRecommendedAlarms, listRecommendedAlarms),
  putRecommendedAlarms: bind(rows.putRecommendedAlarms, putRecommendedAlarms),
  listWebhooks: bind(rows.listWebhooks, listWebhooks),
  putWebhook: bind(rows.putWebhook, putWebhook),
  testWebhook: bind(rows.testWebhook, testWebhook),
  deleteWebhook: bind(rows.deleteWebhook, deleteWebhook),
  listConfigurationUses: bind(rows.listConfigurationUses, listConfigurationUses),
  listRevisionRecords: bind(rows.listRevisionRecords, listRevisionRecords),
  reviseConfiguration: bind(rows.reviseConfiguration, reviseConfiguration),
} satisfies Record<keyof typeof rows, Operation>

export const serveConsole = serve(operations)
