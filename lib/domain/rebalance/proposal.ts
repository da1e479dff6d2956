import type { NodeId, PartitionId } from '../plan/world'

export type PartitionMove = {
  id: PartitionId
  from: readonly NodeId[]
  to: readonly NodeId[]
  /** To copy, all new replicas together; 0 where replicas only change their order. */
  bytes: number
}

/** The same brokers, in another order or the same: nothing is copied and nothing given up, another one leads. */
export const onlyLeads = ({ from, to }: Pick<PartitionMove, 'from' | 'to'>): boolean =>
  from.length === to.length && to.every((broker) => from.includes(broker))

export type Share = Readonly<{ replicas: number; leaders: number; bytes: number }>

/** The zone is null for a broker that is gone: nobody says any more where it was. */
export type BrokerShare = { broker: NodeId; zoneId: string | null; before: Share; after: Share }
export type ZoneShare = { zoneId: string; before: Share; after: Share }

export type RebalanceProposal = {
  moves: readonly PartitionMove[]
  bytesMoved: number
  /** Partitions that come to be led by another broker, once their preferred leader is elected. */
  leaderChanges: number
  /** By id; those that leave, and those that are gone, are among them. */
  brokers: readonly BrokerShare[]
  zones: readonly ZoneShare[]
}
