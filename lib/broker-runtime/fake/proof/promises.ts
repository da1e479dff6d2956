import { servesClients, votes } from '@/lib/domain/node'
import type { Move } from '@/lib/domain/plan/plan'
import { kindKey } from '@/lib/domain/plan/proof'
import type { NodeId } from '@/lib/domain/plan/world'
import type { KafkaMove } from '../../runtime'
import { isAlive } from '../process'
import { readableBy, writtenBy } from '../protocol'
import type { FakeState } from '../state'
import { nameOf, nodeSpecification, releaseOf } from './specification'
import type { Store } from './store'
import { brokenBy, isRecovering, neededPartition, keepsMajority, nodeOf, reallyServes } from './truth'

/**
 * The promises, each held against the true state at the very moment a move is made. A message is a broken promise.
 */
export class Promises {
  /** Nodes stopped on purpose that have not served since. */
  private readonly down = new Set<NodeId>()
  /** Nodes that ever had data on a directory: an empty one is a loss. */
  private readonly held = new Set<NodeId>()
  /** Who was ever given a poisonous kind, with something to lose. */
  readonly poisoned = new Map<string, Set<NodeId>>()

  before(move: Move, state: FakeState, store: Store): string | null {
    this.seeServing(state)
    if (isKafkaMove(move)) return judgeKafkaMove(move, state)
    if (isWrittenDown(move)) return null
    switch (move.do) {
      case 'stop':
        if (!isPlannedChange(store)) return judgePowerOff(move.node, state)
        return isWanted(store, move.node) ? this.judgeStop(move.node, state) : judgeLeaving(move.node, state)
      case 'kill':
        return isPlannedChange(store) ? (judgePause(move, state, store) ?? judgeKill(move.node, state)) : null
      case 'start':
        return (
          judgePause(move, state, store) ?? judgeRelease(move, state, store) ?? this.judgeStart(move, state)
        )
      case 'inject':
      case 'lift':
        return null
      case 'forget':
        return judgeForget(move.node, state)
      case 'destroy':
        if (nodeOf(state, move.node)?.process) return `directory of ${move.node} destroyed under its process`
        return isPlannedChange(store) ? judgeLeaving(move.node, state) : null
    }
  }

  /** What a guard stops stays away: others have all it holds, whatever its owner accepted of a restart. */
  beforeGuarded(move: Move, state: FakeState, store: Store): string | null {
    if (move.do === 'brake' && store.brake === null) return 'producers are slowed before it is written down'
    if (move.do !== 'stop') return null
    const partition = neededPartition(state, move.node)
    return partition === null ? null : `${partition} needs ${move.node}, which is stopped for its volume`
  }

  afterAssign(node: NodeId, store: Store): string | null {
    if (store.creation === 'pending') return null
    const row = store.rows.find(({ id }) => id === node)
    if (row === undefined || row.assigned === null) return null
    const specification = store.specification(row.assigned.generation)
    const { kind } = nameOf(specification, node, row.role)
    if (specification.revision.poison !== null && kind.includes(specification.revision.name)) {
      const carriers = this.poisoned.get(kind) ?? new Set()
      // Only partitions can tell that a broker does not catch up; one without any to tell is not counted.
      if (specification.revision.poison !== 'neverCatchesUp' || row.witness.length > 0) carriers.add(node)
      this.poisoned.set(kind, carriers)
      if (carriers.size > 1) return `poison ${kind} spread to ${[...carriers].join(', ')}`
    }
    return twoCarriers(store, kind)
  }

