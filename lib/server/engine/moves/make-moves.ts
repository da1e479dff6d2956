import type { KafkaMove } from '@/lib/broker-runtime/runtime'
import type { Move } from '@/lib/domain/plan/plan'
import { releaseExtras } from '@/lib/domain/open-monitoring'
import { stillRight } from '@/lib/domain/plan/second-look'
import { commitFor } from '../stored/commit'
import type { Engine } from '../engine'
import { HOST_ONLY, look, type Depth, type Watch } from '../watch'
import { buildWorld, type NamedCluster } from '../world'
import { assign } from './assign'
import { forget } from './forget'
import { makeRuntimeMove } from './runtime-move'
import { finalize } from './finalize'
import { electPreferred } from './elect-preferred'
import { raiseProtocol } from './raise-protocol'
import { reassign } from './reassign'
import { brakeStatement } from '../stored/brake'
import { brake } from './brake'
import { tell } from './tell'
import { throttle } from './throttle'
import { unregister } from './unregister'

export type MoveFailure = { move: Move; error: unknown }
export type Batch = {
  /** Moves that were made, or at least begun. */
  made: readonly Move[]
  failures: readonly MoveFailure[]
  /** True: what should be changed meanwhile; plan anew. */
  outdated: boolean
}

/**
 * Makes the moves of one plan in their order. Moves of one kind in a row were proven safe together: they share one
 * second look and are made together, so that six nodes start at the same moment. The second look is the planner's
 * own judgement on fresh evidence just before acting; what it does not confirm is not done.
 */
export async function makeMoves(
  engine: Engine,
  cluster: NamedCluster,
  watch: Watch,
  moves: readonly Move[],
  isOutdated: () => boolean,
): Promise<Batch> {
  const made: Move[] = []
  const failures: MoveFailure[] = []
  for (const group of inGroups(moves)) {
    const observed = await look(engine, cluster, watch, depthFor(cluster, group))
    const world = buildWorld(cluster, {
      now: engine.clock.now(),
      observed,
      evidenceSince: watch.evidenceSince,
      bootsAllowed: engine.boots.allowedFor(cluster.ref.id),
    })
    const confirmed = group.filter((move) => stillRight(world, move))
    if (isOutdated()) return { made, failures, outdated: true }
    const result = await makeGroup(engine, cluster, watch, confirmed)
    if (result === 'outdated') return { made, failures, outdated: true }
    made.push(...confirmed)
    failures.push(...result)
    // The next kind of move was planned on this one having been made.
    if (confirmed.length < group.length || result.length > 0) break
  }
  return { made, failures, outdated: false }
}

async function makeGroup(
  engine: Engine,
  cluster: NamedCluster,
  watch: Watch,
  group: readonly Move[],
): Promise<readonly MoveFailure[] | 'outdated'> {
  const { database } = engine
  const stored = group.flatMap((move) => {
    if (move.do === 'assign') return [assign(database, cluster.ref.id, move)]
    if (move.do === 'forget') return forget(database, cluster, move.node)
    if (move.do === 'raiseProtocol') return raiseProtocol(database, cluster)
    if (move.do === 'unthrottled') return [unthrottled(database, cluster.ref.id)]
    if (move.do === 'noteBrake') return [brakeStatement(database, cluster.ref.id, noted(move))]
    if (move.do === 'unbraked') return [brakeStatement(database, cluster.ref.id, null)]
    return []
  })
  if (stored.length > 0) return (await commitFor(engine, cluster, stored)) ? [] : 'outdated'
  const results = await Promise.allSettled(group.map((move) => makeMove(engine, cluster, watch, move)))
  const begun = group.filter((_, index) => results[index]?.status === 'fulfilled')
  if (!(await rememberFormatted(engine, cluster, begun))) return 'outdated'
  return results.flatMap((result, index) => {
    const move = group[index]
    return result.status === 'rejected' && move ? [{ move, error: result.reason }] : []
  })
}

const noted = ({ before, since }: Extract<Move, { do: 'noteBrake' }>) => ({ before, since })

