import { CANARY_TOPIC } from '../../canary'
import { FILL } from '../../volume-limit'
import { fencedNodes, fillNow } from '../volumes'
import { PLACEMENT_DEADLINE_MS } from '../deadlines'
import type { Reassignment, Step, Verdict, Waiting } from '../plan'
import { isFresh, leavingRows, neededRows, partitionsSeen, serving, shallRun } from '../serving'
import { servesClients } from '../../node'
import { numberOf, topicOf } from '../partitions/partition-id'
import type { PartitionIndex } from '../partitions/partition-index'
import type { NodeId, OperationView, PartitionId, PartitionSeen, PlannedPlacement, World } from '../world'
import { lookFor } from './look'

/**
 * Partitions lie where they shall: what the operation planned, and beside that whatever has to leave a broker that
 * goes. In an assisted cluster that is everything; else only Mosaik's own topics, for on MSK partitions are moved by
 * whoever owns them. What nobody planned stays where it is.
 */
export const placement: Step = {
  name: 'placement',
  undo: 'costs',
  applies: (world) =>
    shallRun(world) &&
    world.creation === 'complete' &&
    ((world.operation?.placement.length ?? 0) > 0 || leavingRows(world).length > 0 || world.throttled),
  rows(world) {
    const partitions = partitionsSeen(world)
    if (partitions === null) return [{ step: 'placement', node: null, phase: 'waiting', why: null }]
    const [first, ...more] = openMoves(world, partitions)
    if (first === undefined) return [{ step: 'placement', node: null, phase: 'done', why: null }]
    const open = [first, ...more]
    return [{ step: 'placement', node: null, phase: 'catchingUp', why: whyOpen(world, open, first) }]
  },
  judge(world) {
    const partitions = partitionsSeen(world)
    if (partitions === null) return lookFor('partitions')
    const open = openMoves(world, partitions)
    const held = throttleFor(world, open)
    if (held !== null) return held
    const [first] = open
    if (first === undefined) return leadersOf(world)
    const next = nextMoves(world, open)
    const isPaused = world.operation?.paused === true && !world.operation.undoing
    if (isPaused && open.every(({ seen }) => seen.target === null)) {
      const why = { for: 'resumption', left: open.length } as const
      return { is: 'wait', why, deadlineMs: Number.MAX_SAFE_INTEGER }
    }
    const mayBegin = !isPaused || next.some(({ to }) => to === null)
    if (next.length > 0 && mayBegin) return { is: 'move', moves: [{ do: 'reassign', partitions: next }] }
    return { is: 'wait', why: whyOpen(world, open, first), deadlineMs: PLACEMENT_DEADLINE_MS }
  },
}

/** That partitions are copied takes its time; that a volume they are to come to has no room for them needs a person. */
function whyOpen(world: World, open: readonly OpenMove[], first: OpenMove): Waiting {
  const node = open.flatMap((move) => comersOf(move)).find((id) => isFull(world, id))
  if (node !== undefined) return { for: 'volume', node }
  return { for: 'placement', partitions: open.length, partition: first.id }
}

/** Brokers that a partition comes to. */
const comersOf = ({ seen, to }: OpenMove): readonly NodeId[] => to.filter((id) => !seen.isr.includes(id))

/** From where producers are slowed on, nothing more is brought there; what leaves it may go. */
const isFull = (world: World, node: NodeId): boolean => (fillNow(world, node) ?? 0) >= FILL.brakeOn

/** What one request elects: the next look asks for the rest. */
const ELECTED_MAX = 1_000

/**
 * Whoever is the first of a list that was planned leads it, before the move is called done, also where only that was
 * planned. What nobody planned keeps its leader.
 */
function leadersOf(world: World): Verdict {
  if (world.operation === null || world.operation.undoing) return { is: 'done' }
  const strayed = world.operation.placement.flatMap(({ id }) => {
    const seen = seenOf(world, id)
    const first = seen?.replicas[0]
    const may = first !== undefined && seen?.leader !== first && seen?.isr.includes(first) === true
    return may ? [{ id, first }] : []
  })
  if (strayed.length === 0) return { is: 'done' }
  const next = strayed.slice(0, ELECTED_MAX)
  const nodes = [...new Set(next.map(({ first }) => first))]
  return { is: 'move', moves: [{ do: 'electPreferred', nodes, only: next.map(({ id }) => id) }] }
}

/**
 * Copying is held to the rate of the operation on every broker before anything is moved, and nothing of it is left
 * when the last partition is there, or when the operation ended before. Only what Mosaik throttled is let go.
 */
