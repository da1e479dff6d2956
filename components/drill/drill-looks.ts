import type { StateLook } from '@/components/ui/state'
import type { DrillState } from '@/lib/domain/drill/record'
import type { Finding } from '@/lib/domain/drill/verdict'

export const DRILL_LOOKS: Record<DrillState, StateLook> = {
  RUNNING: { shape: 'half', tone: 'run' },
  PASSED: { shape: 'settled', tone: 'ok' },
  FAILED: { shape: 'failed', tone: 'bad' },
  REFUSED: { shape: 'cancelled', tone: 'idle' },
  ENDED: { shape: 'cancelled', tone: 'idle' },
  INTERRUPTED: { shape: 'cancelled', tone: 'warn' },
}

export const FINDING_LOOKS: Record<Finding['is'], StateLook> = {
  kept: { shape: 'check', tone: 'ok' },
  broken: { shape: 'failed', tone: 'bad' },
  unknown: { shape: 'unknown', tone: 'idle' },
}
