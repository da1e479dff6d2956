import type { StateLook } from '@/components/ui/state'
import type { GroupState } from '@/lib/domain/group'

const TURNING: StateLook = { shape: 'turning', tone: 'run' }

export const GROUP_LOOKS: Record<GroupState, StateLook> = {
  PreparingRebalance: TURNING,
  CompletingRebalance: TURNING,
  Assigning: TURNING,
  Reconciling: TURNING,
  NotReady: { shape: 'appearing', tone: 'run' },
  Stable: { shape: 'check', tone: 'ok' },
  Empty: { shape: 'waiting', tone: 'idle' },
  Dead: { shape: 'leaving', tone: 'idle' },
  Unknown: { shape: 'unknown', tone: 'idle' },
}
