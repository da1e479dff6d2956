import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '../../db'
import type { StoredCluster, StoredNode } from '../stored/stored-cluster'

/** The row goes and its address is free; it is remembered, so that a cluster of this name gets it again. */
export const forget = (
  database: Database,
  cluster: StoredCluster,
  nodeId: number,
): Prisma.PrismaPromise<unknown>[] => [
  ...cluster.nodes
    .filter((node) => node.nodeId === nodeId)
    .map((node) => rememberAddress(database, cluster, node)),
  database.node.deleteMany({ where: { clusterId: cluster.ref.id, nodeId } }),
]

export function rememberAddress(
  database: Database,
  { row: { region, name } }: StoredCluster,
  { row }: StoredNode,
): Prisma.PrismaPromise<unknown> {
  const key = { region, clusterName: name, nodeId: row.nodeId }
  const { subnetId, address, portBase, externalPort } = row
  const place = { subnetId, address, portBase, externalPort }
  return database.addressMemory.upsert({
    where: { region_clusterName_nodeId: key },
    create: { ...key, ...place },
    // A cluster that only this machine could reach had no external port; the one before it keeps its claim.
    update: externalPort === null ? { subnetId, address, portBase } : place,
  })
}
