import type { StateLook } from '@/components/ui/state'
import type { AlarmState } from '@/lib/domain/alarm/alarm'

export const ALARM_LOOKS: Record<AlarmState, StateLook> = {
  OK: { shape: 'check', tone: 'ok' },
  ALARM: { shape: 'alarm', tone: 'bad' },
  INSUFFICIENT_DATA: { shape: 'unknown', tone: 'idle' },
}
