import { setTimeout as sleep } from 'node:timers/promises'
import { CANARY_TOPIC, type CanaryPartition } from '@/lib/domain/canary'
import { PaceCount } from '@/lib/domain/canary-pace'
import { newReceipt, resumedReceipt, type CanaryPhase, type CanaryReceipt } from '@/lib/domain/canary-receipt'
import type { DrillAcks } from '@/lib/domain/drill/kind'
import type { Endpoint } from '@/lib/domain/node'
import type { CanarySeen, NodeId } from '@/lib/domain/plan/world'
import { systemClock } from '../../clock'
import { openAdmin, type KafkaAdmin } from '../admin'
import { prepareCanaryTopic } from './canary-topic'
import { CanaryLane } from './lane'

/** Mosaik's own client while a change is under way. What it meets is the receipt of the operation. */
export type Canary = {
  /** For the planner. */
  seen: () => CanarySeen
  /** Nodes restart or partitions move from now on. */
  beginChange: () => void
  /** It writes on for a moment, as after the change; then what was acknowledged is looked for. */
  finish: () => Promise<CanaryReceipt>
  /** Mosaik ends: everything is dropped at once. */
  drop: () => void
}

type CanaryOptions = {
  brokers: readonly Endpoint[]
  acks: DrillAcks
  /** Of this operation, from before Mosaik was started anew. */
  before: CanaryReceipt | null
  /** The receipt changed. */
  onNews: (receipt: CanaryReceipt) => void
}

const PREPARE_MS = 15_000
const RETRY_MS = 200
const NEWS_EVERY_MS = 1_000
/** Long enough to see whether it is again as it was before. */
const AFTER_MS = 2_000
/** After the last acknowledgement a record that is there is read at once. */
const FINISH_MS = 3_000

export function startCanary({ brokers, acks, before, onNews }: CanaryOptions): Canary {
  let receipt = before === null ? newReceipt(systemClock.now()) : resumedReceipt(before)
  const through = new Map<NodeId, number>()
  let lanes: readonly CanaryLane[] = []
  let state: CanarySeen['state'] = 'starting'
  let isOver = false
  const admin = openAdmin({ bootstrap: brokers, connectTimeoutMs: 1_000 })
  const change = (changed: (before: CanaryReceipt) => CanaryReceipt): void => {
    receipt = changed(receipt)
  }
  let phase: CanaryPhase = before === null ? 'before' : 'during'
  let pace = new PaceCount(performance.now())
  const countPace = (): void => {
    const counted = pace.pace(performance.now())
    if (counted !== null) change((now) => ({ ...now, pace: { ...now.pace, [phase]: counted } }))
  }
  const enter = (next: CanaryPhase): void => {
    countPace()
    phase = next
    pace = new PaceCount(performance.now())
  }
  const news = setInterval(() => {
    countPace()
    onNews(receipt)
  }, NEWS_EVERY_MS)

  async function begin(): Promise<void> {
    try {
      const { topicId, partitions } = await prepared(admin, () => isOver)
      if (isOver) return
      change((now) => ({ ...now, state: 'measuring' }))
      lanes = partitions.map(
        ({ partition }) =>
          new CanaryLane({
            log: { topic: CANARY_TOPIC, topicId, partition },
            brokers,
            acks,
            change,
            onAcknowledged: (latencyMs) => pace.add(latencyMs),
            onThrough: (node, at) => {
              through.set(node, at)
              if (partitions.every(({ leader }) => through.has(leader))) state = 'running'
            },
          }),
      )
      pace = new PaceCount(performance.now())
      for (const lane of lanes) lane.run()
    } catch (error) {
      state = 'failed'
      const why = error instanceof Error ? error.message : String(error)
      change((now) => ({ ...now, state: 'notMeasured', why }))
    }
  }
  void begin()

  const end = (): void => {
    isOver = true
    clearInterval(news)
    for (const lane of lanes) lane.close()
    admin.close()
  }
  return {
    seen: () => ({ state, through: Object.fromEntries(through) }),
    beginChange: () => {
      if (phase === 'before') enter('during')
    },
    finish: async () => {
      if (isOver) return receipt
      enter('after')
      if (receipt.state === 'measuring') await sleep(AFTER_MS)
      if (isOver) return receipt
      countPace()
      for (const lane of lanes) lane.stopWriting()
      const until = performance.now() + FINISH_MS
      while (performance.now() < until && lanes.some((lane) => !lane.isThrough)) await sleep(50)
      end()
      const isMeasured = receipt.state === 'measuring' && receipt.acknowledged > 0
      change((now) => ({
        ...now,
        state: isMeasured ? 'measured' : 'notMeasured',
        endedAt: systemClock.now(),
        lost: isMeasured ? lanes.reduce((sum, { unreadCount }) => sum + unreadCount, 0) : null,
      }))
      return receipt
    },
    drop: end,
  }
}

/** A broker may be away at this very moment; the topic is waited for, not long. */
async function prepared(
  admin: KafkaAdmin,
  isOver: () => boolean,
): Promise<{ topicId: string | null; partitions: readonly CanaryPartition[] }> {
  const until = performance.now() + PREPARE_MS
  for (;;) {
    try {
      const topic = await prepareCanaryTopic(admin)
      if (topic.partitions.length > 0) return topic
    } catch (error) {
      if (performance.now() > until || isOver()) throw error
    }
    if (performance.now() > until || isOver()) throw new Error('The canary topic has no partition.')
    await sleep(RETRY_MS)
  }
}
