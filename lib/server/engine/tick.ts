import { MoveRefused } from '@/lib/broker-runtime/runtime'
import { isHeldBecause } from '@/lib/domain/held'
import { moveFailed } from '@/lib/domain/plan/ledger'
import { isPartitionLookDue, servingNodes } from '@/lib/domain/plan/partitions/partition-look'
import type { Decision, Move } from '@/lib/domain/plan/plan'
import { plan } from '@/lib/domain/plan/planner'
import { isKnown, type Observed, type World } from '@/lib/domain/plan/world'
import { commitFor } from './stored/commit'
import type { Engine } from './engine'
import { ledgerStatements } from './stored/ledger'
import { currentCluster, type ClusterMemory } from './memory'
import { formats, makeMoves, type Batch, type MoveFailure } from './moves/make-moves'
import { eventStatements } from './stored/operation-events'
import { keepDrill } from './drill/keep-drill'
import { keepBrokerCounter } from './keep-broker-counter'
import { keepCanary } from './keep-canary'
import { paceOf, PACE_MS } from './pace'
import { showHeld } from './held-cluster'
import { noteFindings } from './shown/note-findings'
import { partitionCounts } from './shown/partition-counts'
import { recordElections } from './stored/elections'
import { record } from './stored/record'
import { HOST_ONLY, look, messageOf, type Depth } from './watch'
import { buildWorld, type NamedCluster } from './world'

/**
 * One turn of one cluster: look, plan, write down, move. Returns when to come again, in milliseconds; `gone` when
 * the database does not know the cluster (any more).
 */
export async function tick(engine: Engine, memory: ClusterMemory): Promise<number | 'gone'> {
  const known = await currentCluster(engine, memory)
  if (!known) return 'gone'
  const { heldBecause } = known.row
  if (isHeldBecause(heldBecause)) return showHeld(engine, memory, known, heldBecause)
  const observed = await look(engine, known, memory.watch, depthOf(engine, memory, known))
  noteNodeChanges(engine, memory, observed)
  if (memory.isOutdated) return 0
  const cluster = await keepDrill(engine, memory, known, worldOf(engine, memory, known, observed))
  if (cluster === null) return outdated(memory)
  const world = worldOf(engine, memory, cluster, observed)
  const decision = plan(world)
  noteFindings(engine, memory, cluster, decision)
  memory.wantsPartitions = decision.wants.partitions
  memory.wantsSettings = decision.wants.settings
  memory.wantsFeatures = decision.wants.features
  memory.wantsThrottles = decision.wants.throttles
  keepBrokerCounter(engine, memory, cluster, { kafka: observed.kafka, isWanted: decision.wants.canary })
  memory.wantsQuotas = decision.wants.quotas
  if (keepCanary(engine, memory, cluster, decision.wants.canary)) return 0
  if (decision.gone && !(await nothingIsLeft(engine, memory, cluster))) return PACE_MS.removing
  if (!(await record(engine, memory, cluster, world, decision))) return outdated(memory)
  // Not before it is stored: what pages show would be called as new as a look that never reached them.
  if (isKnown(observed.processes)) memory.seenAt = observed.processes.at
  if (decision.gone || decision.outcome.is !== 'goOn') return 0
  if (decision.moves.some(isNoticed) || decision.guarded.some(isInjected)) memory.watch.canary?.beginChange()
  const batch = await makeAll(engine, memory, cluster, decision)
  if (batch.outdated) return outdated(memory)
  await recordFailures(engine, memory, cluster, world, batch.failures)
  if (!(await recordElections(engine, memory, cluster, observed.kafka))) return outdated(memory)
  if (batch.made.some(changesRows)) memory.isOutdated = true
  return paceOf({ cluster, world, decision, batch })
}

/** Clients may notice these. */
const NOTICED: readonly Move['do'][] = ['stop', 'kill', 'tell', 'reassign', 'electPreferred']
const isNoticed = (move: Move): boolean => NOTICED.includes(move.do)

const isInjected = (move: Move): boolean => move.do === 'inject'

