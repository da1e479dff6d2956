import type { KafkaAdmin } from '../../../kafka/admin'
import { listOffsets, OFFSET_AT } from '../../../kafka/rpc/list-offsets'
import { askBrokers, BROKER_TIMEOUT_MS } from '../../../kafka/topics/ask-brokers'
import { partitionId } from '../../../kafka/topics/offsets'
import { byLeader, type LagView, type WantedPartition } from './lag-view'

export type Ends = {
  /** By `topic-partition`; for a time, of the first record not older. */
  offsets: ReadonlyMap<string, number>
  /** Someone asked does not lead what it led when the view was taken. */
  isOutdated: boolean
}

/** Offsets at the leaders of the partitions named: the ends, or those at a time of each partition. */
export async function offsetsAtLeaders(
  admin: KafkaAdmin,
  view: LagView,
  wanted: readonly WantedPartition[],
  timestamp: bigint | ((topic: string, partition: number) => bigint) = OFFSET_AT.latest,
): Promise<Ends> {
  const led = byLeader(view, wanted)
  const { replies } = await askBrokers(admin, view, [...led.keys()], (broker, brokerId) =>
    broker.call(listOffsets, { topics: led.get(brokerId) ?? [], timestamp }, BROKER_TIMEOUT_MS),
  )
  const offsets = new Map<string, number>()
  let isOutdated = false
  for (const { name, partitions } of [...replies.values()].flatMap((reply) => reply.topics)) {
    for (const { partitionIndex, errorCode, offset } of partitions) {
      if (errorCode !== 0) isOutdated = true
      else if (offset !== undefined && offset >= 0n)
        offsets.set(partitionId(name, partitionIndex), Number(offset))
    }
  }
  return { offsets, isOutdated }
}
