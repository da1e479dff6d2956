/**
 * Under which names answers are held, by noun. Apart from the questions themselves: what hears a hint knows all the
 * names, and must not bring every page's questions into the first one.
 */
export const clusterKeys = {
  all: ['clusters'] as const,
  lists: () => [...clusterKeys.all, 'list'] as const,
  list: (region: string) => [...clusterKeys.lists(), region] as const,
  details: () => [...clusterKeys.all, 'detail'] as const,
  detail: (clusterId: string) => [...clusterKeys.details(), clusterId] as const,
  incidents: (clusterId: string) => [...clusterKeys.detail(clusterId), 'incidents'] as const,
}

/** Below the cluster's own key: what changes the cluster changes its nodes. */
export const nodeKeys = {
  all: (clusterId: string) => [...clusterKeys.detail(clusterId), 'nodes'] as const,
  detail: (clusterId: string, nodeId: number) => [...nodeKeys.all(clusterId), nodeId] as const,
  elections: (clusterId: string) => [...clusterKeys.detail(clusterId), 'elections'] as const,
  settings: (clusterId: string, nodeId: number) => ['nodeSettings', clusterId, nodeId] as const,
}

export const operationKeys = {
  all: ['operations'] as const,
  lists: () => [...operationKeys.all, 'list'] as const,
  list: (region: string, clusterId: string | null) =>
    [...operationKeys.lists(), region, clusterId ?? ''] as const,
  detail: (operationId: string) => [...operationKeys.all, operationId] as const,
}

/** Apart from the operation: it is told of far more often than its moves are worth asking about. */
export const operationMoveKeys = {
  plan: (operationId: string) => ['operationMoves', operationId, 'plan'] as const,
  progress: (operationId: string, state: string) =>
    ['operationMoves', operationId, 'progress', state] as const,
}

/** The list stands below the cluster’s own key: what changes the cluster changes what may be drilled. */
export const drillKeys = {
  list: (clusterId: string) => [...clusterKeys.detail(clusterId), 'drills'] as const,
  details: ['drills'] as const,
  detail: (drillId: string) => [...drillKeys.details, drillId] as const,
}

/** Apart from the cluster: it is told of far more often than minutes pass. */
export const availabilityKeys = {
  cluster: (clusterId: string) => ['availability', clusterId] as const,
  day: (clusterId: string, day: string) => [...availabilityKeys.cluster(clusterId), day] as const,
}

export const hostKeys = {
  all: ['host'] as const,
  region: (region: string) => [...hostKeys.all, region] as const,
}

export const topicKeys = {
  all: ['topics'] as const,
  cluster: (clusterId: string) => [...topicKeys.all, clusterId] as const,
  list: (clusterId: string) => [...topicKeys.cluster(clusterId), 'list'] as const,
  figures: (clusterId: string) => [...topicKeys.cluster(clusterId), 'figures'] as const,
  defaults: (clusterId: string) => [...topicKeys.cluster(clusterId), 'defaults'] as const,
  topic: (clusterId: string, name: string) => [...topicKeys.cluster(clusterId), 'topic', name] as const,
  settings: (clusterId: string, name: string) => [...topicKeys.topic(clusterId, name), 'settings'] as const,
}

export const groupKeys = {
  all: ['groups'] as const,
  cluster: (clusterId: string) => [...groupKeys.all, clusterId] as const,
  list: (clusterId: string) => [...groupKeys.cluster(clusterId), 'list'] as const,
  group: (clusterId: string, name: string) => [...groupKeys.cluster(clusterId), 'group', name] as const,
}

export const metricKeys = {
  all: ['metrics'] as const,
  cluster: (clusterId: string) => [...metricKeys.all, clusterId] as const,
}

export const alarmKeys = {
  all: ['alarms'] as const,
  list: (region: string) => [...alarmKeys.all, region, 'list'] as const,
  ringing: (region: string) => [...alarmKeys.all, region, 'ringing'] as const,
  history: (region: string, name: string) => [...alarmKeys.all, region, 'history', name] as const,
  recommended: (clusterId: string) => [...alarmKeys.all, 'recommended', clusterId] as const,
  webhooks: () => [...alarmKeys.all, 'webhooks'] as const,
}

export const configurationKeys = {
  all: ['configurations'] as const,
  list: (region: string) => [...configurationKeys.all, region, 'list'] as const,
  uses: (region: string) => [...configurationKeys.all, region, 'uses'] as const,
  revisions: (arn: string) => [...configurationKeys.all, 'revisions', arn] as const,
  text: (arn: string, revision: number) => ['configurationText', arn, revision] as const,
} as const

/** Apart from the cluster: brokers are asked for it, and not with every hint. */
export const clusterConfigurationKeys = {
  all: ['clusterConfiguration'] as const,
  cluster: (clusterId: string) => [...clusterConfigurationKeys.all, clusterId] as const,
  plan: (clusterId: string) => ['configurationPlan', clusterId] as const,
}

export const chartSetKeys = {
  all: ['charts'] as const,
  cluster: (clusterId: string) => [...chartSetKeys.all, clusterId] as const,
}

export const tryKeys = {
  all: ['try'] as const,
  cluster: (clusterId: string) => [...tryKeys.all, clusterId] as const,
  overview: (clusterId: string) => [...tryKeys.cluster(clusterId), 'overview'] as const,
  run: (clusterId: string, runId: string) => [...tryKeys.cluster(clusterId), 'run', runId] as const,
}
