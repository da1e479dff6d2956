import type { Prisma } from '@/generated/prisma/client'
import { commit } from '../../db'
import { EngineOutdated, type Engine } from '../engine'
import type { StoredCluster } from './stored-cluster'

type Statement = Prisma.PrismaPromise<unknown>

/**
 * Every write of the engine. All statements or none, and none at all if another engine took the home over or a verb
 * changed what should be since this cluster was read: an undo must not bring a deleted cluster back, nor an old plan
 * overwrite a new one. False: outdated, read again and plan anew.
 */
export async function commitFor(
  engine: Engine,
  cluster: StoredCluster,
  statements: readonly Statement[],
): Promise<boolean> {
  const { database, epoch } = engine
  const { id, generation, presence } = cluster.row
  const stored = await commit(database, [
    database.home.update({ where: { id: 1, epoch }, data: { epoch } }),
    database.cluster.update({ where: { id, generation, presence }, data: { generation } }),
    ...statements,
  ])
  if (!stored) await assertInCharge(engine)
  return stored
}

export async function assertInCharge({ database, epoch }: Engine): Promise<void> {
  const home = await database.home.findUnique({ where: { id: 1 } })
  if (home?.epoch !== epoch) throw new EngineOutdated(epoch, home?.epoch ?? 0)
}
