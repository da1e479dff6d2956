import type { NodeRef } from '@/lib/broker-runtime/runtime'
import type { Node } from '@/generated/prisma/client'
import { notFound } from '../http/api-error'
import { database } from '../process'
import { roleOf } from '../cluster/place-of'

/** A node of a cluster as the driver knows it, with its row. */
export async function findNode(clusterId: string, nodeId: number): Promise<{ ref: NodeRef; row: Node }> {
  const found = await database().node.findUnique({
    where: { clusterId_nodeId: { clusterId, nodeId } },
    include: { cluster: { select: { id: true, arn: true, name: true } } },
  })
  if (!found) throw notFound(`The cluster ${clusterId} has no node ${nodeId}.`, 'nodeId')
  const { cluster, ...row } = found
  return { ref: { cluster, nodeId, role: roleOf(row) }, row }
}