  afterEnd(store: Store, state: FakeState): string | null {
    const last = store.ended.at(-1)
    // Later changes move on from there.
    if (last?.how === 'complete' && last.at === state.at) {
      const astray = last.placement.find(({ id, to }) => {
        const partition = state.partitions.find((each) => each.id === id)
        return partition !== undefined && partition.replicas.join() !== to.join()
      })
      if (astray !== undefined) return `called complete while ${astray.id} is not where it was planned`
      const untold = last.placement.find(({ id }) => !last.outcomes.has(id))
      if (untold !== undefined) return `called complete without a word on ${untold.id}`
    }
    if (last?.kind !== 'DELETE' || last.how !== 'complete') return null
    const left = state.nodes.find(({ process, formatted }) => process !== null || formatted)
    return left === undefined ? null : `the deletion is called complete while ${left.id} is left`
  }

  private seeServing(state: FakeState): void {
    for (const id of this.down) if (reallyServes(state, id)) this.down.delete(id)
    for (const { id, formatted } of state.nodes) if (formatted) this.held.add(id)
  }

  private judgeStop(node: NodeId, state: FakeState): string | null {
    const other = [...this.down].find((id) => id !== node)
    if (other !== undefined) return `${node} stopped while ${other} is still down on purpose`
    const partition = brokenBy(state, node)
    if (partition !== null) return `${partition} goes below its min ISR by stopping ${node}`
    const role = nodeOf(state, node)?.role
    if (role !== undefined && votes(role) && !keepsMajority(state, node)) return `no majority without ${node}`
    this.down.add(node)
    return null
  }

  private judgeStart(move: Extract<Move, { do: 'start' }>, state: FakeState): string | null {
    const node = nodeOf(state, move.node)
    if (move.directory !== 'fresh' || node === undefined || node.formatted || !this.held.has(move.node))
      return null
    if (!node.refills) return null
    const counted = state.partitions.find(({ isr }) => isr.includes(move.node))
    if (counted !== undefined) return `${move.node} starts empty while in the ISR of ${counted.id}`
    if (!votes(node.role)) return null
    const silent = state.nodes.find(
      ({ id, role }) => votes(role) && id !== move.node && !voterAlive(state, id),
    )
    return silent === undefined ? null : `voter ${move.node} starts empty while ${silent.id} does not serve`
  }
}

type WrittenMove = Extract<
  Move,
  { do: 'assign' | 'prepareRelease' | 'unthrottled' | 'raiseProtocol' | 'noteBrake' | 'unbraked' }
>
const WRITTEN: readonly Move['do'][] = [
  'assign',
  'prepareRelease',
  'unthrottled',
  'raiseProtocol',
  'noteBrake',
  'unbraked',
]
/** Nothing happens to a node by it. */
const isWrittenDown = (move: Move): move is WrittenMove => WRITTEN.includes(move.do)

const KAFKA_MOVES: Record<KafkaMove['do'], true> = {
  finalize: true,
  tell: true,
  throttle: true,
  brake: true,
  electPreferred: true,
  reassign: true,
  unregister: true,
}
export const isKafkaMove = (move: Move): move is KafkaMove => Object.hasOwn(KAFKA_MOVES, move.do)

function judgeKafkaMove(move: KafkaMove, state: FakeState): string | null {
  switch (move.do) {
    case 'finalize':
      return judgeFinalize(move, state)
    case 'reassign':
      return judgeReassign(move, state)
    case 'unregister':
      return nodeOf(state, move.node)?.process ? `${move.node} unregistered while it runs` : null
    case 'tell':
    case 'throttle':
    case 'brake':
    case 'electPreferred':
      return null
  }
}

/** What was written once, an older release cannot read; and nobody writes what others that run cannot read. */
function judgeRelease(
  move: Extract<Move, { do: 'start' }>,
  { features, nodes }: FakeState,
  store: Store,
): string | null {
  const specification = store.specification(move.specification.generation)
  const levels = readableBy(releaseOf(specification))
  const above = Object.entries(features).find(([name, level]) => level > (levels[name] ?? 0))
  if (above !== undefined) return `${move.node} starts on a release that cannot read ${above.join(' ')}`
  const role = store.rows.find(({ id }) => id === move.node)?.role ?? 'broker'
  const written = Object.entries(writtenBy(nodeSpecification(specification, move.node, role)))
  const old = nodes.find(
    ({ process }) =>
      process !== null && written.some(([name, level]) => (process.features[name] ?? 0) < level),
  )
  return old === undefined ? null : `${move.node} starts to write what ${old.id} cannot read`
}

