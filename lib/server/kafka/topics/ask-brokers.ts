import type { KafkaAdmin } from '../admin'
import type { MetadataReply } from '../rpc/metadata'
import type { KafkaConnection } from '../wire/connection'
import { isKafkaError } from '../wire/kafka-error'

/** A broker may be away or stopped in its tracks: a page waits this long for it, and then shows what others said. */
export const BROKER_TIMEOUT_MS = 1_500

export type SilentBroker = { brokerId: number; why: string }
export type BrokerAnswers<Reply> = { replies: ReadonlyMap<number, Reply>; silent: readonly SilentBroker[] }

/** Asks brokers side by side, each by itself: one that does not answer costs the answers of no other. */
export async function askBrokers<Reply>(
  admin: KafkaAdmin,
  { brokers }: Pick<MetadataReply, 'brokers'>,
  ids: readonly number[],
  question: (broker: KafkaConnection, brokerId: number) => Promise<Reply>,
): Promise<BrokerAnswers<Reply>> {
  const replies = new Map<number, Reply>()
  const silent: SilentBroker[] = []
  const ask = async (brokerId: number): Promise<void> => {
    const found = brokers.find(({ nodeId }) => nodeId === brokerId)
    if (found === undefined) {
      silent.push({ brokerId, why: `Broker ${brokerId} is not part of the cluster now.` })
      return
    }
    try {
      replies.set(brokerId, await question(await admin.at(found), brokerId))
    } catch (error) {
      if (!isKafkaError(error)) throw error
      silent.push({ brokerId, why: error.message })
    }
  }
  await Promise.all(ids.map(ask))
  return { replies, silent }
}
