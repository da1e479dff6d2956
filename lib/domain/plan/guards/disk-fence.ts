import { BRAKE_BYTES_PER_SECOND, FILL } from '../../volume-limit'
import { stopPermit } from '../permit'
import type { Move } from '../plan'
import { isFresh, neededRows, procOf } from '../serving'
import type { Row, World } from '../world'
import { fillNow, hasVolume, isFreeing, neededFor, ownFill, volumesSeen, watchesVolumes } from '../volumes'

/**
 * Volumes have an end. Near it all producers are slowed: a volume also fills by replication, from leaders elsewhere.
 * At it the broker is stopped in order, if others hold everything it holds. Reads go on there. `steps` is what
 * is done beside: nobody is stopped while some other process comes or goes.
 */
export function diskFence(world: World, steps: readonly Move[]): readonly Move[] {
  return [...brakeMoves(world), ...(steps.some(movesProcess) ? [] : stopMoves(world))]
}

/** Whether the quota has to be looked at: a little before it is needed, so that nothing waits for the answer. */
export const watchesQuota = (world: World): boolean =>
  watchesVolumes(world) && (world.brake !== null || fullest(world) >= FILL.recommended)

/** Some broker may have to be stopped: whether others hold what it holds has to be known. */
export const isNearlyFull = (world: World): boolean => watchesVolumes(world) && fullest(world) >= FILL.brakeOn

const fullest = (world: World): number =>
  Math.max(0, ...neededRows(world).flatMap((row) => (hasVolume(row) ? (fillNow(world, row.id) ?? []) : [])))

/** Null: not known. It stays on until every volume is well below. */
function wantsBrake(world: World): boolean | null {
  if (volumesSeen(world) === null) return null
  const level = world.brake === null ? FILL.brakeOn : FILL.brakeOff
  const fills = neededRows(world)
    .filter(hasVolume)
    .map(({ id }) => fillNow(world, id) ?? (procOf(world, id)?.hasDirectory === false ? 0 : null))
  if (fills.some((fill) => fill !== null && fill >= level)) return true
  return fills.includes(null) ? null : false
}

/**
 * A quota that is as low is left alone. One that somebody sets while the brake is on is what it is lifted to, and one
 * that they took away stays away.
 */
function brakeMoves(world: World): readonly Move[] {
  const { brake } = world
  const { quotas } = world.observed.kafka
  const wanted = watchesVolumes(world) ? wantsBrake(world) : null
  if (wanted === null || !isFresh(world, quotas) || !quotas.value.canChange) return []
  const { defaultRate: rate } = quotas.value
  if (wanted) {
    if (rate !== null && rate <= BRAKE_BYTES_PER_SECOND) return []
    const isNoted = brake !== null && brake.before === rate
    return [
      isNoted
        ? { do: 'brake', rate: BRAKE_BYTES_PER_SECOND }
        : { do: 'noteBrake', before: rate, since: brake?.since ?? world.now },
    ]
  }
  if (brake === null) return []
  const isOn = rate === BRAKE_BYTES_PER_SECOND && brake.before !== BRAKE_BYTES_PER_SECOND
  return [isOn ? { do: 'brake', rate: brake.before } : { do: 'unbraked' }]
}

/** One at a time, the fullest first. */
function stopMoves(world: World): readonly Move[] {
  if (!watchesVolumes(world) || isFreeing(world)) return []
  const next = neededRows(world)
    .filter((row) => hasVolume(row) && isAtEnd(world, row))
    .toSorted((a, b) => (ownFill(world, b.id) ?? 0) - (ownFill(world, a.id) ?? 0))
    .find(({ id }) => mayStop(world, id))
  const boot = next === undefined ? null : (procOf(world, next.id)?.boot ?? null)
  return next === undefined || boot === null ? [] : [{ do: 'stop', node: next.id, boot }]
}

function isAtEnd(world: World, { id }: Row): boolean {
  const fill = fillNow(world, id)
  return fill !== null && fill >= FILL.stop && procOf(world, id)?.state === 'running'
}

const mayStop = (world: World, node: number): boolean =>
  stopPermit(world, node).is === 'granted' && neededFor(world, node, 'notYes') === null

const PROCESS_MOVES: readonly Move['do'][] = ['assign', 'start', 'stop', 'kill', 'destroy']
const movesProcess = (move: Move): boolean => PROCESS_MOVES.includes(move.do)
