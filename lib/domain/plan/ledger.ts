import { servesClients } from '../node'
import {
  FAILED_BOOTS_KEPT,
  GIVEN_UP_REST_MS,
  HEALING_BOOTS_MAX,
  RESTART_REST_MAX_MS,
  RESTART_REST_MS,
} from './deadlines'
import { pastTime } from './past'
import type { Move } from './plan'
import { proofOf } from './proof'
import { isFresh, procOf, serving, shallRun } from './serving'
import { fencedNodes } from './volumes'
import type { Ledger, LedgerEntry, NodeId, Proc, Row, World } from './world'

/**
 * What was tried. Facts are looked for; only attempts are remembered: per node the boots that failed and since when
 * it stands where it stands, per operation how far it got.
 */

const sameEntry = (entry: LedgerEntry, generation: number, node: NodeId | null): boolean =>
  entry.generation === generation && entry.node === node

export const nodeEntry = (world: World, row: Row): LedgerEntry | undefined =>
  world.ledger.find((entry) => entry.node === row.id && entry.generation === generationOf(world, row))

/** Attempts belong to an assignment: another one starts at nought. */
const generationOf = (world: World, row: Row): number => row.assigned?.generation ?? world.desired.generation

export const failedBoots = (world: World, row: Row): number => nodeEntry(world, row)?.failedBoots.length ?? 0

/** Since when a node stands where it stands, as far as looks came without a gap. */
export function standsSince(world: World, row: Row): number {
  const entry = nodeEntry(world, row)
  return entry === undefined ? world.now : progressedAt(world, entry)
}

/** When it last went on, as far as looks came without a gap and the clock was not set. */
export const progressedAt = ({ now, evidenceSince }: World, { lastProgressAt }: LedgerEntry): number =>
  Math.max(pastTime(now, lastProgressAt, 0), evidenceSince)

/** When a node that crashed, or could not be started at all, may be started again. */
export function restsUntil(world: World, row: Row, proc: Proc): number {
  const entry = nodeEntry(world, row)
  const refusedAt = entry !== undefined && entry.lastError !== null ? entry.lastAt : 0
  const failedAt = Math.max(pastTime(world.now, proc.lastExit?.at ?? 0, 0), pastTime(world.now, refusedAt, 0))
  // A refusal costs nobody anything: while somebody waits for the answer it is asked for again without longer rests.
  if (isGivenUp(world, row)) return failedAt + GIVEN_UP_REST_MS
  const counted = world.operation === null ? failedBoots(world, row) : crashes(entry)
  return failedAt + Math.min(RESTART_REST_MAX_MS, RESTART_REST_MS * 2 ** Math.max(0, counted - 1))
}

/**
 * Healing has tried often enough: from now on it tries once in a long while, until somebody asks for more. A start
 * that the driver refused has not failed: it costs nothing to ask again.
 */
export const isGivenUp = (world: World, row: Row): boolean =>
  world.operation === null && crashes(nodeEntry(world, row)) >= HEALING_BOOTS_MAX

/** Why a node that is down does not come up: what its last attempt met, a refusal or the log's own last words. */
export function lastReason(world: World, row: Row, proc: Proc): string | null {
  const entry = nodeEntry(world, row)
  const refused = entry?.lastError ?? null
  const wasRefused = isRefusal(entry?.failedBoots.at(-1) ?? '')
  return wasRefused ? refused : (proc.lastExit?.reason ?? refused)
}

const crashes = (entry: LedgerEntry | undefined): number =>
  entry?.failedBoots.filter((boot) => !isRefusal(boot)).length ?? 0

/** The ledger after this look at every node; entries of nodes in order, or of former assignments, go. */
export function watchNodes(world: World): Ledger {
  const entries = world.rows.flatMap((row) => {
    const entry = watchNode(world, row)
    return entry === null ? [] : [entry]
  })
  const operation = world.ledger.filter((entry) => sameEntry(entry, world.desired.generation, null))
  return [...operation, ...entries]
}

function watchNode(world: World, row: Row): LedgerEntry | null {
  const before = nodeEntry(world, row)
  const proc = procOf(world, row.id)
  const died = proc !== null && proc.state === 'absent' ? proc.lastExit : null
  const progress = standing(world, row, proc)
  if (before === undefined) {
    if (proc === null || isInOrder(world, row, proc)) return null
    return { ...blankEntry(world, row), failedBoots: died === null ? [] : [died.boot], progress }
  }
  if (isRetried(world, before)) {
    const failed = died === null ? [] : [died.boot]
    return { ...before, failedBoots: failed, progress, lastError: null, lastAt: world.now }
  }
  const isNews = died !== null && !before.failedBoots.includes(died.boot)
  const boots = isNews ? [...before.failedBoots, died.boot].slice(-FAILED_BOOTS_KEPT) : before.failedBoots
  if (!isNews && progress === before.progress) {
    // Judged on how it stood before this look too: who only just came to serve has proven nothing yet.
    const proof = proofOf(world, row).is
    return proof === 'proven' || proof === 'noWitness' ? null : before
  }
  return { ...before, failedBoots: boots, progress, lastAt: world.now, lastProgressAt: world.now }
}

