import type { ObservedRuntime } from '@/lib/broker-runtime/runtime'
import { runningSettings } from '@/lib/domain/configuration/configuration-change'
import type { CanaryReceipt } from '@/lib/domain/canary-receipt'
import { releaseExtras } from '@/lib/domain/open-monitoring'
import {
  isKnown,
  unknownKafka,
  type KafkaObservation,
  type Known,
  type NodeId,
  type Observed,
  type Proc,
  type ReleaseSeen,
  type VolumesSeen,
} from '@/lib/domain/plan/world'
import { volumeBytesOf } from '@/lib/domain/volume-limit'
import type { Clock } from '../clock'
import type { BrokerCounter } from './broker-counter'
import type { Engine } from './engine'
import type { Canary } from '../kafka/canary/canary'
import type { KafkaObserver, KafkaSeen } from '../kafka/observe'
import { lookAtHolders, NO_HOLDERS, type HoldersKept } from './look-at-foreign'
import type { StoredCluster } from './stored/stored-cluster'

/**
 * What was last seen of one cluster, each section with its age. It lives in memory only: after a restart everything
 * is looked for again.
 */
export type Watch = {
  runtime: ObservedRuntime
  release: { name: string; seen: Known<ReleaseSeen>; askedAt: number }
  kafka: KafkaObservation
  /** A Kafka of another cluster answered at the address of one of our nodes. */
  otherCluster: KafkaSeen['otherCluster']
  /** Who was found listening at addresses of nodes that are down, and of brokers that are none of ours. */
  holders: HoldersKept
  kafkaObserver: KafkaObserver
  /** Writes and reads while an operation or a drill wants it. */
  canary: (Canary & { ownerId: string; finished: (receipt: CanaryReceipt) => void }) | null
  /** Asks brokers for their own counts meanwhile. */
  counter: { operationId: string; counter: BrokerCounter } | null
  /** The boot that answered last, per node: from then on it is running, not starting. */
  answered: Map<NodeId, string>
  /** Since when looks came without a gap, wall clock. */
  evidenceSince: number
  /** When the last look ended, by both clocks: one is set by people, the other stands still while a laptop sleeps. */
  lookedAt: { monotonicMs: number; wall: number } | null
}

/** How much a look asks for: the dearer sections only when somebody needs them. */
export type Depth = {
  kafka: boolean
  partitions: boolean
  settings: boolean
  features: boolean
  throttles: boolean
  quotas: boolean
}
/** Processes and the release alone: Kafka is not asked. */
export const HOST_ONLY: Depth = {
  kafka: false,
  partitions: false,
  settings: false,
  features: false,
  throttles: false,
  quotas: false,
}

/** A gap this long between two looks (sleep, full CPU) makes all older evidence worthless. */
export const LATE_LOOK_MS = 5_000
/** A clock that is only put right by the network moves by less. */
export const CLOCK_SET_MS = 2_000
/** Files that were there do not vanish by themselves: a ready release counts as seen now, and is asked this often. */
const READY_RELEASE_EVERY_MS = 30_000

const NEVER: Known<never> = { unknown: 'not looked at yet' }

export const newWatch = (now: number, kafkaObserver: KafkaObserver): Watch => ({
  kafkaObserver,
  canary: null,
  counter: null,
  runtime: { processes: NEVER, memory: {}, changedFiles: {} },
  release: { name: '', seen: NEVER, askedAt: 0 },
  kafka: unknownKafka('not looked at yet'),
  otherCluster: null,
  holders: NO_HOLDERS,
  answered: new Map(),
  evidenceSince: now,
  lookedAt: null,
})

/** Where the clocks disagree, one was set or the machine slept: what was noted before is measured by another time. */
function isGap(clock: Clock, { monotonicMs, wall }: NonNullable<Watch['lookedAt']>): boolean {
  const passedMs = clock.monotonicMs() - monotonicMs
  return passedMs > LATE_LOOK_MS || Math.abs(clock.now() - wall - passedMs) > CLOCK_SET_MS
}

/** Looks at one cluster and remembers what it saw. Never throws for what it cannot see: that is unknown. */
export async function look(
  engine: Engine,
  cluster: StoredCluster,
  watch: Watch,
  depth: Depth,
): Promise<Observed> {
  const { clock } = engine
  if (watch.lookedAt !== null && isGap(clock, watch.lookedAt)) watch.evidenceSince = clock.now()
  const [runtime, release, volumes] = await Promise.all([
    lookAtHost(engine, cluster),
    lookAtRelease(engine, cluster, watch),
    lookAtVolumes(engine, cluster),
  ])
  watch.runtime = runtime
  watch.release = release
  if (depth.kafka) await lookAtKafka(engine, cluster, watch, depth)
  if (depth.kafka) {
    const { processes } = watch.runtime
    watch.holders = await lookAtHolders(
      engine,
      cluster,
      { processes, brokers: watch.kafka.brokers },
      watch.holders,
    )
  }
  engine.boots.report(cluster.ref.id, bootingIn(watch.runtime, clock.now()))
  watch.lookedAt = { monotonicMs: clock.monotonicMs(), wall: clock.now() }
  return {
    release: release.seen,
    processes: watch.runtime.processes,
    volumes,
    kafka: watch.kafka,
    foreign: {
      holders: depth.kafka ? watch.holders.seen : [],
      changedFiles: watch.runtime.changedFiles,
      otherCluster: watch.otherCluster,
    },
    canary: watch.canary?.seen() ?? null,
  }
}

