import type { StateLook } from '@/components/ui/state'
import type { OperationSummary } from '@/lib/contract/console/clusters'

export const OPERATION_LOOKS: Record<OperationSummary['state'], StateLook> = {
  IN_PROGRESS: { shape: 'half', tone: 'run' },
  COMPLETE: { shape: 'check', tone: 'ok' },
  FAILED: { shape: 'failed', tone: 'bad' },
  CANCELLED: { shape: 'cancelled', tone: 'idle' },
}
