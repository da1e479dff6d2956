import type { Decision } from '@/lib/domain/plan/plan'
import {
  moveNews,
  neverBegun,
  type EndedMove,
  type MoveNews,
  type OpenMove,
} from '@/lib/domain/plan/partitions/move-news'
import type { World } from '@/lib/domain/plan/world'
import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '../../db'
import type { StoredCluster } from './stored-cluster'

type Statements = Prisma.PrismaPromise<unknown>[]

/** Every move that begins and every one that ends, stored with the decision that begins it or the look that saw it. */
export async function moveStatements(
  database: Database,
  { operation }: StoredCluster,
  world: World,
  decision: Decision,
): Promise<{ statements: Statements; news: MoveNews }> {
  const open = operation?.moves ?? []
  const news = moveNews(world, { decision, open })
  if (operation === null) return { statements: [], news }
  const at = new Date(world.now)
  const isOver = decision.outcome.is === 'complete' || decision.outcome.is === 'fail'
  return {
    statements: [
      ...beganStatements(database, operation.id, news.begun, at),
      ...endedStatements(database, operation.id, news.ended, at),
      ...(isOver && operation.placement.length > 0
        ? await restStatements(database, operation.id, world, at)
        : []),
    ],
    news,
  }
}

/** One that begins a second time, to go back, has its row anew. */
function beganStatements(
  database: Database,
  operationId: string,
  begun: readonly OpenMove[],
  beganAt: Date,
): Statements {
  if (begun.length === 0) return []
  const partition = { in: begun.map(({ id }) => id) }
  const data = begun.map((move) => ({ ...rowOf(operationId, move), beganAt }))
  return [
    database.operationMove.deleteMany({ where: { operationId, partition } }),
    database.operationMove.createMany({ data }),
  ]
}

function endedStatements(
  database: Database,
  operationId: string,
  ended: readonly EndedMove[],
  endedAt: Date,
): Statements {
  const outcomes = [...new Set(ended.map(({ outcome }) => outcome))]
  return outcomes.map((outcome) => {
    const ids = ended.filter((move) => move.outcome === outcome).map(({ id }) => id)
    return database.operationMove.updateMany({
      where: { operationId, partition: { in: ids } },
      data: { endedAt, outcome },
    })
  })
}

/** Nothing of the plan is left without a word. */
async function restStatements(
  database: Database,
  operationId: string,
  world: World,
  endedAt: Date,
): Promise<Statements> {
  const told = await database.operationMove.findMany({ where: { operationId }, select: { partition: true } })
  const rest = neverBegun(world, new Set(told.map(({ partition }) => partition)))
  if (rest.length === 0) return []
  const data = rest.map(({ outcome, ...move }) => ({ ...rowOf(operationId, move), endedAt, outcome }))
  return [database.operationMove.createMany({ data })]
}

const rowOf = (operationId: string, { id, before, after }: OpenMove) => ({
  operationId,
  partition: id,
  before: JSON.stringify(before),
  after: JSON.stringify(after),
})

/** Those that are open after these news. */
export function mergeMoves(before: readonly OpenMove[], { begun, ended }: MoveNews): readonly OpenMove[] {
  if (begun.length + ended.length === 0) return before
  const over = new Set(ended.map(({ id }) => id))
  return [...before.filter(({ id }) => !over.has(id)), ...begun]
}
