import { servesClients, votes } from '@/lib/domain/node'
import { isAlive } from '../process'
import type { FakeNode, FakeState } from '../state'

/** What is really so, whatever anybody observed: the promises are held against this. */

export const nodeOf = (state: FakeState, id: number): FakeNode | undefined =>
  state.nodes.find((node) => node.id === id)

export function reallyServes(state: FakeState, id: number): boolean {
  const node = nodeOf(state, id)
  if (node === undefined || !isAlive(node, state.at) || node.process?.stopAskedAt !== null) return false
  return servesClients(node.role) ? !node.fenced : true
}

export const isRecovering = ({ process }: FakeNode, at: number): boolean =>
  process !== null && process.recoversFrom !== null && at < process.answersAt && !process.hung

/** The first partition that stopping this node would take below its min ISR; null when there is none. */
export function brokenBy(state: FakeState, id: number): string | null {
  for (const { id: partition, replicas, isr, minIsr } of state.partitions) {
    if (replicas.length <= minIsr || !isr.includes(id)) continue
    if (isr.filter((other) => other !== id && reallyServes(state, other)).length < minIsr) return partition
  }
  return null
}

export function keepsMajority(state: FakeState, without: number): boolean {
  const voters = state.nodes.filter(({ role }) => votes(role))
  if (voters.length === 1) return true
  const staying = voters.filter((node) => node.id !== without && isAlive(node, state.at)).length
  return staying * 2 > voters.length
}

/** The first partition that would be offline or below its min ISR while this node stays away. */
export function neededPartition(state: FakeState, id: number): string | null {
  const needing = state.partitions.find(({ replicas, isr, minIsr }) => {
    if (!replicas.includes(id)) return false
    return isr.filter((other) => other !== id && reallyServes(state, other)).length < Math.max(1, minIsr)
  })
  return needing?.id ?? null
}