/** What was throttled runs freely again, as a fresh look has shown. */
const unthrottled = (database: Engine['database'], id: string) =>
  database.cluster.update({ where: { id }, data: { throttled: false } })

/** Started on a directory that was empty: from now on an empty one is a loss. */
export const formats = (move: Move): boolean => move.do === 'start' && move.directory === 'fresh'

/**
 * Stored at once, not when the node is next seen: were the directory lost while the engine sleeps in between, the
 * node would be started on an empty one as if it had never held anything.
 */
async function rememberFormatted(
  engine: Engine,
  cluster: NamedCluster,
  begun: readonly Move[],
): Promise<boolean> {
  const nodes = begun.flatMap((move) => (move.do === 'start' && formats(move) ? [move.node] : []))
  if (nodes.length === 0) return true
  const where = { clusterId: cluster.ref.id, nodeId: { in: nodes } }
  return commitFor(engine, cluster, [engine.database.node.updateMany({ where, data: { formatted: true } })])
}

async function makeMove(engine: Engine, cluster: NamedCluster, watch: Watch, move: Move): Promise<void> {
  if ('drill' in move) return makeRuntimeMove(engine, cluster, move)
  switch (move.do) {
    case 'start':
    case 'stop':
    case 'kill':
    case 'destroy':
      return makeRuntimeMove(engine, cluster, move)
    case 'prepareRelease':
      return engine.runtime.prepareRelease(move.release, releaseExtras(cluster.specification))
    case 'unregister':
    case 'reassign':
    case 'throttle':
    case 'brake':
    case 'tell':
    case 'finalize':
    case 'electPreferred':
      return changeKafka(engine, cluster, watch, move)
    case 'assign':
    case 'forget':
    case 'unthrottled':
    case 'noteBrake':
    case 'unbraked':
    case 'raiseProtocol':
      throw new Error(`${move.do} is stored, not made.`)
  }
}

async function changeKafka(
  engine: Engine,
  cluster: NamedCluster,
  watch: Watch,
  move: KafkaMove,
): Promise<void> {
  if (engine.runtime.changeKafka) return engine.runtime.changeKafka(cluster.ref, move)
  switch (move.do) {
    case 'tell':
      return tell(cluster, watch, move)
    case 'finalize':
      return finalize(cluster, watch, move)
    case 'electPreferred':
      return electPreferred(cluster, watch, move)
    case 'reassign':
      return reassign(cluster, watch, move.partitions)
    case 'throttle':
      return throttle(cluster, watch, move)
    case 'brake':
      return brake(cluster, watch, move)
    case 'unregister':
      return unregister(cluster, watch, move.node)
  }
}

function inGroups(moves: readonly Move[]): readonly (readonly Move[])[] {
  const groups: Move[][] = []
  for (const move of moves) {
    const last = groups.at(-1)
    if (last?.[0]?.do === move.do) last.push(move)
    else groups.push([move])
  }
  return groups
}

/**
 * While a cluster is made or unmade there is nothing Kafka could say against a move, nor against a start; but for
 * the start of a node whose data is lost: that waits until the node is out of every ISR.
 */
function depthFor({ row, creation, nodes }: NamedCluster, group: readonly Move[]): Depth {
  const alone = row.presence === 'absent' || creation === 'pending'
  const held = new Set(nodes.flatMap(({ nodeId, row: { formatted } }) => (formatted ? [nodeId] : [])))
  const harmless = group.every(
    (move) =>
      move.do === 'prepareRelease' ||
      move.do === 'inject' ||
      move.do === 'lift' ||
      (move.do === 'start' && !(formats(move) && held.has(move.node))),
  )
  if (alone || harmless) return HOST_ONLY
  return {
    kafka: true,
    partitions: true,
    settings: group.some((move) => move.do === 'tell'),
    features: group.some((move) => move.do === 'finalize'),
    throttles: row.throttled,
    quotas: group.some(({ do: what }) => what === 'brake' || what === 'noteBrake' || what === 'unbraked'),
  }
}
