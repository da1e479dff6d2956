import type { Incident } from '@/lib/domain/incident'
import { bootChanges, type Boot } from '@/lib/domain/plan/boot-history'
import { incidentChanges } from '@/lib/domain/plan/incidents'
import type { MoveNews } from '@/lib/domain/plan/partitions/move-news'
import type { Decision } from '@/lib/domain/plan/plan'
import type { World } from '@/lib/domain/plan/world'
import type { Prisma } from '@/generated/prisma/client'
import { statusViewSchema, type StatusView } from '../../status/view'
import { bootStatements, withChanges } from './boots'
import { incidentStatements, withIncidents } from './incidents'
import { commitFor } from './commit'
import type { Engine } from '../engine'
import { ledgerStatements } from './ledger'
import type { ClusterMemory } from '../memory'
import { eventsOf, eventStatements } from './operation-events'
import { mergeMoves, moveStatements } from './operation-moves'
import { changedRows, mergeRows, rowStatements } from './operation-rows'
import { outcomeEvents, outcomeStatements, removeCluster } from './outcome'
import { readModel, type ReadModel } from '../shown/read-model'
import type { StoredOperationRow } from './stored-cluster'
import type { NamedCluster } from '../world'

/**
 * Everything one decision has to leave in the database, in one transaction, before a single move is made: what was
 * tried and learnt, how the operation stands or ends, and what pages show. False: outdated, plan anew.
 */
export async function record(
  engine: Engine,
  memory: ClusterMemory,
  cluster: NamedCluster,
  world: World,
  decision: Decision,
): Promise<boolean> {
  const now = new Date(world.now)
  const rows = cluster.operation ? changedRows(cluster.operation, decision.rows, now) : []
  const events = [...eventsOf(cluster, decision, exitReason(world)), ...outcomeEvents(decision.outcome)]
  const shown = shownAfter(memory, cluster, world, decision)
  const moves = await moveStatements(engine.database, cluster, world, decision)
  const boots = decision.gone ? [] : bootChanges(cluster.boots, world, movesOf(decision))
  const incidents = decision.gone
    ? []
    : incidentChanges(cluster.incidents, { ...world, ledger: decision.ledger })
  const status = decision.gone ? [] : statusStatements(engine, cluster, shown, now)
  const statements = [
    ...learntStatements(engine, cluster, decision, now),
    ...rowStatements(engine.database, cluster.operation?.rows ?? [], rows),
    ...eventStatements(engine.database, cluster, now, events),
    ...moves.statements,
    ...bootStatements(engine.database, cluster.ref.id, boots),
    ...incidentStatements(engine.database, cluster.ref.id, incidents),
    ...status,
    ...outcomeStatements(engine, cluster, decision.outcome),
    ...(decision.gone ? removeCluster(engine, cluster) : []),
  ]
  // Without a statement of its own a move still needs the proof that it belongs to what should be now.
  if (statements.length === 0 && movesOf(decision).length === 0) return true
  if (!(await commitFor(engine, cluster, statements))) return false
  remember(memory, cluster, decision, {
    rows,
    boots,
    incidents,
    moves: moves.news,
    shown: status.length > 0 ? shown : null,
    at: now,
  })
  publish(engine, cluster, {
    status: decision.gone || status.length + boots.length + incidents.length > 0,
    operation: rows.length + events.length + moves.statements.length > 0,
  })
  return true
}

const movesOf = ({ moves, guarded }: Decision) => [...moves, ...guarded]

const exitReason =
  (world: World) =>
  (node: number): string | null => {
    const { processes } = world.observed
    return 'value' in processes ? (processes.value[node]?.lastExit?.reason ?? null) : null
  }