/** What guards want is done whatever became of the steps: a node that cannot start must not keep a full disk filling. */
async function makeAll(
  engine: Engine,
  memory: ClusterMemory,
  cluster: NamedCluster,
  { moves, guarded }: Decision,
): Promise<Batch> {
  const make = (group: readonly Move[]): Promise<Batch> =>
    makeMoves(engine, cluster, memory.watch, group, () => memory.isOutdated)
  const steps = await make(moves)
  if (steps.outdated || guarded.length === 0) return steps
  const guards = await make(guarded)
  return {
    made: [...steps.made, ...guards.made],
    failures: [...steps.failures, ...guards.failures],
    outdated: guards.outdated,
  }
}

const STORED: readonly Move['do'][] = [
  'assign',
  'forget',
  'unthrottled',
  'raiseProtocol',
  'noteBrake',
  'unbraked',
]
const changesRows = (move: Move): boolean => STORED.includes(move.do) || formats(move)

function outdated(memory: ClusterMemory): number {
  memory.isOutdated = true
  return 0
}

function depthOf({ clock }: Engine, memory: ClusterMemory, { row, specification }: NamedCluster): Depth {
  if (row.presence === 'absent') return HOST_ONLY
  const partitions = isPartitionLookDue({
    nowMs: clock.monotonicMs(),
    askedAtMs: memory.partitionsAskedAtMs,
    nodesChangedAtMs: memory.nodesChangedAtMs,
    mode: specification.mode,
    wanted: memory.wantsPartitions,
    partitions: partitionCounts(memory.watch.kafka.partitions, clock.now())?.partitions ?? null,
  })
  if (partitions) memory.partitionsAskedAtMs = clock.monotonicMs()
  return {
    kafka: true,
    partitions,
    settings: memory.wantsSettings,
    features: memory.wantsFeatures,
    throttles: memory.wantsThrottles,
    quotas: memory.wantsQuotas,
  }
}

function noteNodeChanges({ clock }: Engine, memory: ClusterMemory, observed: Observed): void {
  const serving = servingNodes(observed)
  if (serving === null) return
  if (memory.serving !== null && memory.serving !== serving) memory.nodesChangedAtMs = clock.monotonicMs()
  memory.serving = serving
}

const worldOf = (
  { clock, boots }: Engine,
  { watch }: ClusterMemory,
  cluster: NamedCluster,
  observed: Observed,
): World =>
  buildWorld(cluster, {
    now: clock.now(),
    observed,
    evidenceSince: watch.evidenceSince,
    bootsAllowed: boots.allowedFor(cluster.ref.id),
  })

/** Rows, name and addresses are given up only after the driver's own folder is gone and a last look finds nothing. */
async function nothingIsLeft(
  engine: Engine,
  { watch }: ClusterMemory,
  cluster: NamedCluster,
): Promise<boolean> {
  await engine.runtime.destroyCluster(cluster.ref, engine.epoch)
  const { processes } = await look(engine, cluster, watch, HOST_ONLY)
  return isKnown(processes) && Object.keys(processes.value).length === 0
}

/** What a move met is stored with its node, so that a deadline that passes can say why. */
async function recordFailures(
  engine: Engine,
  memory: ClusterMemory,
  cluster: NamedCluster,
  world: World,
  failures: Batch['failures'],
): Promise<void> {
  if (failures.length === 0) return
  if (failures.some(isEpochRefusal)) memory.isOutdated = true
  const before = memory.cluster?.ledger ?? cluster.ledger
  const ledger = failures.reduce(
    (entries, { move, error }) => moveFailed({ ...world, ledger: entries }, entries, move, messageOf(error)),
    before,
  )
  const news = failures.filter(({ error }) => !before.some(({ lastError }) => lastError === messageOf(error)))
  for (const { move, error } of news) {
    engine.log.warn({ cluster: cluster.ref.name, move: move.do, error: messageOf(error) }, 'A move failed')
  }
  const events = news.map(({ move, error }) => ({
    nodeId: 'node' in move ? move.node : null,
    key: 'moveFailed' as const,
    parameters: { move: move.do, error: messageOf(error) },
  }))
  const current = memory.cluster ?? cluster
  const stored = await commitFor(engine, current, [
    ...ledgerStatements(engine.database, current, ledger),
    ...eventStatements(engine.database, current, new Date(world.now), events),
  ])
  if (stored) memory.cluster = { ...current, ledger }
  else memory.isOutdated = true
}

const isEpochRefusal = ({ error }: MoveFailure): boolean =>
  error instanceof MoveRefused && error.code === 'epoch'
