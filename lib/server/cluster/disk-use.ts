import type { Endpoint } from '@/lib/domain/node'
import { systemClock } from '../clock'
import { openAdmin } from '../kafka/admin'
import { describeLogDirs } from '../kafka/rpc/describe-log-dirs'
import { isKafkaError } from '../kafka/wire/kafka-error'
import { log } from '../log'
import { events, runtime } from '../process'

/**
 * How many bytes a cluster's partitions take on disk, all replicas counted. A page gets what was last seen and never
 * waits: asking every broker takes as long as the slowest of them. Null where not known, also after a failed look.
 */
type Seen = { at: number; bytes: number | null; isAsking: boolean }

const RENEW_AFTER_MS = 30_000
const FORGET_AFTER_MS = 600_000
const ANSWER_TIMEOUT_MS = 5_000

const seenById = new Map<string, Seen>()

export function lastDiskUse(clusterId: string, brokers: readonly Endpoint[]): number | null {
  // The fake driver has addresses but no brokers; whoever listens there is not ours to ask.
  if (runtime().capabilities.driver === 'fake') return null
  const now = systemClock.now()
  const seen = seenById.get(clusterId) ?? { at: 0, bytes: null, isAsking: false }
  if (!seen.isAsking && now - seen.at > RENEW_AFTER_MS) void renew(clusterId, brokers, seen)
  return now - seen.at > FORGET_AFTER_MS ? null : seen.bytes
}

async function renew(clusterId: string, brokers: readonly Endpoint[], before: Seen): Promise<void> {
  seenById.set(clusterId, { ...before, isAsking: true })
  const bytes = await askBrokers(brokers).catch((error: unknown) => {
    if (!isKafkaError(error)) log.warn({ error, clusterId }, 'Brokers could not be asked for their disk use')
    return null
  })
  const at = systemClock.now()
  for (const [id, seen] of seenById) if (at - seen.at > FORGET_AFTER_MS) seenById.delete(id)
  seenById.set(clusterId, { at, bytes, isAsking: false })
  if (bytes !== before.bytes) events().publish(`cluster/${clusterId}`)
}

/** Null if one broker does not answer: a sum that leaves one out would be wrong. */
async function askBrokers(brokers: readonly Endpoint[]): Promise<number | null> {
  const admin = openAdmin({ bootstrap: brokers })
  try {
    const connections = await admin.reachable()
    if (connections.length < brokers.length) return null
    let sum = 0
    await Promise.all(
      connections.map((broker) =>
        broker.callEach(describeLogDirs, { of: 'all' }, ANSWER_TIMEOUT_MS, ({ partitions }) => {
          for (const { partitionSize } of partitions) sum += Number(partitionSize)
        }),
      ),
    )
    return sum
  } finally {
    admin.close()
  }
}
