import type { Move } from './plan'
import { procOf, serving } from './serving'
import type { NodeId, Proc, Row, World } from './world'

/**
 * The life of one process of a node, as it is written down for people to look up. The planner does not read it:
 * what it needs it looks for.
 */
export type Boot = {
  nodeId: NodeId
  boot: string
  startedAt: number
  /** When it was first seen to serve. Null also where it served already when we began to look. */
  servingAt: number | null
  served: boolean
  /** What we asked of it. */
  asked: 'stop' | 'kill' | null
  endedAt: number | null
  /** Why it ended by itself, in its log's own words. */
  reason: string | null
}

/** Who looks for less than this has not seen a change happen, only its result. */
const WATCHED_MS = 3_000

/** What this look adds to the newest boot that is known of each node: those that are new or changed. */
export function bootChanges(
  known: ReadonlyMap<NodeId, Boot>,
  world: World,
  moves: readonly Move[],
): readonly Boot[] {
  return world.rows.flatMap((row) => {
    const proc = procOf(world, row.id)
    if (proc === null) return []
    const last = known.get(row.id) ?? null
    return proc.boot === null
      ? ended(world, row.id, last, proc)
      : running(world, row, last, { ...proc, boot: proc.boot }, moves)
  })
}

type Running = Proc & { boot: string }

function running(
  world: World,
  row: Row,
  last: Boot | null,
  proc: Running,
  moves: readonly Move[],
): readonly Boot[] {
  if (last?.boot !== proc.boot) {
    const began: Boot = {
      ...BEGINNING,
      nodeId: row.id,
      boot: proc.boot,
      startedAt: proc.startedAt ?? world.now,
    }
    return [...ended(world, row.id, last, proc), seen(world, row, began, proc, moves)]
  }
  const now = seen(world, row, last, proc, moves)
  return now.served === last.served && now.asked === last.asked ? [] : [now]
}

const BEGINNING = { servingAt: null, served: false, asked: null, endedAt: null, reason: null } as const

function seen(world: World, row: Row, boot: Boot, proc: Running, moves: readonly Move[]): Boot {
  const asked = askedOf(proc, moves) ?? boot.asked
  if (boot.served || serving(world, row).is !== 'yes') return { ...boot, asked }
  const sawItCome = world.evidenceSince <= boot.startedAt || isWatched(world)
  return { ...boot, asked, served: true, servingAt: sawItCome ? world.now : null }
}

function askedOf({ boot, state }: Running, moves: readonly Move[]): Boot['asked'] {
  for (const move of moves) {
    if ((move.do === 'stop' || move.do === 'kill') && move.boot === boot) return move.do
  }
  return state === 'stopping' ? 'stop' : null
}

/** The boot before is over, and one may have come and gone between two looks. */
function ended(world: World, nodeId: NodeId, last: Boot | null, proc: Proc): readonly Boot[] {
  const { lastExit } = proc
  const changes: Boot[] = []
  if (last && last.endedAt === null) {
    const exit = lastExit?.boot === last.boot ? lastExit : null
    changes.push({
      ...last,
      // A log's last line may be old when the process ends: who watched knows better.
      endedAt: Math.min(exit === null || isWatched(world) ? world.now : exit.at, nextStart(last, proc)),
      reason: exit?.reason ?? null,
      // The driver has no reason to tell of a process that was asked to end.
      asked: last.asked ?? (exit === null && proc.boot === null && proc.hasDirectory ? 'stop' : null),
    })
  }
  if (lastExit && lastExit.boot !== last?.boot) {
    const { boot, startedAt = lastExit.at, at, reason } = lastExit
    // One that an older boot's record tells of is known already, or too old to be added behind its back.
    if (last === null || startedAt > last.startedAt) {
      changes.push({ ...BEGINNING, nodeId, boot, startedAt, endedAt: at, reason })
    }
  }
  return changes
}

/** When whatever came after this boot began. */
const nextStart = ({ boot }: Boot, { startedAt, lastExit }: Proc): number =>
  Math.min(
    startedAt ?? Infinity,
    lastExit && lastExit.boot !== boot ? (lastExit.startedAt ?? lastExit.at) : Infinity,
  )

const isWatched = ({ now, evidenceSince }: World): boolean => now - evidenceSince >= WATCHED_MS
