import { servesClients } from '@/lib/domain/node'
import { endProcess, isAlive } from './process'
import type { FakeNode, FakeState } from './state'

/** Bad luck, by name. Each returns whether it could strike. */

const nodeOf = (state: FakeState, id: number): FakeNode | undefined =>
  state.nodes.find((node) => node.id === id)

export function crash(state: FakeState, id: number): boolean {
  const node = nodeOf(state, id)
  if (node === undefined || node.process === null) return false
  endProcess(state, node, 'java.lang.OutOfMemoryError: Java heap space')
  return true
}

/** Alive to TCP, dead to everybody else (endless garbage collection). */
export function hang(state: FakeState, id: number): boolean {
  const process = nodeOf(state, id)?.process
  if (process === undefined || process === null) return false
  process.hung = true
  return true
}

/** The same, and the host can tell (SIGSTOP). */
export function freeze(state: FakeState, id: number): boolean {
  if (!hang(state, id)) return false
  const process = nodeOf(state, id)?.process
  if (process !== undefined && process !== null) process.frozen = true
  return true
}

export function wake(state: FakeState, id: number): boolean {
  const process = nodeOf(state, id)?.process
  if (process === undefined || process === null) return false
  process.hung = false
  process.frozen = false
  return true
}

/** The disk is replaced by an empty one; a process on it does not live on. */
export function loseDirectory(state: FakeState, id: number): boolean {
  const node = nodeOf(state, id)
  if (node === undefined || !node.formatted) return false
  endProcess(state, node, 'Shutdown broker because all log dirs have failed')
  node.formatted = false
  node.lastExit = null
  node.endedClean = true
  node.refills = true
  return true
}

export function createTopic(
  state: FakeState,
  name: string,
  partitions: number,
  rf: number,
  minIsr: number,
): boolean {
  const brokers = state.nodes
    .filter((node) => servesClients(node.role) && !node.fenced && isAlive(node, state.at))
    .map(({ id }) => id)
    .toSorted((a, b) => a - b)
  if (state.leader === null || brokers.length < rf) return false
  if (state.partitions.some(({ id }) => id.startsWith(`${name}-`))) return false
  for (let index = 0; index < partitions; index += 1) {
    const replicas = Array.from({ length: rf }, (_, k) => brokers[(index + k) % brokers.length] ?? 0)
    state.partitions.push({
      id: `${name}-${index}`,
      replicas,
      isr: replicas,
      minIsr,
      leader: replicas[0] ?? null,
    })
  }
  return true
}
