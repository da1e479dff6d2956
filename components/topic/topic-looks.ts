import type { StateLook } from '@/components/ui/state'
import type { PartitionStanding } from '@/lib/domain/topic'

export const STANDING_LOOKS: Record<PartitionStanding, StateLook> = {
  inSync: { shape: 'check', tone: 'ok' },
  behind: { shape: 'behind', tone: 'warn' },
  offline: { shape: 'failed', tone: 'bad' },
}
