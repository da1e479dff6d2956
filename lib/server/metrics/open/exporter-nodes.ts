import type { ClusterRef } from '@/lib/broker-runtime/runtime'
import type { ClusterSpecification } from '@/lib/domain/cluster'
import { endpointOf, type Endpoint, type NodePlace, type NodeRole } from '@/lib/domain/node'
import { EXPORTERS } from '@/lib/domain/open-monitoring'
import { placeOf, roleOf } from '../../cluster/place-of'
import { specificationsOf } from '../../cluster/specification-of'
import type { Database } from '../../db'

/** A node that Prometheus may scrape. */
export type ExporterNode = {
  cluster: ClusterRef
  region: string
  specification: ClusterSpecification
  nodeId: number
  role: NodeRole
  zoneName: string
  place: NodePlace
}

/** Nodes of all clusters that have one of the exporters on, by cluster and id. */
export async function exporterNodes(database: Database): Promise<readonly ExporterNode[]> {
  const clusters = await database.cluster.findMany({
    where: { presence: 'present' },
    include: { nodes: { orderBy: { nodeId: 'asc' } } },
    orderBy: [{ name: 'asc' }, { region: 'asc' }],
  })
  const specifications = await specificationsOf(clusters.map(({ id }) => id))
  return clusters.flatMap(({ id, arn, name, region, nodes }) => {
    const specification = specifications.get(id)
    if (!specification || exportersOf(specification).length === 0) return []
    return nodes.map((node) => ({
      cluster: { id, arn, name },
      region,
      specification,
      nodeId: node.nodeId,
      role: roleOf(node),
      zoneName: specification.zones.find(({ zoneId }) => zoneId === node.zoneId)?.zoneName ?? node.zoneId,
      place: placeOf(node),
    }))
  })
}

export type Target = (typeof EXPORTERS)[number] & { endpoint: Endpoint }

/** What of a node is scraped, and where. */
export const targetsOf = ({
  specification,
  place,
}: Pick<ExporterNode, 'specification' | 'place'>): Target[] =>
  exportersOf(specification).map((each) => ({ ...each, endpoint: endpointOf(place, each.exporter) }))

const exportersOf = ({ openMonitoring }: ClusterSpecification): (typeof EXPORTERS)[number][] =>
  EXPORTERS.filter(({ exporter }) => openMonitoring?.[exporter] === true)