function learntStatements(
  { database }: Engine,
  cluster: NamedCluster,
  { ledger, proven, formatted }: Decision,
  at: Date,
): Prisma.PrismaPromise<unknown>[] {
  const clusterId = cluster.ref.id
  return [
    ...ledgerStatements(database, cluster, ledger),
    ...proven.map((key) => {
      const role = key.slice(0, key.indexOf(':'))
      const hash = key.slice(role.length + 1)
      return database.proven.upsert({
        where: { clusterId_role_hash: { clusterId, role, hash } },
        create: { clusterId, role, hash, at },
        update: {},
      })
    }),
    ...(formatted.length > 0
      ? [
          database.node.updateMany({
            where: { clusterId, nodeId: { in: [...formatted] } },
            data: { formatted: true },
          }),
        ]
      : []),
  ]
}

/** What pages shall show once the outcome is stored: the state word of an operation that just ended is the new one. */
function shownAfter(
  memory: ClusterMemory,
  cluster: NamedCluster,
  world: World,
  decision: Decision,
): ReadModel {
  const { outcome } = decision
  const ends = outcome.is === 'complete' || outcome.is === 'fail'
  const creation = ends && world.creation === 'pending' ? endedCreation(outcome.is) : world.creation
  const before = cluster.status ? parseView(cluster.status.view) : null
  return readModel({
    world: { ...world, creation, operation: ends ? null : world.operation },
    decision,
    memory: memory.watch.runtime.memory,
    failure: cluster.failure,
    before,
  })
}

const endedCreation = (is: 'complete' | 'fail'): World['creation'] =>
  is === 'complete' ? 'complete' : 'failed'

const STATUS_EVERY_MS = 400

function statusStatements(
  { database }: Engine,
  { ref, status }: NamedCluster,
  { state, view }: ReadModel,
  observedAt: Date,
): Prisma.PrismaPromise<unknown>[] {
  const text = JSON.stringify(view)
  if (status?.state === state) {
    if (status.view === text) return []
    // Numbers that run (a lag, a percentage) must not make every page ask ten times a second.
    if (observedAt.getTime() - status.observedAt.getTime() < STATUS_EVERY_MS) return []
  }
  const values = { state, view: text, observedAt }
  return [
    database.clusterStatus.upsert({
      where: { clusterId: ref.id },
      create: { clusterId: ref.id, ...values },
      update: values,
    }),
  ]
}

/** `shown` is null when the status was left as it is. */
type Recorded = {
  rows: readonly StoredOperationRow[]
  boots: readonly Boot[]
  incidents: readonly Incident[]
  moves: MoveNews
  shown: ReadModel | null
  at: Date
}

/** The copy in memory follows what was stored; after an outcome everything is read again. */
function remember(
  memory: ClusterMemory,
  cluster: NamedCluster,
  { ledger, proven, formatted, outcome, gone }: Decision,
  { rows, boots, incidents, moves, shown, at }: Recorded,
): void {
  if (gone || outcome.is !== 'goOn') memory.isOutdated = true
  memory.cluster = {
    ...cluster,
    ledger,
    proven: new Set([...cluster.proven, ...proven]),
    boots: withChanges(cluster.boots, boots),
    incidents: withIncidents(cluster.incidents, incidents),
    nodes: cluster.nodes.map((node) =>
      formatted.includes(node.nodeId) ? { ...node, row: { ...node.row, formatted: true } } : node,
    ),
    operation: cluster.operation && {
      ...cluster.operation,
      rows: mergeRows(cluster.operation.rows, rows),
      moves: mergeMoves(cluster.operation.moves, moves),
    },
    status: shown ? { state: shown.state, view: JSON.stringify(shown.view), observedAt: at } : cluster.status,
  }
}

function publish(
  { events }: Engine,
  { ref, operation }: NamedCluster,
  changed: { status: boolean; operation: boolean },
): void {
  if (changed.status || changed.operation) {
    events.publish('clusters')
    events.publish(`cluster/${ref.id}`)
  }
  if (changed.operation && operation) events.publish(`operation/${operation.id}`)
}

/** What was stored by this very program, possibly an older version of it: then there is no "before". */
function parseView(text: string): StatusView | null {
  const parsed = statusViewSchema.safeParse(JSON.parse(text))
  return parsed.success ? parsed.data : null
}
