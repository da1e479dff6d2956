import type { Node } from '@/generated/prisma/client'
import type { ScrapedNode } from '@/lib/contract/console/clusters'
import type { ClusterSpecification } from '@/lib/domain/cluster'
import { formatEndpoint } from '@/lib/domain/node'
import { targetsOf } from '../../metrics/open/exporter-nodes'
import { exporterTrouble } from '../../process'
import { placeOf, roleOf } from '../place-of'

/** Where the exporters of a node are, as far as its cluster has them. */
export const scrapedNode = (specification: ClusterSpecification, node: Node): ScrapedNode[] =>
  targetsOf({ specification, place: placeOf(node) }).map(({ exporter, endpoint }) => ({
    nodeId: node.nodeId,
    role: roleOf(node),
    exporter,
    endpoint: formatEndpoint(endpoint),
    trouble: exporter === 'nodeExporter' ? exporterTrouble(endpoint) : null,
  }))
