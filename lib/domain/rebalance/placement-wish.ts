import type { NodeId } from '../plan/world'

/** Which of its replicas shall lead a partition. */
export type ChosenLeader = { partition: number; leader: NodeId }

/**
 * The one question about where partitions lie: without anything named all of them come to lie level on all brokers.
 * Each name narrows it: what it is about, where it may lie, how many replicas there shall be, or that only leaders
 * change and nothing is copied.
 */
export type PlacementWish = {
  /** About the partitions of this topic alone. */
  topic?: string | undefined
  /** Only on these brokers. */
  brokers?: readonly NodeId[] | undefined
  /** So many replicas of each; those that stay lie where they lie. */
  factor?: number | undefined
  /** Replicas stay. `level`: brokers come to lead as many as any other. `preferred`: the first of each list leads. */
  leaders?: 'level' | 'preferred' | readonly ChosenLeader[] | undefined
}
