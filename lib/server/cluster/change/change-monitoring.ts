import type { ClusterSpecification } from '@/lib/domain/cluster'
import type { MonitoringLevel } from '@/lib/domain/metrics/level'
import { NO_OPEN_MONITORING, type OpenMonitoring } from '@/lib/domain/open-monitoring'
import type { Changed } from './changed'

/** What is left out stays as it is. */
export type MonitoringWish = {
  enhancedMonitoring?: MonitoringLevel | undefined
  jmxExporter?: boolean | undefined
  nodeExporter?: boolean | undefined
}

/**
 * What is measured changes from the next reading on, without touching a node. The JMX exporter is part of a node's
 * start: switching it restarts the nodes one after another. Members that say what is so already are fine: Terraform
 * always sends all of them.
 */
export function changeMonitoring(source: ClusterSpecification, wish: MonitoringWish): Changed {
  const is = source.openMonitoring ?? NO_OPEN_MONITORING
  const enhancedMonitoring = wish.enhancedMonitoring ?? source.enhancedMonitoring
  const openMonitoring: OpenMonitoring = {
    jmxExporter: wish.jmxExporter ?? is.jmxExporter,
    nodeExporter: wish.nodeExporter ?? is.nodeExporter,
  }
  const isSame =
    enhancedMonitoring === source.enhancedMonitoring &&
    openMonitoring.jmxExporter === is.jmxExporter &&
    openMonitoring.nodeExporter === is.nodeExporter
  if (!isSame) return { refusals: [], specification: { ...source, enhancedMonitoring, openMonitoring } }
  const message = `The request changes nothing: the cluster is monitored at ${source.enhancedMonitoring} already.`
  return { refusals: [{ field: 'enhancedMonitoring', message }], specification: source }
}
