import type { NodeId, PartitionId } from '../../plan/world'
import type { Share } from '../proposal'

export type Partition = {
  readonly id: PartitionId
  /** The replicas of the question. */
  readonly given: readonly NodeId[]
  readonly bytes: number
  /** Who leads it now, where its first replica could and does not. */
  readonly ledBy: NodeId | null
  readonly replicas: Broker[]
  /** The replicas at the beginning of the round, once they have changed. */
  atRound: readonly Broker[] | null
}

export class Zone {
  readonly id: string
  /** Those that stay, by id. */
  readonly brokers: Broker[] = []
  /** What its brokers hold, and what waits for one of them. */
  count = 0
  bytes = 0
  /** Stands in a list of replicas for the broker that is not chosen yet. */
  readonly unseated = new Broker({ id: -1, zone: this, zoneId: null, stays: true })

  constructor(id: string) {
    this.id = id
  }

  /** Replicas of each broker, were they level. */
  get level(): number {
    return this.count / this.brokers.length
  }
}

export class Broker {
  readonly id: NodeId
  /** Null where no broker of its zone stays. */
  readonly zone: Zone | null
  /** Null where the broker is gone. */
  readonly zoneId: string | null
  readonly stays: boolean
  count = 0
  leaders = 0
  bytes = 0
  before: Share = { replicas: 0, leaders: 0, bytes: 0 }
  /** What it holds beside what the question is about. */
  readonly elsewhere = { replicas: 0, leaders: 0, bytes: 0 }
  /** Also what it held once and does not hold any more: to look for it at each move would be most of the work. */
  private list: Partition[] = []

  constructor({ id, zone, zoneId, stays }: Pick<Broker, 'id' | 'zone' | 'zoneId' | 'stays'>) {
    this.id = id
    this.zone = zone
    this.zoneId = zoneId
    this.stays = stays
  }

  get held(): readonly Partition[] {
    if (this.list.length !== this.count) {
      this.list = [...new Set(this.list)].filter(({ replicas }) => replicas.includes(this))
    }
    return this.list
  }

  take(partition: Partition): void {
    this.list.push(partition)
    this.weigh(1, partition.bytes)
  }

  drop({ bytes }: Partition): void {
    this.weigh(-1, -bytes)
  }

  remember(): void {
    this.before = this.share
  }

  get share(): Share {
    const { replicas, leaders, bytes } = this.elsewhere
    return { replicas: this.count + replicas, leaders: this.leaders + leaders, bytes: this.bytes + bytes }
  }

  /** Another one leads so many of its partitions, or it leads so many of others'. */
  correctLeadersBefore(by: number): void {
    this.before = { ...this.before, leaders: this.before.leaders + by }
  }

  private weigh(count: number, bytes: number): void {
    this.count += count
    this.bytes += bytes
    if (this.zone === null || !this.stays) return
    this.zone.count += count
    this.zone.bytes += bytes
  }
}

export const compareIds = <T extends string | number>({ id: a }: { id: T }, { id: b }: { id: T }): number =>
  a < b ? -1 : a > b ? 1 : 0

/** Where it lay when the question was asked: there it need not be copied to. */
export const wasOn = ({ given }: Partition, { id }: Broker): boolean => given.includes(id)

export function replicasIn({ replicas }: Partition, zone: Zone | null): number {
  let count = 0
  for (const broker of replicas) if (zone !== null && broker.zone === zone) count += 1
  return count
}

/** The zone has a broker to spare for it, and the partition does not come to lie in fewer zones. */
export function mayChangeZone(partition: Partition, from: Zone | null, to: Zone): boolean {
  if (from === to) return true
  const there = replicasIn(partition, to)
  if (there === 0) return true
  return there < to.brokers.length && replicasIn(partition, from) !== 1
}
