import { servesClients, votes } from '@/lib/domain/node'
import { endProcess, isAlive, say } from './process'
import type { FakeNode, FakePartition, FakeState } from './state'
import { spread, type FakeTiming } from './timing'

/**
 * The laws of the fake world. It has no timers: whoever looks first brings it up to the present, in steps short
 * enough that causes come before their effects (a process ends, its session expires, the ISR shrinks).
 */

const STEP_MS = 500
/** Longer gaps (nobody looked for hours) are skipped over: nothing here takes that long. */
const GAP_MAX_MS = 600_000
/** A late poison works after the node has served for a while, yet within a soak. */
const LATE_POISON_MS = 4_000

export function advance(state: FakeState, now: number, timing: FakeTiming): void {
  if (now - state.at > GAP_MAX_MS) state.at = now - GAP_MAX_MS
  while (state.at < now) {
    state.at = Math.min(now, state.at + STEP_MS)
    for (const node of state.nodes) runProcess(state, node, timing)
    elect(state, timing)
    if (state.leader === null) continue
    for (const node of state.nodes) if (servesClients(node.role)) heartbeat(state, node, timing)
    replicateAll(state, timing)
  }
}

function runProcess(state: FakeState, node: FakeNode, timing: FakeTiming): void {
  const { process } = node
  if (process === null) return
  if (process.poison === 'crash' && state.at >= process.answersAt) {
    endProcess(
      state,
      node,
      'ERROR Exiting Kafka due to fatal exception: invalid value for mosaik.fake.poison',
    )
    return
  }
  if (process.poison === 'crashLate' && state.at >= process.answersAt + LATE_POISON_MS) {
    endProcess(state, node, 'ERROR Exiting Kafka due to fatal exception during operation')
    return
  }
  if (process.poison === 'hang' && state.at >= process.answersAt + LATE_POISON_MS) process.hung = true
  if (process.stopAskedAt === null || process.hung) return
  // A running broker asked to stop waits for the controllers, for minutes if they are gone.
  const waitsForQuorum = servesClients(node.role) && process.unfencedAt !== null && state.leader === null
  if (!waitsForQuorum && state.at >= process.stopAskedAt + timing.stopMs) {
    endProcess(state, node, null)
  }
}

function elect(state: FakeState, timing: FakeTiming): void {
  const voters = state.nodes.filter((node) => votes(node.role))
  const alive = voters.filter((node) => isAlive(node, state.at))
  const leaderLives = alive.some((node) => node.id === state.leader)
  if (alive.length * 2 <= voters.length) {
    state.leader = null
    state.electionEndsAt = null
    return
  }
  if (leaderLives) return
  state.leader = null
  state.electionEndsAt ??= state.at + timing.electionMs
  if (state.at < state.electionEndsAt) return
  const elected = alive.toSorted((a, b) => a.id - b.id)[0]
  if (elected === undefined) return
  state.leader = elected.id
  state.electionEndsAt = null
  say(elected, state.at, 'INFO', `Completed transition to Leader in epoch ${state.boots}`)
  // A new controller hears from every broker before it fences one.
  for (const node of state.nodes) node.lastSeenServingAt = Math.max(node.lastSeenServingAt, state.at)
}

function heartbeat(state: FakeState, node: FakeNode, timing: FakeTiming): void {
  const { process } = node
  const registers = process !== null && !node.neverRegisters && process.poison !== 'neverRegisters'
  if (registers && isAlive(node, state.at) && process.stopAskedAt === null) {
    node.lastSeenServingAt = state.at
    if (process.unfencedAt === null && state.at >= process.answersAt + timing.registerMs) {
      process.unfencedAt = state.at
      node.registered = true
      node.fenced = false
      say(node, state.at, 'INFO', `The broker has been unfenced. Transitioning from RECOVERY to RUNNING.`)
    } else if (process.unfencedAt !== null && node.fenced) {
      node.fenced = false
      process.unfencedAt = state.at
    }
    return
  }
  if (node.registered && !node.fenced && state.at >= node.lastSeenServingAt + timing.sessionMs) {
    node.fenced = true
  }
}

function replicateAll(state: FakeState, timing: FakeTiming): void {
  const byId = new Map(state.nodes.map((node) => [node.id, node]))
  for (const partition of state.partitions) replicate(state, partition, byId, timing)
}

function replicate(
  state: FakeState,
  partition: FakePartition,
  byId: ReadonlyMap<number, FakeNode>,
  timing: FakeTiming,
): void {
  const serving = (id: number): boolean => {
    const node = byId.get(id)
    // Crashed is not noticed before the session expires; asked to stop is known at once.
    return node !== undefined && !node.fenced && (node.process === null || node.process.stopAskedAt === null)
  }
  if (partition.isr.length === partition.replicas.length && partition.isr.every((id) => serving(id))) {
    partition.leader = partition.replicas[0] ?? null
    return
  }
  const staying = partition.isr.filter((id) => serving(id))
  // The last member of an ISR stays in it, dead or alive: nobody else has all the records.
  if (staying.length > 0) partition.isr = staying
  else partition.isr = partition.isr.slice(0, 1)
  partition.leader = partition.replicas.find((id) => partition.isr.includes(id) && serving(id)) ?? null
  if (partition.leader === null) return
  for (const id of partition.replicas) {
    const process = byId.get(id)?.process
    if (partition.isr.includes(id) || !serving(id) || process === undefined || process === null) continue
    if (process.unfencedAt === null || process.poison === 'neverCatchesUp' || process.hung) continue
    const aloneMs = timing.catchUpMs + spread(process.boot, partition.id) * timing.catchUpSpreadMs
    const takesMs = aloneMs * (byId.get(id)?.refills === true ? 4 : 1)
    if (state.at >= process.unfencedAt + takesMs) partition.isr = [...partition.isr, id]
  }
}