function throttleFor(world: World, open: readonly OpenMove[]): Verdict | null {
  if (!world.throttled) return null
  const { throttles } = world.observed.kafka
  if (!isFresh(world, throttles)) return lookFor('throttles')
  const { rates, topics } = throttles.value
  const rate = open.length > 0 ? (world.operation?.throttle ?? null) : null
  const nodes = Object.keys(rates)
    .map(Number)
    .filter((node) => rates[node] !== rate)
  const wanted = rate === null ? topics : topicsOf(open).filter((topic) => !topics.includes(topic))
  if (nodes.length + wanted.length > 0) {
    return { is: 'move', moves: [{ do: 'throttle', rate, nodes, topics: wanted }] }
  }
  // A broker that is down for its volume cannot be asked: what is left of the throttle there is lifted afterwards.
  if (open.length > 0 || fencedNodes(world).size > 0) return null
  return { is: 'move', moves: [{ do: 'unthrottled' }] }
}

const topicsOf = (open: readonly OpenMove[]): readonly string[] => [
  ...new Set(open.map(({ id }) => topicOf(id))),
]

type OpenMove = { id: PartitionId; seen: PartitionSeen; to: readonly NodeId[] }

/** So many at a time: what is in flight has to be waited for, or called back, when somebody turns around. */
const IN_FLIGHT_MAX = 50

/** A move in flight to somewhere else is called back first: with another target it could hang for ever. */
function nextMoves(world: World, open: readonly OpenMove[]): readonly Reassignment[] {
  const astray = open.filter(({ seen, to }) => seen.target !== null && seen.target.join() !== to.join())
  if (astray.length > 0) return astray.map(({ id }) => ({ id, to: null }))
  const waiting = open.filter(({ seen }) => seen.target === null)
  const slots = IN_FLIGHT_MAX - (open.length - waiting.length)
  return waiting
    .filter((move) => !comersOf(move).some((id) => isFull(world, id)))
    .slice(0, Math.max(0, slots))
    .map(({ id, to }) => ({ id, to }))
}

/** What is not where it shall be yet. A partition that is gone was its owner's to delete. */
function openMoves(world: World, partitions: PartitionIndex): readonly OpenMove[] {
  const planned = plannedTargets(world)
  const open: OpenMove[] = []
  for (const [id, to] of planned) {
    const seen = seenOf(world, id)
    if (seen !== undefined && !isThere(seen, to)) open.push({ id, seen, to })
  }
  return [...open, ...leavingMoves(world, partitions, planned)]
}

function seenOf({ observed }: World, id: PartitionId): PartitionSeen | undefined {
  const { partitions } = observed.kafka
  return 'value' in partitions ? partitions.value[id] : undefined
}

/** Back where everything was, once the operation turned. */
export const goalOf = ({ undoing }: OperationView, { from, to }: PlannedPlacement): readonly NodeId[] =>
  undoing ? from : to

function plannedTargets({ operation }: World): ReadonlyMap<PartitionId, readonly NodeId[]> {
  if (operation === null) return new Map()
  return new Map(operation.placement.map((planned) => [planned.id, goalOf(operation, planned)] as const))
}

const isThere = (seen: PartitionSeen, to: readonly NodeId[]): boolean =>
  seen.target === null && seen.replicas.join() === to.join()

function leavingMoves(
  world: World,
  partitions: PartitionIndex,
  planned: ReadonlyMap<PartitionId, readonly NodeId[]>,
): readonly OpenMove[] {
  const leaving = new Set(leavingRows(world).map(({ id }) => id))
  if (leaving.size === 0) return []
  const found = new Map<PartitionId, PartitionSeen>()
  for (const node of leaving) {
    for (const { id, seen } of partitions.placed.get(node) ?? []) {
      if (!planned.has(id) && mayMove(world, id)) found.set(id, seen)
    }
  }
  return [...found].map(([id, seen]) => ({ id, seen, to: without(world, leaving, id, seen) }))
}

const mayMove = ({ operation }: World, id: PartitionId): boolean =>
  operation?.drains === true || topicOf(id) === CANARY_TOPIC

/** Each replica that leaves goes to a broker of its zone if there is one free, the partitions dealt to them in turn. */
function without(
  world: World,
  leaving: ReadonlySet<NodeId>,
  id: PartitionId,
  { replicas, target }: PartitionSeen,
): readonly NodeId[] {
  const before = (target ?? replicas).filter((node, place, all) => all.indexOf(node) === place)
  const taken = new Set(before.filter((node) => !leaving.has(node)))
  const zoneOf = new Map(world.rows.map((row) => [row.id, row.zoneId]))
  const staying = neededRows(world).filter(
    (row) => servesClients(row.role) && serving(world, row).is === 'yes',
  )
  const number = numberOf(id)
  return before.flatMap((node) => {
    if (!leaving.has(node)) return [node]
    const free = staying.filter((row) => !taken.has(row.id))
    const near = free.filter(({ zoneId }) => zoneId === zoneOf.get(node))
    const among = near.length > 0 ? near : free
    const chosen = among[number % Math.max(1, among.length)]
    if (chosen === undefined) return []
    taken.add(chosen.id)
    return [chosen.id]
  })
}
