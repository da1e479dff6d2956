import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { isProtected } from '@/lib/domain/protection'
import { clusterCan } from '@/lib/domain/cluster'
import { monitoringLevel } from '@/lib/domain/metrics/level'
import { NO_OPEN_MONITORING } from '@/lib/domain/open-monitoring'
import { systemClock } from '../clock'
import { latestRevisionOf, namedRevision } from '../configuration/change/revision-name'
import { notFound } from '../http/api-error'
import type { Verb } from '../http/context'
import { operationSummary } from '../operation/view/operation-summary'
import { database, factTimes } from '../process'
import { clusterStatus, statusInclude } from '../status/read-cluster-status'
import { lastDiskUse } from './disk-use'
import { storedRule } from './growth/stored-rule'
import { specificationOf } from './specification-of'
import { clusterSummary } from './view/cluster-summary'
import { scrapedNode } from './view/scraped-node'
import { clientEndpoints, connectionStrings } from './view/connection'

const RECENT_OPERATIONS = 10

export const getCluster: Verb<typeof consoleEndpoints.getCluster> = async ({ input: { clusterId } }) => {
  const db = database()
  const rows = { select: { phase: true } }
  const cluster = await db.cluster.findUnique({
    where: { id: clusterId },
    include: {
      ...statusInclude,
      nodes: { orderBy: { nodeId: 'asc' } },
      activeOperation: { include: { rows } },
    },
  })
  if (!cluster) throw notFound(`There is no cluster ${clusterId}.`, 'clusterId')
  const [specification, tags, recent] = await Promise.all([
    specificationOf(cluster),
    db.tag.findMany({ where: { resourceArn: cluster.arn }, orderBy: { key: 'asc' } }),
    db.operation.findMany({
      where: { clusterArn: cluster.arn },
      orderBy: { createdAt: 'desc' },
      take: RECENT_OPERATIONS,
      include: { rows },
    }),
  ])
  const { configurationInfo } = specification
  const [revision, latest] = await Promise.all([
    namedRevision(configurationInfo),
    latestRevisionOf(configurationInfo),
  ])
  const now = systemClock.now()
  const status = clusterStatus(cluster, now)
  const standing = { state: status.state, power: specification.power }
  const { activeOperation } = cluster
  const tagsByKey = Object.fromEntries(tags.map(({ key, value }) => [key, value]))
  const isKept = isProtected(tagsByKey)
  const growth = storedRule(cluster)
  return {
    ...clusterSummary({
      cluster,
      specification,
      status,
      operation: activeOperation ? operationSummary(activeOperation) : null,
      isProtected: isKept,
      times: factTimes(cluster.id),
      now,
    }),
    currentVersion: cluster.currentVersion,
    kafkaClusterId: cluster.kafkaClusterId,
    growthRule: growth.rule,
    growthRefusal: growth.refusal?.why ?? null,
    configuration: revision === null ? null : { ...revision, latest },
    monitoringLevel: monitoringLevel(specification.enhancedMonitoring),
    openMonitoring: specification.openMonitoring ?? NO_OPEN_MONITORING,
    tags: tagsByKey,
    connection: connectionStrings(specification, cluster.nodes),
    scraped: cluster.nodes.flatMap((node) => scrapedNode(specification, node)),
    recentOperations: recent.map(operationSummary),
    topics: status.view?.topics ?? null,
    diskBytes: specification.power === 'on' ? lastDiskUse(cluster.id, clientEndpoints(cluster.nodes)) : null,
    can: {
      stop: clusterCan.stop(standing),
      start: clusterCan.start(standing),
      delete: clusterCan.delete({ ...standing, isProtected: isKept }),
    },
    // What was seen too long ago may have ended since.
    findings: status.isStale ? [] : (status.view?.findings ?? []),
    stateMessage: status.view?.stateMessage ?? null,
  }
}
