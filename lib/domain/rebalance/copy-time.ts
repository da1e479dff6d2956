import type { NodeId } from '../plan/world'
import type { PartitionMove } from './proposal'

/**
 * How long copying takes at least when no broker gives or takes more than so many bytes a second, milliseconds: as
 * long as the one that has most to give or to take. Every new replica is copied from the leader.
 */
export function copyTimeMs(
  moves: readonly Pick<PartitionMove, 'from' | 'to' | 'bytes'>[],
  bytesPerSecond: number,
): number {
  const given = new Map<NodeId, number>()
  const taken = new Map<NodeId, number>()
  const add = (to: Map<NodeId, number>, broker: NodeId, bytes: number): void =>
    void to.set(broker, (to.get(broker) ?? 0) + bytes)
  for (const { from, to, bytes } of moves) {
    const added = to.filter((id) => !from.includes(id))
    for (const broker of added) add(taken, broker, bytes / added.length)
    const [leader] = from
    if (leader !== undefined && added.length > 0) add(given, leader, bytes)
  }
  const most = Math.max(0, ...given.values(), ...taken.values())
  return Math.round((1_000 * most) / bytesPerSecond)
}