/** Somebody wants it tried again, as if for the first time. */
const isRetried = ({ retryAskedAt }: World, { lastAt }: LedgerEntry): boolean =>
  retryAskedAt !== null && lastAt < retryAskedAt

/** Nothing to remember: it serves, or it is down because it shall be. */
function isInOrder(world: World, row: Row, proc: Proc): boolean {
  if (!shallRun(world)) return proc.state === 'absent'
  return serving(world, row).is === 'yes' || (proc.state === 'absent' && fencedNodes(world).has(row.id))
}

const blankEntry = (
  world: World,
  row: Row | undefined,
  node: NodeId | null = row?.id ?? null,
): LedgerEntry => ({
  generation: row === undefined ? world.desired.generation : generationOf(world, row),
  step: 'nodes',
  node,
  failedBoots: [],
  firstAt: world.now,
  lastAt: world.now,
  lastProgressAt: world.now,
  progress: '',
  lastError: null,
})

/** Where a node stands. What is not known is another place: nobody is judged on evidence from before. */
function standing(world: World, row: Row, proc: Proc | null): string {
  if (proc === null) return 'unknown'
  // What follows from it (no answer, fenced) is no other place.
  if (proc.isFrozen) return `${proc.boot} frozen`
  const { brokers, quorum } = world.observed.kafka
  const recovered = proc.recoveryProgress === null ? '-' : Math.floor(proc.recoveryProgress * 20)
  const fenced = servesClients(row.role)
    ? isFresh(world, brokers)
      ? (brokers.value[row.id]?.fenced ?? true)
      : 'unknown'
    : '-'
  const leader = isFresh(world, quorum) ? quorum.value.leader !== null : 'unknown'
  return [proc.boot, proc.state, proc.answers, recovered, fenced, leader].join(' ')
}

/** The boots ended by force count as failed: they did not come to serve. */
export function countKills(world: World, ledger: Ledger, moves: readonly Move[]): Ledger {
  return moves.reduce<Ledger>((entries, move) => {
    if (move.do !== 'kill' || world.desired.presence === 'absent' || world.desired.power === 'off')
      return entries
    const row = world.rows.find(({ id }) => id === move.node)
    const proc = procOf(world, move.node)
    // Asked to stop and too slow about it: that was no failed boot.
    if (row === undefined || proc === null || proc.state === 'stopping') return entries
    return entries.map((entry) =>
      sameEntry(entry, generationOf(world, row), move.node) && !entry.failedBoots.includes(move.boot)
        ? {
            ...entry,
            failedBoots: [...entry.failedBoots, move.boot].slice(-FAILED_BOOTS_KEPT),
            lastAt: world.now,
          }
        : entry,
    )
  }, ledger)
}

/**
 * What a move met. The engine stores it; a deadline that passes is told with it. A start that was refused counts as a
 * failed boot: three of them, and the reason is told, instead of a deadline later.
 */
export function moveFailed(world: World, ledger: Ledger, move: Move, error: string): Ledger {
  const node = 'node' in move ? move.node : null
  const row = world.rows.find(({ id }) => id === node)
  const blank = blankEntry(world, row, node)
  const known = ledger.some((entry) => sameEntry(entry, blank.generation, node))
  return (known ? ledger : [...ledger, blank]).map((entry) =>
    sameEntry(entry, blank.generation, node)
      ? { ...entry, failedBoots: refusals(entry, move, world.now), lastAt: world.now, lastError: error }
      : entry,
  )
}

const refusals = ({ failedBoots: boots }: LedgerEntry, move: Move, now: number): readonly string[] =>
  move.do === 'start' ? [...boots, `${REFUSED}${now}`].slice(-FAILED_BOOTS_KEPT) : boots

const REFUSED = 'refused at '
const isRefusal = (boot: string): boolean => boot.startsWith(REFUSED)

/** The last thing any move met, newest first. */
export function lastErrorOf(ledger: Ledger): string | null {
  const told = ledger.filter(({ lastError }) => lastError !== null).toSorted((a, b) => b.lastAt - a.lastAt)
  return told[0]?.lastError ?? null
}
