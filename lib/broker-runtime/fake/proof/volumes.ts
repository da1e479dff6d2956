import { BRAKE_BYTES_PER_SECOND, FILL } from '@/lib/domain/volume-limit'
import type { FakeState } from '../state'
import { volumeOf } from './specification'
import type { Store } from './store'
import { neededPartition, nodeOf } from './truth'

/** What does not hold of volumes at the end of a life; null: all does. `quota` is what producers had at first. */
export function wrongWithVolumes(state: FakeState, store: Store, quota: number | null): string | null {
  const volumeBytes = volumeOf(store.specification())
  const volumes = state.nodes.filter(({ role, formatted }) => role === 'broker' && formatted)
  const fullest = Math.max(0, ...volumes.map(({ usedBytes }) => usedBytes / volumeBytes))
  if (fullest < FILL.brakeOff && (store.brake !== null || state.quota !== quota))
    return `at the end no volume is full, and producers have ${state.quota}`
  const slow = Math.min(BRAKE_BYTES_PER_SECOND, quota ?? BRAKE_BYTES_PER_SECOND)
  if (fullest >= FILL.brakeOn && state.quota !== slow)
    return `at the end a volume is full, and producers have ${state.quota}`
  return null
}

/** Stopped at its limit; nobody needs it. */
export function isDownForItsVolume(state: FakeState, store: Store, id: number): boolean {
  const node = nodeOf(state, id)
  if (node === undefined || node.process !== null || node.lastExit !== null) return false
  const fill = node.usedBytes / volumeOf(store.specification())
  return fill >= FILL.held && neededPartition(state, id) === null
}
