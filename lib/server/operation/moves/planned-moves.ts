import { z } from 'zod'
import type { OperationMove } from '@/lib/contract/console/operation-moves'
import { MOVES_LISTED_MAX } from '@/lib/contract/console/operation-moves'
import { keepNewest } from '../../keep-newest'
import { database } from '../../process'

/** Plans that somebody looks at: they never change, and one of a hundred thousand partitions takes a while to read. */
const KEPT = 4
const kept = new Map<string, Promise<PlannedMoves>>()

export type PlannedMoves = {
  /** The largest first, as many as are told. */
  listed: readonly OperationMove[]
  all: readonly OperationMove[]
}

export function plannedMoves(operationId: string): Promise<PlannedMoves> {
  const known = kept.get(operationId)
  if (known !== undefined) return known
  const read = readMoves(operationId)
  keepNewest(kept, operationId, read, KEPT)
  read.catch(() => kept.delete(operationId))
  return read
}

const movesSchema = z.array(
  z.object({
    id: z.string(),
    from: z.array(z.number()),
    to: z.array(z.number()),
    bytes: z.number().default(0),
  }),
)

async function readMoves(operationId: string): Promise<PlannedMoves> {
  const found = await database().operationPlacement.findUnique({ where: { operationId } })
  const all = found === null ? [] : movesSchema.parse(JSON.parse(found.moves))
  const listed = all.toSorted((a, b) => b.bytes - a.bytes).slice(0, MOVES_LISTED_MAX)
  return { listed, all }
}
