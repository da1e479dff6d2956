import type { BrokerRuntime, NodeFigures } from '@/lib/broker-runtime/runtime'
import { brokerFigures } from '@/lib/domain/metrics/broker-figures'
import { rulesOf } from '@/lib/domain/metrics/broker-rules'
import { heapFigures } from '@/lib/domain/metrics/heap'
import { includesLevel } from '@/lib/domain/metrics/level'
import { spanOf } from '@/lib/domain/metrics/rates'
import type { Figure, NodeSample, TopicSample } from '@/lib/domain/metrics/sample'
import { socketFigures } from '@/lib/domain/metrics/socket-figures'
import { readsTopics, STEP_MS, topicPeriodMs } from '@/lib/domain/metrics/step'
import { throttleFigures } from '@/lib/domain/metrics/throttle-figures'
import { topicCountersOf, topicFigures } from '@/lib/domain/metrics/topic-figures'
import { servesClients, type NodeRole } from '@/lib/domain/node'
import { readNode } from './agent/read-node'
import { readTopics } from './agent/read-topics'
import { agentOf, type NodeMemory } from './node-memory'
import type { WatchedCluster } from './watched-cluster'

/** A node may take so long for each question; one that is stopped in its tracks costs nobody more than this. */
const ANSWER_MS_MAX = 2_000

export type NodeTurn = {
  cluster: WatchedCluster
  figures: NodeFigures
  role: NodeRole
  memory: NodeMemory
  runtime: BrokerRuntime
  at: number
}

/** What the node itself says, as figures of its own. Throws when it does not answer. */
export async function collectNode(
  turn: NodeTurn,
): Promise<{ sample: NodeSample; figures: readonly Figure[] }> {
  const { cluster, memory, role } = turn
  const { sample, topics, before, topicsBefore } = await read(turn)
  if (!servesClients(role)) return { sample, figures: [] }
  const { level, specification } = cluster
  const span = spanOf(before, sample, STEP_MS)
  const two = { before, now: sample, span }
  const ofTopics =
    topics === null ? [] : topicFigures(topicsBefore, topics, topicPeriodMs(topicsIn(topicsBefore)))
  memory.silence = null
  return {
    sample,
    figures: [
      ...brokerFigures(rulesOf(level, specification.mode), two),
      ...heapFigures(sample),
      ...socketFigures(two, level, authenticationOf),
      ...(includesLevel(level, 'PER_BROKER') ? throttleFigures(sample) : []),
      ...ofTopics,
    ],
  }
}

type Read = {
  sample: NodeSample
  topics: TopicSample | null
  before: NodeSample | null
  topicsBefore: TopicSample | null
}

/** Reads what is due, and keeps it for the next turn. */
async function read(turn: NodeTurn): Promise<Read> {
  const { cluster, figures, memory, role, runtime, at } = turn
  const { sample: before, topics: topicsBefore } = memory
  const wantsTopics = servesClients(role) && readsTopics(at, figures.nodeId, topicsIn(topicsBefore))
  if (figures.agent === null) {
    const said = await runtime.observeMetrics?.({ cluster: cluster.ref, nodeId: figures.nodeId, role })
    if (!said) throw new Error('The node runs without a metrics agent.')
    memory.sample = said.node
    if (wantsTopics) memory.topics = said.topics
    return { sample: said.node, topics: wantsTopics ? said.topics : null, before, topicsBefore }
  }
  const agent = agentOf(memory, figures.host.boot, figures.agent)
  const { level, specification } = cluster
  const sample = await readNode(agent, { role, mode: specification.mode, level }, ANSWER_MS_MAX)
  memory.sample = sample
  if (!wantsTopics) return { sample, topics: null, before, topicsBefore }
  const topics = await readTopics(agent, topicCountersOf(level), ANSWER_MS_MAX)
  memory.topics = topics
  return { sample, topics, before, topicsBefore }
}

const topicsIn = (topics: TopicSample | null): number =>
  topics === null ? 0 : Math.max(0, ...[...topics.counters.values()].map(({ size }) => size))

/** Listeners of clients; MSK has no word for a listener that asks for nothing, so its protocol stands for one. */
const CLIENT_LISTENERS: Readonly<Record<string, string>> = { CLIENT: 'PLAINTEXT', EXTERNAL: 'PLAINTEXT' }

const authenticationOf = (listener: string): string | null => CLIENT_LISTENERS[listener] ?? null
