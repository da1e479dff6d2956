import { servesClients, votes } from '../node'
import { FILL, fillOf, isHostLow } from '../volume-limit'
import { FREE_EVERY_MS, FREE_FOR_MS, VOLUMES_FRESH_MS } from './deadlines'
import { pastTime } from './past'
import { answering, neededRows, partitionsSeen, procOf, serving, shallRun } from './serving'
import { isKnown, type NodeId, type PartitionId, type Row, type VolumesSeen, type World } from './world'

/**
 * What the look says about volumes. Which brokers are stopped at their limit is remembered nowhere: it is those that
 * are down, were stopped in order, and whose volume is still full.
 */

/** Null: not known. */
export function volumesSeen({ observed: { volumes }, now }: World): VolumesSeen | null {
  return isKnown(volumes) && Math.abs(now - volumes.at) <= VOLUMES_FRESH_MS ? volumes.value : null
}

/** What a broker's own volume is filled to; null where not known. */
export function ownFill(world: World, node: NodeId): number | null {
  const used = volumesSeen(world)?.usedBytes[node]
  return used === undefined ? null : fillOf(used, world.desired.volumeBytes)
}

/** The same as it counts: where the host has no space left, every volume is full. */
export function fillNow(world: World, node: NodeId): number | null {
  const own = ownFill(world, node)
  return hostIsLow(world) ? Math.max(1, own ?? 1) : own
}

export function hostIsLow(world: World): boolean {
  const seen = volumesSeen(world)
  return seen !== null && isHostLow(seen.hostFree, world.brake !== null)
}

/** A voter is never stopped for its disk: the quorum needs it, and it holds what everything is known by. */
export const hasVolume = ({ role }: Row): boolean => servesClients(role) && !votes(role)

/** Brokers are watched once there is a cluster, for as long as it shall run. */
export const watchesVolumes = (world: World): boolean => shallRun(world) && world.creation === 'complete'

/**
 * A broker that is stopped cannot delete, and one whose topics were just deleted has their files for a minute more.
 * When somebody had Kafka keep less, and every now and then, brokers are given the time to: nobody is stopped, or kept
 * down, for a full volume, and producers stay slowed. The phase is that of the brake, so that a volume which has just
 * filled is not taken for one that may have been freed; where producers cannot be slowed it is the clock's.
 */
export const isFreeing = ({ now, roomAskedAt, brake }: World): boolean =>
  (roomAskedAt !== null && now - pastTime(now, roomAskedAt, 0) < FREE_FOR_MS) ||
  Math.max(0, now - (brake?.since ?? 0)) % FREE_EVERY_MS >= FREE_EVERY_MS - FREE_FOR_MS

/** Those that are down for their volume, or on their way there: nobody is ill, and nobody starts them. */
export function fencedNodes(world: World): ReadonlySet<NodeId> {
  const known = fenced.get(world)
  if (known !== undefined) return known
  const found = new Set(
    watchesVolumes(world)
      ? neededRows(world)
          .filter((row) => isFenced(world, row))
          .map(({ id }) => id)
      : [],
  )
  fenced.set(world, found)
  return found
}

/** Asked for many times in one look; a world never changes. */
const fenced = new WeakMap<World, ReadonlySet<NodeId>>()

function isFenced(world: World, row: Row): boolean {
  const fill = fillNow(world, row.id)
  if (fill === null || !hasVolume(row) || fill < FILL.held || isFreeing(world)) return false
  const proc = procOf(world, row.id)
  if (proc === null || !proc.hasDirectory) return false
  const isDown = proc.state === 'absent' && proc.lastExit === null && row.assigned !== null
  return (isDown || proc.state === 'stopping') && isSpared(world, row.id)
}

/**
 * Others do all its work. Where that is not known, it stays as it is if anybody else answers: when nobody does, as
 * after a stop of the whole cluster, it may be the one that is missing.
 */
function isSpared(world: World, node: NodeId): boolean {
  if (partitionsSeen(world) !== null) return neededFor(world, node, 'no') === null
  return neededRows(world).some(
    (row) => row.id !== node && servesClients(row.role) && answering(world, row).is === 'yes',
  )
}

/**
 * The first partition that would be offline, or below its min ISR, without this broker; null: none. Of a partition
 * with no replica to spare its owner accepted that a restart interrupts it, but not that it stays away.
 * `unserving` says what others count as gone: those known not to serve, or all not known to.
 */
export function neededFor(world: World, node: NodeId, unserving: 'no' | 'notYes'): PartitionId | null {
  const works = new Set(
    world.rows
      .filter((row) => row.id !== node && servesClients(row.role))
      .filter((row) => {
        const { is } = serving(world, row)
        return unserving === 'no' ? is !== 'no' : is === 'yes'
      })
      .map(({ id }) => id),
  )
  for (const { id, seen } of partitionsSeen(world)?.placed.get(node) ?? []) {
    const staying = seen.isr.filter((other) => other !== node && works.has(other)).length
    if (staying < Math.max(1, seen.minIsr)) return id
  }
  return null
}
