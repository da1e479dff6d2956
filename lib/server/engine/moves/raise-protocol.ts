import type { Prisma } from '@/generated/prisma/client'
import { withOwnProtocol } from '@/lib/domain/upgrade'
import type { Database } from '../../db'
import { nextGeneration } from '../stored/next-generation'
import type { StoredCluster } from '../stored/stored-cluster'

/** The second half of an upgrade with ZooKeeper: the operation goes on towards brokers that speak as their release does. */
export function raiseProtocol(database: Database, cluster: StoredCluster): Prisma.PrismaPromise<unknown>[] {
  const { specification, operation } = cluster
  const { number, statements } = nextGeneration(database, cluster, withOwnProtocol(specification))
  if (!operation) return statements
  const target = { where: { id: operation.id }, data: { targetGeneration: number } }
  return [...statements, database.operation.update(target)]
}
