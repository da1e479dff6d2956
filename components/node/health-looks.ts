import type { StateLook } from '@/components/ui/state'
import type { NodeView } from '@/lib/contract/console/clusters'

export type NodeHealth = NodeView['health']

export const HEALTH_LOOKS: Record<NodeHealth, StateLook> = {
  serving: { shape: 'check', tone: 'ok' },
  starting: { shape: 'turning', tone: 'run' },
  stopping: { shape: 'turning', tone: 'run' },
  stopped: { shape: 'off', tone: 'idle' },
  notServing: { shape: 'behind', tone: 'warn' },
  failed: { shape: 'failed', tone: 'bad' },
  unknown: { shape: 'unknown', tone: 'idle' },
}