function judgeFinalize(
  { feature, level }: Extract<Move, { do: 'finalize' }>,
  { nodes }: FakeState,
): string | null {
  const old = nodes.find(({ process }) => process !== null && (process.features[feature] ?? 0) < level)
  return old === undefined ? null : `features raised while ${old.id} runs the release before`
}

const isWanted = (store: Store, node: NodeId): boolean =>
  store.nodesOf(store.specification()).some(({ id }) => id === node)

/** One that goes for good holds nothing any more. */
function judgeLeaving(node: NodeId, { partitions }: FakeState): string | null {
  const held = partitions.find(({ replicas }) => replicas.includes(node))
  return held === undefined ? null : `${node} goes while it holds ${held.id}`
}

/** Data goes to brokers that are there, and never away from all of them. */
function judgeReassign(
  { partitions }: Extract<Move, { do: 'reassign' }>,
  { nodes }: FakeState,
): string | null {
  const there = new Set(nodes.filter(({ registered }) => registered).map(({ id }) => id))
  const lost = partitions.find(({ to }) => to !== null && !to.some((id) => there.has(id)))
  return lost === undefined ? null : `${lost.id} moved to brokers that are not there`
}

/** Nobody asked for this: a pause of healing holds it up. */
function judgePause(
  move: Extract<Move, { do: 'start' | 'kill' }>,
  state: FakeState,
  store: Store,
): string | null {
  if (store.healingPausedAt === null || store.operation !== null) return null
  if (move.do === 'kill') return `${move.node} killed while healing is paused`
  const node = nodeOf(state, move.node)
  const isLoss = node?.refills === true && !node.formatted
  return node?.lastExit || isLoss ? `${move.node}, which died, is started while healing is paused` : null
}

/** Without controllers a broker asked to stop waits for minutes: so brokers go first. */
function judgePowerOff(id: NodeId, state: FakeState): string | null {
  if (nodeOf(state, id)?.role !== 'controller') return null
  const broker = state.nodes.find(({ role, process }) => role === 'broker' && process !== null)
  return broker === undefined ? null : `controller ${id} stopped before broker ${broker.id} was down`
}

/** The cluster shall be up: stops and kills are for a change or a cure. */
const isPlannedChange = (store: Store): boolean =>
  store.presence === 'present' && store.specification().power === 'on'

function voterAlive(state: FakeState, id: NodeId): boolean {
  const node = nodeOf(state, id)
  return node !== undefined && isAlive(node, state.at)
}

function judgeKill(id: NodeId, state: FakeState): string | null {
  const node = nodeOf(state, id)
  if (node === undefined || node.process === null) return null
  if (reallyServes(state, id)) return `${id} killed while it serves`
  return isRecovering(node, state.at) ? `${id} killed while it recovers its logs` : null
}

function judgeForget(id: NodeId, state: FakeState): string | null {
  const node = nodeOf(state, id)
  if (node === undefined) return null
  if (node.process !== null) return `address of ${id} freed while its process lives`
  return node.formatted ? `address of ${id} freed while its directory is there` : null
}

function twoCarriers(store: Store, kind: string): string | null {
  const source = store.operation?.sourceGeneration ?? null
  const carriers = store.rows.filter((row) => {
    if (row.assigned === null || (servesClients(row.role) && row.witness.length === 0)) return false
    const name = nameOf(store.specification(row.assigned.generation), row.id, row.role)
    if (name.kind !== kind || store.proven.has(kindKey(row.role, kind))) return false
    return source === null || nameOf(store.specification(source), row.id, row.role).kind !== kind
  })
  if (carriers.length < 2) return null
  return `unproven ${kind} carried by ${carriers.map(({ id }) => id).join(' and ')}`
}
