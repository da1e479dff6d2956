import { formatEndpoint } from '@/lib/domain/node'
import { database } from '../../process'
import { exporterNodes, targetsOf, type ExporterNode } from './exporter-nodes'

/**
 * Where Prometheus finds every node it may scrape, in its own format (`http_sd_configs`). Nodes of a cluster that was
 * stopped are left out: they are silent because somebody wanted it, which is no alarm.
 */
export async function serveTargets(request: Request): Promise<Response> {
  const names = new URL(request.url).searchParams.getAll('cluster')
  const nodes = await exporterNodes(database())
  const groups = nodes
    .filter(({ cluster, specification }) => {
      const isAsked = names.length === 0 || names.includes(cluster.name)
      return isAsked && specification.power === 'on'
    })
    .flatMap(groupsOf)
  return Response.json(groups, { headers: { 'cache-control': 'no-store' } })
}

/** `job` is what MSK's guide calls it, so that its dashboards find their series. */
const groupsOf = (node: ExporterNode) =>
  targetsOf(node).map(({ job, endpoint }) => ({
    targets: [formatEndpoint(endpoint)],
    labels: {
      job,
      cluster: node.cluster.name,
      cluster_arn: node.cluster.arn,
      region: node.region,
      zone: node.zoneName,
      role: node.role,
      broker_id: String(node.nodeId),
    },
  }))
