import type { KafkaAdmin } from '../admin'
import { listOffsets, OFFSET_AT } from '../rpc/list-offsets'
import type { MetadataReply } from '../rpc/metadata'
import { askBrokers, BROKER_TIMEOUT_MS, type SilentBroker } from './ask-brokers'

export type PartitionOffsets = { earliest: number | null; highWatermark: number | null }
export type OffsetsSeen = {
  /** By `topic-partition`. What its leader did not say is missing. */
  offsets: ReadonlyMap<string, PartitionOffsets>
  silent: readonly SilentBroker[]
}

/** The first offset that is still there and the high watermark, asked at the leaders of all topics in `view`. */
export async function lookAtOffsets(admin: KafkaAdmin, view: MetadataReply): Promise<OffsetsSeen> {
  const led = partitionsByLeader(view)
  const { replies, silent } = await askBrokers(admin, view, [...led.keys()], async (broker, brokerId) => {
    const topics = led.get(brokerId) ?? []
    return Promise.all(
      [OFFSET_AT.earliest, OFFSET_AT.latest].map((timestamp) =>
        broker.call(listOffsets, { topics, timestamp }, BROKER_TIMEOUT_MS),
      ),
    )
  })
  const offsets = new Map<string, PartitionOffsets>()
  for (const [earliest, latest] of replies.values()) {
    const highest = new Map(entriesOf(latest))
    for (const [id, offset] of entriesOf(earliest)) {
      offsets.set(id, { earliest: offset, highWatermark: highest.get(id) ?? null })
    }
  }
  return { offsets, silent }
}

export const partitionId = (topic: string, partition: number): string => `${topic}-${partition}`

type Reply = {
  topics: {
    name: string
    partitions: { partitionIndex: number; errorCode: number; offset?: bigint | undefined }[]
  }[]
}

const entriesOf = (reply: Reply | undefined) =>
  (reply?.topics ?? []).flatMap(({ name, partitions }) =>
    partitions.map(({ partitionIndex, errorCode, offset }): [string, number | null] => [
      partitionId(name, partitionIndex),
      errorCode !== 0 || offset === undefined || offset < 0n ? null : Number(offset),
    ]),
  )

export function partitionsByLeader({
  topics,
}: Pick<MetadataReply, 'topics'>): Map<number, { name: string; partitions: number[] }[]> {
  const led = new Map<number, { name: string; partitions: number[] }[]>()
  for (const { name, partitions } of topics) {
    const byLeader = new Map<number, number[]>()
    for (const { leaderId, partitionIndex } of partitions) {
      if (leaderId < 0) continue
      const own = byLeader.get(leaderId)
      if (own === undefined) byLeader.set(leaderId, [partitionIndex])
      else own.push(partitionIndex)
    }
    for (const [leader, own] of byLeader) {
      led.set(leader, [...(led.get(leader) ?? []), { name: name ?? '', partitions: own }])
    }
  }
  return led
}
