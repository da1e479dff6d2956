import type { StateLook } from '@/components/ui/state'
import type { Standing } from '@/lib/browser/standing'

export const STANDING_LOOKS: Record<Standing, StateLook> = {
  active: { shape: 'settled', tone: 'ok' },
  creating: { shape: 'appearing', tone: 'run' },
  updating: { shape: 'half', tone: 'run' },
  healing: { shape: 'healing', tone: 'warn' },
  unhealed: { shape: 'paused', tone: 'warn' },
  maintenance: { shape: 'maintenance', tone: 'run' },
  held: { shape: 'paused', tone: 'bad' },
  rebooting: { shape: 'turning', tone: 'run' },
  starting: { shape: 'half', tone: 'run' },
  stopping: { shape: 'half', tone: 'run' },
  stopped: { shape: 'off', tone: 'idle' },
  deleting: { shape: 'leaving', tone: 'idle' },
  failed: { shape: 'failed', tone: 'bad' },
  noData: { shape: 'unknown', tone: 'idle' },
}
