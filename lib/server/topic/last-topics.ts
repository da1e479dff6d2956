import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TopicRow } from '@/lib/contract/console/topics'
import { isInternalTopic } from '@/lib/domain/topic'
import { systemClock } from '../clock'
import { listTopics } from '../kafka/topics/list-topics'
import { onWake } from '../process'
import { withTopicsOf } from './with-topics'

/**
 * The list of a cluster's topics as Kafka last told it. With 100,000 partitions the question takes a broker and us
 * some hundred milliseconds, and several pages ask it every few seconds: they share one answer a second. One that is
 * a little older is given out while the next is on its way, so a page never waits longer than `WAIT_MAX_MS` for what
 * it can have at once. A change made here wakes the engine, and with it forgets what was seen before.
 */
export type TopicsSeen = { at: number; version: string; topics: readonly TopicRow[] }

const SHARED_FOR_MS = 1_000
const SHOWN_FOR_MS = 3_000
const WAIT_MAX_MS = 60
const FORGET_AFTER_MS = 60_000

type Kept = { seen: TopicsSeen | null; asking: Promise<TopicsSeen> | null }
const keptById = new Map<string, Kept>()
const forget = (clusterId: string): void => void keptById.delete(clusterId)

export async function lastTopics(clusterId: string): Promise<TopicsSeen> {
  const now = systemClock.now()
  for (const [id, { seen }] of keptById) if (seen !== null && now - seen.at > FORGET_AFTER_MS) forget(id)
  const kept = keptById.get(clusterId) ?? { seen: null, asking: null }
  if (kept.seen !== null && now - kept.seen.at < SHARED_FOR_MS) return kept.seen
  kept.asking ??= ask(clusterId, kept)
  keptById.set(clusterId, kept)
  if (kept.seen === null || now - kept.seen.at > SHOWN_FOR_MS) return kept.asking
  const { seen, asking } = kept
  return Promise.race([asking, sleep(WAIT_MAX_MS).then(() => seen)])
}

async function ask(clusterId: string, kept: Kept): Promise<TopicsSeen> {
  onWake(forget)
  const at = systemClock.now()
  try {
    const found = await withTopicsOf(clusterId, 'read', listTopics)
    const topics = found.map((topic) => ({
      name: topic.name,
      isInternal: isInternalTopic(topic.name, topic.isInternal),
      partitions: topic.partitionCount,
      replicationFactor: topic.replicationFactor,
      behind: topic.outOfSyncReplicaCount,
      offline: topic.offlinePartitionCount,
    }))
    const version = createHash('sha1').update(JSON.stringify(topics)).digest('base64url')
    kept.seen = { at, version, topics }
    return kept.seen
  } catch (error) {
    // Whoever waits is told; whoever asks next tries anew.
    forget(clusterId)
    throw error
  } finally {
    kept.asking = null
  }
}