async function lookAtHost({ runtime }: Engine, { ref }: StoredCluster): Promise<ObservedRuntime> {
  try {
    return await runtime.observe(ref)
  } catch (error) {
    return { processes: { unknown: messageOf(error) }, memory: {}, changedFiles: {} }
  }
}

async function lookAtVolumes(
  { runtime }: Engine,
  { ref, specification }: StoredCluster,
): Promise<Known<VolumesSeen>> {
  try {
    return await runtime.volumes(ref, volumeBytesOf(specification.volumeSizeGiB))
  } catch (error) {
    return { unknown: messageOf(error) }
  }
}

async function lookAtRelease(
  { runtime, clock }: Engine,
  { specification }: StoredCluster,
  { release }: Watch,
): Promise<Watch['release']> {
  const name = specification.release
  const at = clock.now()
  const { seen, askedAt } = release
  const isReady = release.name === name && isKnown(seen) && seen.value.state === 'ready'
  if (isReady && at - askedAt < READY_RELEASE_EVERY_MS) return { name, seen: { ...seen, at }, askedAt }
  try {
    return {
      name,
      seen: { at, value: await runtime.observeRelease(name, releaseExtras(specification)) },
      askedAt: at,
    }
  } catch (error) {
    return { name, seen: { unknown: messageOf(error) }, askedAt: at }
  }
}

async function lookAtKafka(
  engine: Engine,
  cluster: StoredCluster,
  watch: Watch,
  depth: Depth,
): Promise<void> {
  const { processes } = watch.runtime
  const boots = isKnown(processes) ? processes.value : {}
  // Only who runs is asked: while a cluster boots, that is a refused connection here and there.
  const running = cluster.nodes.filter(({ nodeId }) => (boots[nodeId]?.boot ?? null) !== null)
  watch.otherCluster = null
  if (running.length === 0) {
    watch.kafka = unknownKafka('no node runs')
    return
  }
  if (engine.runtime.observeKafka) {
    watch.kafka = await engine.runtime.observeKafka(cluster.ref)
    return
  }
  const nodes = running.map(({ nodeId: id, role, place }) => ({
    id,
    role,
    place,
    boot: boots[id]?.boot ?? null,
  }))
  const isKraft = cluster.specification.mode === 'KRAFT'
  const { answers, kafka, otherCluster } = await watch.kafkaObserver.look({
    nodes,
    kafkaClusterId: isKraft ? cluster.row.kafkaClusterId : null,
    partitions: depth.partitions ? 'all' : 'leave',
    features: depth.features,
    throttles: depth.throttles,
    quotas: depth.quotas,
    ...(depth.settings ? { settings: runningSettings(cluster.specification).all } : {}),
  })
  watch.kafka = kafka
  watch.otherCluster = otherCluster
  if (isKnown(processes))
    watch.runtime = { ...watch.runtime, processes: withAnswers(processes, answers, watch) }
}

type Processes = { at: number; value: Readonly<Record<NodeId, Proc>> }

/** A driver sees processes only; whether one answers is known here. */
export function withAnswers(
  { at, value }: Processes,
  answers: KafkaSeen['answers'],
  { answered }: Pick<Watch, 'answered'>,
): Processes {
  const merged = Object.entries(value).map(([key, proc]) => {
    const node = Number(key)
    const answer = answers[node]?.answers
    if (answer === undefined || proc.boot === null) return [node, proc] as const
    if (answer) answered.set(node, proc.boot)
    const hasAnswered = answered.get(node) === proc.boot
    const state = proc.state === 'starting' && hasAnswered ? ('running' as const) : proc.state
    return [node, { ...proc, answers: answer, state }] as const
  })
  return { at, value: Object.fromEntries(merged) }
}

/** A JVM that boots for longer than this has stopped being a burden: it hangs. */
const BOOT_BURDEN_MS = 20_000

function bootingIn({ processes }: ObservedRuntime, now: number): number {
  if (!isKnown(processes)) return 0
  return Object.values(processes.value).filter(
    ({ state, startedAt }) => state === 'starting' && startedAt !== null && now - startedAt < BOOT_BURDEN_MS,
  ).length
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
