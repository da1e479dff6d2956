import { chartSetEndpoints } from './chart-sets'
import { clusterEndpoints } from './cluster-endpoints'
import { clusterChangeEndpoints } from './cluster-change'
import { clusterConfigurationEndpoints } from './cluster-configuration'
import { configurationEndpoints } from './configurations'
import { availabilityEndpoints } from './availability'
import { drillEndpoints } from './drills'
import { groupEndpoints } from './group-endpoints'
import { networkEndpoints } from './network'
import { nodeEndpoints } from './node-endpoints'
import { operationEndpoints } from './operations'
import { operationMoveEndpoints } from './operation-moves'
import { planEndpoints } from './plan-endpoints'
import { recommendedAlarmEndpoints } from './recommended-alarms'
import { topicEndpoints } from './topic-endpoints'
import { tryEndpoints } from './try-endpoints'
import { webhookEndpoints } from './webhooks'

/**
 * What the console needs and MSK has no word for; the event stream of `live-path.ts` is the one thing beside these. The
 * server answers all of it. A page imports the table of what it asks: all of them weigh more than the first page may.
 */
export const consoleEndpoints = {
  ...clusterEndpoints,
  ...nodeEndpoints,
  ...planEndpoints,
  ...clusterChangeEndpoints,
  ...clusterConfigurationEndpoints,
  ...topicEndpoints,
  ...groupEndpoints,
  ...chartSetEndpoints,
  ...tryEndpoints,
  ...drillEndpoints,
  ...availabilityEndpoints,
  ...operationEndpoints,
  ...operationMoveEndpoints,
  ...networkEndpoints,
  ...webhookEndpoints,
  ...recommendedAlarmEndpoints,
  ...configurationEndpoints,
} as const
